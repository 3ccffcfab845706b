import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { by, NL } from '../harness/inputs.cjs';
import { cost, countOf, expectBalanced, posted, purchase, runAll } from '../harness/invoices.cjs';
import { Bench } from '../harness/n8n.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
});
afterAll(async () => await bench.stop());
afterEach(async () => await expectBalanced(bench));

const five = [1, 2, 3, 4, 5];
const wrongLine = cost(20, { vatCode: '55', costCenter: 'VERK' });

/** Five invoices, of which the third is a given one. */
const withThird = (third: INodeParameters) =>
	five.map((n) => (n === 3 ? third : purchase(`F-${n}`, [cost(n)])));

/** The second line of the third invoice has a VAT code that does not exist. */
const withWrong = withThird(purchase('F-3', [cost(), wrongLine, cost(5)]));

/** How often each kind of record was looked up. */
async function lookUps(): Promise<Record<string, number>> {
	const counts: Record<string, number> = {};
	for (const { method, endpoint } of await bench.sandbox.log()) {
		if (method === 'GET') counts[endpoint] = (counts[endpoint] ?? 0) + 1;
	}
	return counts;
}

const onceEach = {
	'bulk/CRM/Accounts': 1,
	'bulk/Financial/GLAccounts': 1,
	'financial/FinancialPeriods': 1,
	'financial/Journals': 1,
	'general/Currencies': 1,
	'hrm/Costcenters': 1,
	'read/financial/JournalStatusList': 1,
	'vat/VATCodes': 1,
};

describe.each(['strict', 'lenient'] as const)('One wrong item of five, %s sandbox', (profile) => {
	beforeEach(async () => await bench.reset(profile));

	it('stops everything before anything is booked', async () => {
		const error = await runAll(bench, withWrong).then(
			() => undefined,
			(thrown: unknown) => thrown as Error & { description: string; context: IDataObject },
		);
		expect(error?.message).toBe(
			'\'Line 2 > VAT Code\' is "55", but there is no such VAT code in division 2104587',
		);
		expect(error?.description).toBe(
			'Did you mean 5? Known are 0, 1, 2, 4, 5, 6, 7, 8 and others. Nothing was sent to Exact Online for this item.',
		);
		expect(error?.context).toMatchObject({ code: 'VAT_UNKNOWN', itemIndex: 2 });
		expect(await lookUps()).toEqual(onceEach);
		expect(await posted(bench)).toEqual([]);
	});

	it('is left out when the workflow goes on', async () => {
		const { json, items } = await runAll(bench, withWrong, { continueOnFail: true });
		expect(json.map((item) => item.reference ?? item.code)).toEqual([
			'F-1',
			'F-2',
			'VAT_UNKNOWN',
			'F-4',
			'F-5',
		]);
		expect(json[2]).toEqual({
			error: expect.stringContaining('\'Line 2 > VAT Code\' is "55"'),
			code: 'VAT_UNKNOWN',
			details: expect.objectContaining({
				division: NL,
				problems: [
					{
						code: 'VAT_UNKNOWN',
						field: 'Line 2 > VAT Code',
						problem: 'is "55", but there is no such VAT code in division 2104587',
						expected: 'Did you mean 5? Known are 0, 1, 2, 4, 5, 6, 7, 8 and others.',
					},
				],
			}),
		});
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2, 3, 4].map((item) => ({ item })),
		);
		expect(await countOf(bench, 'F-3')).toBe(0);
		expect(await posted(bench)).toHaveLength(4);
		expect(await lookUps()).toEqual({
			...onceEach,
			'current/Me': 1,
			'purchaseentry/PurchaseEntries': 1,
			'bulk/Financial/TransactionLines': 1,
		});
	});

	it('does not matter to a rerun after it was mended', async () => {
		await runAll(bench, withWrong, { continueOnFail: true });
		const mended = withThird(purchase('F-3', [cost(), cost(20), cost(5)]));
		const { json } = await runAll(bench, mended);
		expect(json.map(({ alreadyBooked }) => alreadyBooked)).toEqual([true, true, false, true, true]);
		for (const n of five) expect(await countOf(bench, `F-${n}`)).toBe(1);
	});

	it('of a kind that is seen before any call stops alone as well', async () => {
		const all = withThird(purchase('F-3', [], { linesJson: 'nonsense' }));
		const { json } = await runAll(bench, all, { continueOnFail: true });
		expect(json.map(({ code }) => code)).toEqual([
			...[undefined, undefined, 'PARAM_FORMAT', undefined, undefined],
		]);
		await bench.reset(profile);
		await expect(runAll(bench, all)).rejects.toThrow("'Lines (JSON)' is not valid JSON");
		expect(await bench.calls()).toEqual([]);
	});
});

describe('What is wrong with an item', () => {
	beforeEach(async () => await bench.reset());

	it('is said together: every unknown code of every line', async () => {
		const lines = [
			cost(1, { ledgerAccount: '4110', vatCode: '44', costCenter: 'VRK' }),
			cost(2, { costUnit: 'FIETSEN', project: 'P2026-1' }),
			cost(3, {
				distribution: [
					{ plan: 'costCenter', account: 'XX', percentage: 50 },
					{ plan: 'costCenter', account: 'ALG', percentage: 50 },
				],
			}),
		];
		const parameters = purchase('F-9', lines, {
			supplier: by('code', '4711'),
			additionalFields: {
				journal: by('code', '66'),
				paymentTerm: by('code', '33'),
				currency: by('code', 'XXX'),
			},
		});
		const error = await bench.fail(parameters);
		expect(error.message).toMatch(/\(and 9 more\)$/);
		const { problems } = error.context.details as { problems: IDataObject[] };
		expect(problems.map(({ code, field }) => `${String(code)} ${String(field)}`).sort()).toEqual([
			'ANALYTIC_UNKNOWN Line 1 > Cost Center',
			'ANALYTIC_UNKNOWN Line 2 > Cost Unit',
			'ANALYTIC_UNKNOWN Line 2 > Project',
			'ANALYTIC_UNKNOWN Line 3 > Cost Center',
			'CURRENCY Additional Fields > Currency',
			'GL_UNKNOWN Line 1 > Ledger Account',
			'JOURNAL Additional Fields > Journal',
			'PARTNER Supplier',
			'PAYMENT_TERM_UNKNOWN Additional Fields > Payment Term',
			'VAT_UNKNOWN Line 1 > VAT Code',
		]);
		for (const { field } of problems) expect(error.description).toContain(`'${String(field)}'`);
		expect(error.description).toMatch(/Did you mean 4100 or 4810\?/);
	});

	it('does not name relations that other items ask for', async () => {
		const { json } = await runAll(
			bench,
			[purchase('F-1'), purchase('F-2', [cost()], { supplier: by('code', '5085X') })],
			{ continueOnFail: true },
		);
		const { details } = json[1] as { details: { description: string } };
		expect(json[1]).toMatchObject({ code: 'PARTNER' });
		expect(details.description).toMatch(/^Choose a supplier from the list\./);
	});

	it('is an error of its own division only', async () => {
		const wrong: INodeParameters = { division: by('id', 9900001) };
		const { json } = await runAll(bench, [purchase('F-1'), purchase('F-1', [cost()], wrong)], {
			continueOnFail: true,
		});
		expect(json.map(({ code }) => code)).toEqual([undefined, 'DIVISION_UNKNOWN']);
	});
});
