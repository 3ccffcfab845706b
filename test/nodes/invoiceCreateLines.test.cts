import type { INodeParameters } from 'n8n-workflow';

import { by, NL } from '../harness/inputs.cjs';
import {
	cost,
	expectBalanced,
	posted,
	purchase,
	purchaseCredit,
	revenue,
	sale,
	stored,
	type Line,
} from '../harness/invoices.cjs';
import { Bench } from '../harness/n8n.cjs';
import type { Row } from '../harness/sandbox.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
});
afterAll(async () => await bench.stop());

const profiles = ['strict', 'lenient'] as const;

/** The ID that the Dutch company has for a code. */
async function idOf(entity: string, code: string): Promise<unknown> {
	return (await bench.sandbox.records(NL, entity)).find(({ Code }) => Code === code)?.ID;
}

const linesOf = (body: Row | undefined) =>
	(body?.PurchaseEntryLines ?? body?.SalesEntryLines) as Row[];

/** What is sent for one line, without its ledger account. */
async function sentFor(line: Line, parameters = purchase): Promise<Row[]> {
	await bench.run(parameters('', [line]));
	return linesOf((await posted(bench)).at(-1)).map(({ GLAccount: _, ...rest }) => rest);
}

const everything: Line = {
	ledgerAccount: '4100',
	amount: 250.5,
	vatCode: '4',
	description: 'Paper & ink',
	quantity: 2.5,
	costCenter: 'verk',
	costUnit: 'FIETS',
	project: 'P2026-01',
	from: '2026-01-01',
	to: '2026-12-31',
	nonDeductiblePercentage: 25,
	privateUsePercentage: 33.3,
	vatAmount: 52.6,
	vatPercentage: 21,
};

function inForm({ ledgerAccount, amount, vatCode, ...more }: Line): INodeParameters {
	const references = ['costCenter', 'costUnit', 'project'];
	const fields = Object.entries(more).map(([name, value]) => [
		name,
		references.includes(name) ? by('code', String(value)) : value,
	]);
	return {
		ledgerAccount: by('code', String(ledgerAccount)),
		amount: Number(amount),
		vatCode: by('code', String(vatCode)),
		more: Object.fromEntries(fields) as INodeParameters,
	};
}

describe.each(profiles)('Invoice: Create, lines, %s sandbox', (profile) => {
	beforeEach(async () => await bench.reset(profile));
	afterEach(async () => await expectBalanced(bench));

	it('sends the same whether lines come from the form or as JSON', async () => {
		const second = cost(10, { description: 'Second' });
		const form = { lines: { row: [inForm(everything), inForm(second)] }, specifyLines: 'fields' };
		const json = [everything, second];
		await bench.run(purchase('', [], form));
		await bench.run(purchase('', json));
		await bench.run(purchase('', [], { linesJson: '={{ $json.lines }}' }), {
			items: [{ lines: json }] as never,
		});
		const [first, ...others] = await posted(bench);
		expect(linesOf(first)).toEqual([
			{
				GLAccount: await idOf('GLAccounts', '4100'),
				AmountFC: 250.5,
				VATCode: '4',
				VATAmountFC: 52.6,
				Description: 'Paper & ink',
				Quantity: 2.5,
				CostCenter: 'VERK',
				CostUnit: 'FIETS',
				Project: await idOf('Projects', 'P2026-01'),
				From: '2026-01-01',
				To: '2026-12-31',
				VATNonDeductiblePercentage: 0.25,
				PrivateUsePercentage: 0.333,
			},
			expect.objectContaining({ AmountFC: 10, Description: 'Second' }),
		]);
		expect(others).toEqual([first, first]);
	});

	it('is stored and shown as it was entered', async () => {
		const [shown] = (await bench.run(purchase('', [everything]))).json;
		const { lines, entry } = await stored(bench, shown?.id);
		expect(lines).toEqual([
			expect.objectContaining({
				AmountFC: 250.5,
				VATAmountFC: 52.6,
				VATCode: '4',
				Quantity: 2.5,
				CostCenter: 'VERK',
				CostUnit: 'FIETS',
				From: Date.UTC(2026, 0, 1),
				To: Date.UTC(2026, 11, 31),
				VATNonDeductiblePercentage: 0.25,
				PrivateUsePercentage: 0.333,
			}),
		]);
		expect(entry).toMatchObject({ AmountFC: 303.1, VATAmountFC: 52.6 });
		expect(shown).toMatchObject({ total: 303.1, vat: 52.6, net: 250.5, alreadyBooked: false });
		expect(shown).not.toHaveProperty('_warnings');
		const [line = {}] = (shown?.lines ?? []) as Row[];
		expect(line).toMatchObject({ number: 1, costCenter: 'VERK', costUnit: 'FIETS', quantity: 2.5 });
		// The ledger, from which the lines are read, does not say: that is not the same as none.
		for (const name of ['from', 'to', 'privateUsePercentage'])
			expect(line).not.toHaveProperty(name);
	});

	it('takes ledger account, cost center and project by ID and from the list', async () => {
		const account = String(await idOf('GLAccounts', '4200'));
		const project = String(await idOf('Projects', 'P2026-01'));
		const center = String(await idOf('Costcenters', 'VERK'));
		const row = {
			ledgerAccount: by('id', account.toUpperCase()),
			amount: 5,
			vatCode: by('list', '4'),
			more: { costCenter: by('list', 'VERK'), project: by('id', `{${project}}`) },
		};
		const json = { ledgerAccount: account, amount: 5, vatCode: 4, costCenter: center, project };
		await bench.run(purchase('', [], { specifyLines: 'fields', lines: { row: [row] } }));
		await bench.run(purchase('', [json]));
		const [first, second] = await posted(bench);
		expect(linesOf(first)).toEqual([
			{ GLAccount: account, AmountFC: 5, VATCode: '4', CostCenter: 'VERK', Project: project },
		]);
		expect(second).toEqual(first);
	});

	it('leaves to Exact what is not given', async () => {
		expect(await sentFor({ ledgerAccount: '4100', amount: '12.34' })).toEqual([
			{ AmountFC: 12.34 },
		]);
		expect(await sentFor(revenue(), sale)).toEqual([{ AmountFC: 100, VATCode: '4' }]);
	});

	it('shows the VAT of a code that Exact chose, and holds it against the total', async () => {
		const account = { ID: await idOf('GLAccounts', '4500'), Code: '4500', Type: 121 };
		await bench.sandbox.insert(NL, 'GLAccounts', [{ ...account, VATCode: '4' }]);
		const line = { ledgerAccount: '4500', amount: 100 };
		const given = (total: number) => purchase('', [line], { additionalFields: { total } });
		const right = [{ total: 121, vat: 21, net: 100 }];
		expect((await bench.run(purchase('', [line]))).json).toMatchObject(right);
		expect((await bench.run(given(121))).json).toMatchObject(right);
		const error = await bench.fail(given(130));
		expect(error.context.code).toBe('BOOKED_DIFFERENTLY');
		expect(error.message).toContain('a total of 121.00 instead of 130.00');
	});

	it('says when the VAT of the lines misses the total by its rounding', async () => {
		const lines = [1, 2, 3].map(() => cost(0.35));
		const given = (total: number) => purchase('', lines, { additionalFields: { total } });
		const [shown] = (await bench.run(given(1.27))).json;
		expect(shown).toMatchObject({ total: 1.26 });
		expect(shown?._warnings).toEqual([
			'Exact Online reckons a total of 1.26 where 1.27 was given: it rounds VAT itself',
		]);
		expect((await bench.run(given(1.26))).json[0]).not.toHaveProperty('_warnings');
		expect((await bench.fail(given(1.3))).context.code).toBe('TOTAL_MISMATCH');
	});

	it.each([
		[{ nonDeductiblePercentage: 50 }, 110.5],
		[{ nonDeductiblePercentage: 0, privateUsePercentage: 50 }, 50],
		[{ nonDeductiblePercentage: 100, privateUsePercentage: 0 }, 121],
	])('books %j without a warning', async (percentages, amount) => {
		const [shown] = (await bench.run(purchase('', [cost(100, percentages)]))).json;
		expect(shown).toMatchObject({ total: 121, vat: 21, net: 100 });
		expect(shown).not.toHaveProperty('_warnings');
		const { ledger } = await stored(bench, shown?.id);
		expect(ledger[1]).toMatchObject({ AmountFC: amount });
	});

	it('takes amounts of including VAT codes with their VAT', async () => {
		const [shown] = (await bench.run(purchase('', [cost(121, { vatCode: '2' })]))).json;
		const { lines, entry } = await stored(bench, shown?.id);
		expect(lines).toEqual([expect.objectContaining({ AmountFC: 100, VATAmountFC: 21 })]);
		expect(entry).toMatchObject({ AmountFC: 121 });
		expect(shown).toMatchObject({ total: 121, vat: 21, net: 100 });
	});

	it('declares the VAT of a reverse charge without owing it, even when it is given', async () => {
		for (const vatAmount of [undefined, 21]) {
			const [shown] = (await bench.run(purchase('', [cost(100, { vatCode: '6', vatAmount })])))
				.json;
			expect(shown).toMatchObject({ total: 100, vat: 0, net: 100 });
			expect(shown).not.toHaveProperty('_warnings');
			const { ledger } = await stored(bench, shown?.id);
			expect(ledger[0]).toMatchObject({ AmountDC: -100 });
			expect(ledger.map(({ AmountDC }) => AmountDC).sort()).toEqual([-100, -21, 100, 21].sort());
		}
		const [, second] = await posted(bench);
		expect(linesOf(second)[0]).not.toHaveProperty('VATAmountFC');
	});

	it('overrules the VAT of a line, and of the whole invoice', async () => {
		const [line, none, whole] = [
			await bench.run(purchase('', [cost(100, { vatAmount: 20.98 }), cost(10)])),
			await bench.run(purchase('', [cost(100, { vatAmount: 0 })])),
			await bench.run(
				purchase('', [cost(100), cost(10)], { additionalFields: { vatAmount: 23.09 } }),
			),
		].map(({ json }) => json[0]);
		expect(line).toMatchObject({ total: 133.08, vat: 23.08 });
		expect(none).toMatchObject({ total: 100, vat: 0 });
		expect(whole).toMatchObject({ total: 133.09, vat: 23.09 });
		expect((await posted(bench)).map(({ VATAmountFC }) => VATAmountFC)).toEqual([
			undefined,
			undefined,
			23.09,
		]);
		for (const shown of [line, none, whole]) {
			const { entry } = await stored(bench, shown?.id);
			expect(entry).toMatchObject({ AmountFC: shown?.total, VATAmountFC: shown?.vat });
		}
	});

	it('overrules the VAT of a whole invoice whose amounts include it', async () => {
		const lines = [cost(121, { vatCode: '2' })];
		const [shown] = (
			await bench.run(purchase('', lines, { additionalFields: { vatAmount: 20.9 } }))
		).json;
		expect((await stored(bench, shown?.id)).entry).toMatchObject({ AmountFC: 121 });
		expect(shown).toMatchObject({ total: 121, vat: 20.9, net: 100.1 });
	});

	it('sends credit notes with all amounts below zero', async () => {
		const line = cost(100, { vatAmount: 20.99, quantity: 3 });
		const [shown] = (
			await bench.run(
				purchase('', [line, cost(-10)], {
					...purchaseCredit,
					additionalFields: { journal: by('code', '61') },
				}),
			)
		).json;
		const [body] = await posted(bench);
		expect(linesOf(body)).toEqual([
			expect.objectContaining({ AmountFC: -100, VATAmountFC: -20.99, Quantity: 3 }),
			expect.objectContaining({ AmountFC: 10 }),
		]);
		expect(shown).toMatchObject({ kind: 'supplierRefund', total: -108.89, vat: -18.89 });
	});

	it('accrues all lines that have no dates of their own', async () => {
		const own = { from: '2026-03-01', to: '2026-03-31' };
		const additionalFields = { accrueFrom: '2026-01-01', accrueTo: '2026-06-30' };
		await bench.run(purchase('', [cost(1), cost(2, own)], { additionalFields }));
		const [body] = await posted(bench);
		expect(linesOf(body).map(({ From, To }) => [From, To])).toEqual([
			['2026-01-01', '2026-06-30'],
			['2026-03-01', '2026-03-31'],
		]);
	});

	it('does not mix the dates of a line with those of the invoice', async () => {
		const additionalFields = { accrueFrom: '2026-01-01', accrueTo: '2026-06-30' };
		const lines = [cost(2, { from: '2026-03-01' })];
		const error = await bench.fail(purchase('', lines, { additionalFields }));
		expect(error.context.code).toBe('PARAM_PAIR');
		expect(error.message).toContain('Line 1');
		expect(await posted(bench)).toEqual([]);
	});
});

describe('Shares of a line', () => {
	beforeEach(async () => await bench.reset());
	afterEach(async () => await expectBalanced(bench));

	const share = (plan: string, account: unknown, percentage: number) => ({
		plan,
		account,
		percentage,
	});

	it('become a line for each combination, to the cent', async () => {
		const project = await idOf('Projects', 'P2025-01');
		const distribution = [
			share('costCenter', 'verk', 33.33),
			share('costCenter', 'WERKPL', 66.67),
			share('costUnit', 'FIETS', 50),
			share('costUnit', 'EBIKE', 50),
			share('project', project, 100),
		];
		const line = cost(100.01, { quantity: 3, vatAmount: 21, distribution });
		const [shown] = (await bench.run(purchase('', [line]))).json;
		const [body] = await posted(bench);
		const sent = linesOf(body);
		expect(sent.map((one) => [one.CostCenter, one.CostUnit, one.Project, one.AmountFC])).toEqual([
			['VERK', 'FIETS', project, 16.67],
			['VERK', 'EBIKE', project, 16.66],
			['WERKPL', 'FIETS', project, 33.34],
			['WERKPL', 'EBIKE', project, 33.34],
		]);
		const sums = ['VATAmountFC', 'Quantity'].map((column) =>
			sent.reduce((sum, one) => sum + Number(one[column]) * 1e6, 0),
		);
		expect(sums).toEqual([21e6, 3e6]);
		expect(shown).toMatchObject({ total: 121.01, vat: 21 });
		expect(shown).not.toHaveProperty('_warnings');
	});

	it('warn of a cost center that has ended, and book on it', async () => {
		const [shown] = (await bench.run(purchase('', [cost(1, { costCenter: 'OUD' })]))).json;
		expect(shown?._warnings).toEqual(['Line 1: cost center OUD has ended on 2023-12-31']);
		expect((await stored(bench, shown?.id)).lines[0]).toMatchObject({ CostCenter: 'OUD' });
	});
});
