import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { by, inDivision, NL } from '../harness/inputs.cjs';
import { expectBalanced, OTHER_CLIENT, posted, runAll } from '../harness/invoices.cjs';
import { BANK, CASH, postings, standing } from '../harness/moneyEntries.cjs';
import { Bench } from '../harness/n8n.cjs';
import type { Row } from '../harness/sandbox.cjs';
import { change } from './ledgerBooks.cjs';
import { termsOf, uploads } from './matchingBooks.cjs';
import { kinds, owe, pay, paying, payOnce, type Kind } from './paying.cjs';

let bench: Bench;
beforeAll(async () => void (bench = await Bench.start()));
afterEach(async () => await expectBalanced(bench));
afterAll(async () => await bench.stop());

const one = async (parameters: INodeParameters): Promise<IDataObject> =>
	(await bench.run(parameters)).json[0] ?? {};
const openTerms = async (kind: Kind, id: string) =>
	(await termsOf(bench, kinds[kind].side, id))
		.filter(([status]) => status !== 50)
		.map(([, amount]) => Math.abs(amount));
const sentEntries = async () => (await posted(bench)).length;
const lines = async () =>
	(await posted(bench)).flatMap((body) => (body.BankEntryLines ?? []) as IDataObject[]);

describe.each(['strict', 'lenient'] as const)('Payment: Create, %s sandbox', (profile) => {
	beforeEach(async () => await bench.reset(profile));

	it.each(Object.keys(kinds) as Kind[])('books and matches what pays a %s', async (kind) => {
		const { flow, account } = kinds[kind];
		const owed = await owe(bench, 121, kind);
		const start = await standing(bench, BANK);
		await bench.sandbox.clearLog();
		const item = await one(pay([paying(owed)], { additionalFields: { description: 'Paid' } }));
		expect(item).toMatchObject({
			...{ kind: 'bank', journal: BANK, date: '2026-06-10', alreadyBooked: false },
			...{ openingBalance: start, closingBalance: Math.round((start + flow * 121) * 100) / 100 },
			payments: [
				{
					...{ invoiceId: owed.id, number: String(owed.number), relationId: expect.any(String) },
					...{ amount: 121, matched: true, openAmount: 0 },
				},
			],
		});
		expect(item).not.toHaveProperty('_warnings');
		expect(await postings(bench, item.id)).toEqual([
			['1100', flow * 121_00],
			[account, -flow * 121_00],
		]);
		expect(await lines()).toEqual([
			expect.objectContaining({
				...{ AmountFC: flow * 121, OurRef: owed.number, Description: 'Paid' },
			}),
		]);
		expect(await openTerms(kind, owed.id)).toEqual([]);
		expect(await openTerms(kind, String(item.id))).toEqual([]);
	});

	it('pays what several clients and suppliers are owed or owe with one entry', async () => {
		const owed: Array<[Kind, number, Awaited<ReturnType<typeof owe>>]> = [
			['sale', 121, await owe(bench, 121)],
			['sale', 50, await owe(bench, 50, 'sale', { client: by('code', OTHER_CLIENT) })],
			['salesCredit', 20, await owe(bench, 20, 'salesCredit')],
			['purchase', 60, await owe(bench, 60, 'purchase')],
			['purchaseCredit', 5, await owe(bench, 5, 'purchaseCredit')],
		];
		const sent = await sentEntries();
		const item = await one(pay(owed.map(([, , invoice]) => paying(invoice))));
		expect(await sentEntries()).toBe(sent + 1);
		expect(item.payments).toEqual(
			owed.map(([, amount, { id, number }]) => ({
				...{ invoiceId: id, number: String(number), relationId: expect.any(String) as string },
				...{ amount, matched: true, openAmount: 0 },
			})),
		);
		expect((await postings(bench, item.id))[0]).toEqual(['1100', 96_00]);
		for (const [kind, , { id }] of owed) expect(await openTerms(kind, id)).toEqual([]);
		expect(await uploads(bench)).toHaveLength(1);
	});

	it.each([
		['of different amounts', 70, 51],
		['of the same amount', 60, 60],
	])('tells two invoices of one client apart, %s', async (_, first, second) => {
		const [a, b] = [await owe(bench, first), await owe(bench, second)];
		const item = await one(pay([paying(b), paying(a)]));
		expect(item.payments).toMatchObject([
			{ number: String(b.number), amount: second, matched: true, openAmount: 0 },
			{ number: String(a.number), amount: first, matched: true, openAmount: 0 },
		]);
		expect(await openTerms('sale', String(item.id))).toEqual([]);
	});

	it('tells them apart when they are named the other way round the next time', async () => {
		const [a, b] = [await owe(bench, 70), await owe(bench, 51)];
		await one(payOnce('P-1', [paying(a), paying(b)]));
		const again = await one(payOnce('P-1', [paying(b), paying(a)]));
		expect(again).toMatchObject({
			alreadyBooked: true,
			payments: [
				{ number: String(b.number), amount: 51, matched: true },
				{ number: String(a.number), amount: 70, matched: true },
			],
		});
	});

	it('pays one term of an invoice by its own ID', async () => {
		const owed = await owe(bench, 100);
		const terms = (await bench.sandbox.records(NL, 'Receivables')).filter(
			({ TransactionEntryID: entry }) => entry === owed.id,
		);
		const ID = '44444444-4444-4444-8444-000000000040';
		const second: Row = { ...terms[0], ID, AmountDC: -40, AmountFC: -40 };
		delete second.Timestamp;
		await change(bench.sandbox, 'Receivables', terms, () => ({ AmountDC: -60, AmountFC: -60 }));
		await bench.sandbox.insert(NL, 'Receivables', [second]);
		const item = await one(pay([{ invoiceId: ID }]));
		expect(item.payments).toMatchObject([{ amount: 40, matched: true, openAmount: 0 }]);
		expect(await openTerms('sale', owed.id)).toEqual([60]);
	});

	it.each<[Kind]>([['sale'], ['purchase']])('pays a %s in parts, in several runs', async (kind) => {
		const owed = await owe(bench, 100, kind);
		const first = await one(pay([paying(owed, 40)]));
		expect(first.payments).toMatchObject([{ amount: 40, matched: true, openAmount: 60 }]);
		expect(await openTerms(kind, owed.id)).toEqual([60]);
		const last = await one(pay([paying(owed)]));
		expect(last.payments).toMatchObject([{ amount: 60, matched: true, openAmount: 0 }]);
		expect(await openTerms(kind, owed.id)).toEqual([]);
	});

	it('pays an invoice in parts in one run: by two items, and by two lines of one', async () => {
		const owed = await owe(bench, 100);
		const { json } = await runAll(bench, [
			payOnce('P-1', [paying(owed, 10), paying(owed, 10)]),
			payOnce('P-2', [paying(owed)]),
		]);
		expect(json.map(({ payments }) => payments)).toMatchObject([
			[
				{ amount: 10, matched: true },
				{ amount: 10, matched: true },
			],
			[{ amount: 80, matched: true, openAmount: 0 }],
		]);
		expect(await openTerms('sale', owed.id)).toEqual([]);
		const sent = await sentEntries();
		const again = await runAll(bench, [
			payOnce('P-1', [paying(owed, 10), paying(owed, 10)]),
			payOnce('P-2', [paying(owed)]),
		]);
		expect(again.json.map(({ alreadyBooked }) => alreadyBooked)).toEqual([true, true]);
		expect(await sentEntries()).toBe(sent);
	});

	it('pays by cash, by the ID of a line or of an outstanding item, and by the form', async () => {
		const [a, b] = [await owe(bench, 30), await owe(bench, 12)];
		const all = inDivision('outstandingItem', 'getAll', { side: 'client', returnAll: true });
		const item = (await bench.run(all)).json.find(({ invoiceId }) => invoiceId === a.id);
		const rows = await bench.sandbox.records(NL, 'TransactionLines');
		const line = rows.find(({ EntryID, LineNumber }) => EntryID === b.id && LineNumber === 0);
		const paid = await one(
			pay([], {
				journal: by('code', CASH),
				specifyPayments: 'fields',
				payments: {
					row: [{ invoiceId: String(item?.id), amount: 0 }, { invoiceId: `{${String(line?.ID)}}` }],
				},
			}),
		);
		expect(paid).toMatchObject({
			...{ kind: 'cash', journal: CASH },
			payments: [
				{ number: String(a.number), amount: 30, matched: true },
				{ number: String(b.number), amount: 12, matched: true },
			],
		});
	});

	it('only books when that was asked for', async () => {
		const owed = await owe(bench);
		const item = await one(pay([paying(owed)], { options: { match: false } }));
		expect(item.payments).toMatchObject([{ amount: 121, matched: false, openAmount: 121 }]);
		expect(await uploads(bench)).toEqual([]);
	});

	it('finds matched what Exact matches by the number itself', async () => {
		await bench.sandbox.settings({ autoMatch: true });
		const [whole, part] = [await owe(bench, 121), await owe(bench, 100)];
		const item = await one(pay([paying(whole), paying(part, 40)]));
		expect(item.payments).toMatchObject([
			{ matched: true, openAmount: 0 },
			{ matched: true, openAmount: 60 },
		]);
		expect(await uploads(bench)).toEqual([]);
	});

	it('shows in a preview what it would pay, and sends nothing', async () => {
		const owed = await owe(bench);
		const start = await standing(bench, BANK);
		const sent = await sentEntries();
		const preview = await one(pay([paying(owed, 21)], { options: { preview: true } }));
		expect(preview).toMatchObject({
			...{ preview: true, what: 'bank entry', total: 21 },
			body: { OpeningBalanceFC: start, BankEntryLines: [{ AmountFC: 21 }] },
			payments: [{ amount: 21, matched: false, openAmount: 121 }],
		});
		expect(await sentEntries()).toBe(sent);
		expect(await uploads(bench)).toEqual([]);
	});

	it.each<[string, INodeParameters]>([
		['a booking reference', { bookingReference: 'Pay 7' }],
		['a number', { entryNumber: '26209001' }],
	])('books and matches once by %s: in one run, and in the next', async (_, additionalFields) => {
		const [a, b] = [await owe(bench, 121), await owe(bench, 60, 'purchase')];
		const parameters = pay([paying(a), paying(b, 25)], { additionalFields });
		const { json } = await runAll(bench, [parameters, parameters]);
		expect(json[0]).toMatchObject({
			alreadyBooked: false,
			payments: [
				{ amount: 121, matched: true, openAmount: 0 },
				{ amount: 25, matched: true, openAmount: 35 },
			],
		});
		expect(json[1]).toMatchObject({ id: json[0]?.id, alreadyBooked: true });
		const [entries, matchings] = [await sentEntries(), (await uploads(bench)).length];
		// Lines name what they are matched with by now.
		expect(await one(parameters)).toMatchObject({
			...json[0],
			alreadyBooked: true,
			lines: expect.any(Array),
		});
		expect([await sentEntries(), (await uploads(bench)).length]).toEqual([entries, matchings]);
		const conflict = await bench.fail(pay([paying(a, 120), paying(b, 25)], { additionalFields }));
		expect(conflict.context.code).toBe('CONFLICT');
		expect(conflict.message).toMatch(
			/is booked already: entry \d+ in journal 20, but its total is 121\.00, not 120\.00/,
		);
	});

	it.each(['raw', 'selected'])('answers %s output as Financial Entry does', async (output) => {
		const owed = await owe(bench);
		const item = await one(pay([paying(owed)], { output, fieldsToReturn: ['number'] }));
		const get = inDivision('financialEntry', 'get', {
			...{ entry: String(item.id ?? item.EntryID), output, fieldsToReturn: ['number'] },
		});
		const { payments, alreadyBooked, ...entry } = item;
		expect([payments, alreadyBooked]).toMatchObject([[{ matched: true }], false]);
		expect(Object.keys(entry).sort()).toEqual(
			expect.arrayContaining(Object.keys(await one(get)).filter((name) => name !== 'Modified')),
		);
	});
});
