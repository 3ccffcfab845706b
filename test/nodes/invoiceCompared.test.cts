import type { INodeParameters } from 'n8n-workflow';

import { by, NL } from '../harness/inputs.cjs';
import {
	cost,
	expectBalanced,
	posted,
	purchase,
	purchaseCredit,
	revenue,
	runAll,
	sale,
	salesCredit,
	stored,
} from '../harness/invoices.cjs';
import { Bench } from '../harness/n8n.cjs';
import type { Fault, Settings } from '../harness/sandbox.cjs';
import { binary } from './attaching.cjs';
import { booked, everything, type Everything } from './booking.cjs';

let bench: Bench;
let demo: Everything;
beforeAll(async () => {
	bench = await Bench.start();
}, 30_000);
afterAll(async () => await bench.stop());
afterEach(async () => await expectBalanced(bench));

const profiles = ['strict', 'lenient'] as const;
async function fresh(profile: (typeof profiles)[number], settings: Settings = {}): Promise<void> {
	await bench.reset(profile);
	await bench.sandbox.settings(settings);
	demo = await everything(bench);
}
const entries = async () => (await booked(bench, demo)).entries;
const calls = async (method: string) =>
	(await bench.calls()).filter((call) => call.startsWith(method));

const dropping = (...drop: string[]): Settings => ({ drop });
const more = (additionalFields: INodeParameters) => ({ additionalFields });

describe.each(profiles)('what Exact does not keep, %s sandbox', (profile) => {
	it.each<[string, Settings, INodeParameters, string[]]>([
		[
			'a ledger account',
			dropping('PurchaseEntryLines.GLAccount'),
			purchase('D-1', [cost(100, { ledgerAccount: '4200' })]),
			['Line 1: booked on ledger account 4000 instead of 4200'],
		],
		[
			'a cost center',
			dropping('PurchaseEntryLines.CostCenter'),
			purchase('D-1', [cost(100), cost(50, { costCenter: 'VERK' })]),
			['Line 2: Exact Online did not keep the cost center VERK'],
		],
		[
			'a cost unit of a sale',
			dropping('SalesEntryLines.CostUnit'),
			sale('D-1', [revenue(100, { costUnit: 'FIETS' })]),
			['Line 1: Exact Online did not keep the cost unit FIETS'],
		],
		[
			'the reference of a purchase: its key',
			dropping('PurchaseEntries.YourRef'),
			purchase('D-1'),
			[
				'Exact Online did not keep the reference "D-1"',
				'It can not be found by its key: running this again would book it again',
			],
		],
		[
			'the reference of a purchase that has another key',
			dropping('PurchaseEntries.YourRef'),
			purchase('D-1', [cost()], more({ bookingReference: 'B-1' })),
			['Exact Online did not keep the reference "D-1"'],
		],
		[
			'the reference of a sale, which is no key',
			dropping('SalesEntries.YourRef'),
			sale('D-1'),
			['Exact Online did not keep the reference "D-1"'],
		],
		[
			'a booking reference: the key of a sale',
			dropping('SalesEntries.ExternalLinkReference'),
			sale('', [revenue()], more({ bookingReference: 'B-1' })),
			[
				'Exact Online did not keep the booking reference "B-1"',
				'It can not be found by its key: running this again would book it again',
			],
		],
		[
			'the end of a long reference',
			{ yourRefLength: 30 },
			purchase('D'.repeat(40)),
			[`Exact Online kept "${'D'.repeat(30)}" of the reference "${'D'.repeat(40)}"`],
		],
		[
			'a number',
			{ entryNumbers: 'replaced' },
			sale('', [revenue()], more({ entryNumber: '26709999' })),
			[expect.stringMatching(/^Exact Online numbered the entry \d+ instead of 26709999$/)],
		],
	])('is said: %s', async (_, settings, parameters, warnings) => {
		await fresh(profile, settings);
		const { json } = await bench.run(parameters);
		expect(json).toEqual([expect.objectContaining({ alreadyBooked: false, _warnings: warnings })]);
		expect(await entries()).toHaveLength(1);
	});

	it('is nothing to speak of, when it keeps everything', async () => {
		await fresh(profile);
		const line = { costCenter: 'VERK', costUnit: 'FIETS', project: 'P2026-01' };
		const all = [purchase('D-1', [cost(100, line), cost(20, line)]), purchase('D-2')];
		const { json } = await runAll(bench, all);
		expect(json.map((item) => item._warnings)).toEqual([undefined, undefined]);
	});

	it('shows where a line of a dropped account went', async () => {
		await fresh(profile, dropping('PurchaseEntryLines.GLAccount'));
		const lines = [cost(100, { ledgerAccount: '4200' })];
		const { json } = await bench.run(purchase('D-1', lines));
		expect(json[0]?.lines).toEqual([
			expect.objectContaining({ ledgerAccount: '4000', amount: 100, vatAmount: 21 }),
		]);
	});
});

describe.each(profiles)('a total that Exact changed, %s sandbox', (profile) => {
	const tamper = (entity: string, column: string, change: object) => ({
		tamper: [{ entity, column, ...change }],
	});

	it.each<[string, INodeParameters, Settings, string]>([
		[
			'purchase',
			purchase('T-1'),
			tamper('PurchaseEntryLines', 'AmountFC', { add: 5 }),
			'The purchase invoice is booked, but with a total of 126.00 instead of 121.00 (entry',
		],
		[
			'sale',
			sale('T-1', [revenue()], more({ bookingReference: 'T-1' })),
			tamper('SalesEntryLines', 'VATAmountFC', { set: 20.95 }),
			'The sales invoice is booked, but with a total of 120.95 instead of 121.00 (entry',
		],
	])('is an error that names the entry: %s', async (_, parameters, settings, message) => {
		await fresh(profile, settings);
		const error = await bench.fail(parameters);
		const [entry] = await entries();
		expect(error.message).toContain(message);
		expect(error.context).toMatchObject({
			code: 'BOOKED_DIFFERENTLY',
			details: { entryId: entry?.EntryID, entryNumber: String(entry?.EntryNumber) },
		});
		expect(await entries()).toHaveLength(1);
		expect(await calls('DELETE')).toEqual([]);
		await bench.sandbox.settings({ tamper: [] });
		expect((await bench.fail(parameters)).context.code).toBe('CONFLICT');
		expect(await entries()).toHaveLength(1);
	});

	it('is an error for the later items that mean the same entry, in this chunk and the next', async () => {
		await fresh(profile, tamper('PurchaseEntryLines', 'AmountFC', { add: 5 }));
		const same = Array.from({ length: 41 }, () => purchase('T-1'));
		const { json } = await runAll(bench, same, { continueOnFail: true });
		expect(new Set(json.slice(0, 40).map(({ code }) => code))).toEqual(
			new Set(['BOOKED_DIFFERENTLY']),
		);
		expect(json[40]?.code).toBe('CONFLICT');
		expect(await entries()).toHaveLength(1);
	});

	it('of a cent is what rounding does, and shown as it is booked', async () => {
		await fresh(profile, tamper('PurchaseEntryLines', 'VATAmountFC', { set: 20.99 }));
		const { json } = await bench.run(purchase('T-1'));
		expect(json).toEqual([expect.objectContaining({ net: 100, vat: 20.99, total: 120.99 })]);
	});

	it('of a cent is said when the total was given', async () => {
		await fresh(profile, tamper('PurchaseEntryLines', 'VATAmountFC', { set: 20.99 }));
		const { json } = await bench.run(purchase('T-1', [cost()], more({ total: 121 })));
		expect(json[0]?._warnings).toEqual([
			'Exact Online reckons a total of 120.99 where 121.00 was given: it rounds VAT itself',
		]);
	});
});

describe('an invoice that came out as something else', () => {
	const readings = ['invoice', 'creditNote'] as const;
	const creditOf = { sales: sale, purchase };
	const cases = readings.flatMap((reading) =>
		(['sales', 'purchase'] as const).map((side) => ({ reading, side })),
	);

	it.each(cases)(
		'$side credit note, normal journal, a negative total is an $reading',
		async ({ reading, side }) => {
			await fresh('strict', { salesCredit: reading });
			const journal = by('code', side === 'sales' ? '70' : '60');
			const kind = side === 'sales' ? salesCredit : purchaseCredit;
			const parameters = creditOf[side]('C-1', undefined, {
				...kind,
				...more({ journal, file: 'data' }),
			});
			const files = [binary({})];
			if (reading === 'creditNote') {
				const { json } = await bench.run(parameters, { files });
				expect(json).toEqual([expect.objectContaining({ kind: kind.kind, total: -121 })]);
				return;
			}
			const before = await bench.sandbox.ledger(NL);
			const error = await bench.fail(parameters, { files });
			expect(error.context.code).toBe('WRONG_KIND');
			expect(error.message).toMatch(
				`Exact Online did not make a ${side} credit note of it, so it was deleted again (entry`,
			);
			expect(await calls('DELETE')).toHaveLength(1);
			expect(await booked(bench, demo)).toEqual({ entries: [], files: [] });
			expect(await bench.sandbox.ledger(NL)).toEqual(before);
			expect(await calls('POST documents')).toEqual([]);
		},
	);

	const signs = ['positive', 'negative'] as const;
	it.each(signs.flatMap((sign) => cases.slice(0, 2).map(({ side }) => ({ sign, side }))))(
		'$side credit note, return journal that wants $sign amounts: is right in the end',
		async ({ sign, side }) => {
			await fresh('strict', { returnJournalSign: sign });
			const kind = side === 'sales' ? salesCredit : purchaseCredit;
			const { json } = await bench.run(creditOf[side]('C-1', undefined, kind));
			const [item] = json;
			expect(item).toMatchObject({ kind: kind.kind, net: -100, vat: -21, total: -121 });
			const [control] = (await stored(bench, item?.id)).ledger;
			expect(control?.AmountDC).toBe(side === 'sales' ? -121 : 121);
			expect(await posted(bench)).toHaveLength(sign === 'positive' ? 2 : 1);
			const warning = expect.stringMatching(/takes credit notes with positive amounts: entry \d+/);
			expect(item?._warnings).toEqual(sign === 'positive' ? [warning] : undefined);
			expect(await entries()).toHaveLength(1);
		},
	);

	it.each<[string, INodeParameters, object]>([
		['as a credit note', sale('W-1'), { entity: 'SalesEntries', column: 'Type', set: 21 }],
		[
			'below zero',
			purchase('W-1'),
			{ entity: 'PurchaseEntryLines', column: 'AmountFC', set: -100 },
		],
	])('%s: is deleted, and said', async (_, parameters, tamper) => {
		await fresh('strict', { tamper: [tamper] });
		const error = await bench.fail(parameters);
		expect(error.context.code).toBe('WRONG_KIND');
		expect(error.description).toContain('Choose another journal');
		expect(await entries()).toEqual([]);
	});

	it('is an error for every item that meant it, and leaves nothing', async () => {
		await fresh('strict', { tamper: [{ entity: 'SalesEntries', column: 'Type', set: 21 }] });
		const same = more({ bookingReference: 'W-1' });
		const all = [sale('W-1', [revenue()], same), sale('W-1', [revenue()], same)];
		const { json } = await runAll(bench, all, { continueOnFail: true });
		expect(json.map(({ code }) => code)).toEqual(['WRONG_KIND', 'WRONG_KIND']);
		expect(await entries()).toEqual([]);
	});

	it('is not deleted once it is processed: the error names it', async () => {
		await fresh('strict', { tamper: [{ entity: 'SalesEntries', column: 'Status', set: 50 }] });
		const journal = by('code', '70');
		const error = await bench.fail(
			sale('W-1', undefined, { ...salesCredit, ...more({ journal }) }),
		);
		const [entry] = await entries();
		expect(error.context).toMatchObject({
			code: 'BOOKED_DIFFERENTLY',
			details: { entryId: entry?.EntryID },
		});
		expect(error.message).toContain('it could not be deleted');
		expect(await entries()).toHaveLength(1);
	});
});

describe('a file', () => {
	it('is not attached to what came out as something else', async () => {
		await fresh('strict', { tamper: [{ entity: 'SalesEntries', column: 'Type', set: 21 }] });
		const parameters = sale('', [revenue()], more({ file: 'data' }));
		const error = await bench.fail(parameters, { files: [binary({})] });
		expect(error.context.code).toBe('WRONG_KIND');
		expect(await calls('POST documents')).toEqual([]);
	});

	it('of two items that mean one entry is sent once', async () => {
		await fresh('strict');
		const one = purchase('F-1', [cost()], more({ file: 'data' }));
		const { json } = await runAll(bench, [one, one], { files: [binary({}), binary({})] });
		expect(json.map(({ attachment }) => attachment)).toEqual([
			expect.objectContaining({ alreadyAttached: false }),
			expect.objectContaining({ alreadyAttached: true }),
		]);
		expect((await booked(bench, demo)).files).toHaveLength(1);
	});

	it.each<[string, Fault, unknown[], number]>([
		['sent again, when it may have arrived', { kind: 'reset', when: 'before' }, ['PARTIAL'], 1],
		[
			'kept back, when it was refused',
			{ kind: 'status', status: 500, body: { error: { message: 'Not allowed: File' } } },
			[undefined],
			2,
		],
	])('of two items that mean one entry is not %s', async (_, fault, twin, posts) => {
		await fresh('strict');
		await bench.sandbox.faults([{ match: { method: 'POST', path: 'DocumentAttach' }, fault }]);
		const one = purchase('F-1', [cost()], more({ file: 'data' }));
		const files = [binary({}), binary({})];
		const { json } = await runAll(bench, [one, one], { files, continueOnFail: true });
		expect(json.map(({ code }) => code)).toEqual(['PARTIAL', ...twin]);
		expect(await calls('POST documents/DocumentAttachments')).toHaveLength(posts);
	});
});
