import type { INodeParameters } from 'n8n-workflow';

import { by, inDivision, NL } from '../harness/inputs.cjs';
import { CLIENT, expectBalanced, OTHER_CLIENT } from '../harness/invoices.cjs';
import { Bench } from '../harness/n8n.cjs';
import {
	bank,
	bothSides,
	idOf,
	invoice,
	lineOf,
	match,
	tables,
	uploads,
} from './matchingBooks.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
}, 60_000);
afterAll(async () => await bench.stop());

const suggest = (parameters: INodeParameters = {}): INodeParameters =>
	inDivision('matching', 'suggest', parameters);
const forLine = (bankLine: INodeParameters, more: INodeParameters = {}) =>
	suggest({ suggestFor: 'bankLine', bankLine, ...more });
const sign = { client: 1, supplier: -1 };
const numberOf = async (side: 'client' | 'supplier', entry: string) =>
	String((await lineOf(bench, side, entry)).EntryNumber);

describe.each(['strict', 'lenient'] as const)('Suggest, %s sandbox', (profile) => {
	beforeEach(async () => await bench.reset(profile));
	afterEach(async () => await expectBalanced(bench));

	test.each(bothSides)('for unmatched payments of a %s, which Match takes', async (side) => {
		const sold = await invoice(bench, side, 123.45);
		const paid = await bank(bench, [
			{ side, amount: 123.45, text: `Invoice ${await numberOf(side, sold)}` },
		]);
		await bench.sandbox.clearLog();
		const { json } = await bench.run(suggest({ side }));
		expect(await bench.calls()).toEqual([`GET bulk/Cashflow/${tables[side]} 200`]);
		const mine = json.filter(
			({ payment }) => (payment as { entryId?: unknown } | null)?.entryId === paid,
		);
		expect(mine[0]).toEqual({
			...{ division: NL, side, grade: 'certain', score: 100, amount: 123.45, difference: 0 },
			reasons: [
				'the amount is equal',
				'the text names it',
				'the payment is booked on the same relation',
			],
			relationId: await idOf(bench, 'Accounts', side === 'client' ? '1022' : '5084'),
			relationCode: side === 'client' ? '1022' : '5084',
			relationName: expect.any(String),
			entries: [expect.any(String), expect.any(String)],
			payment: expect.objectContaining({ entryId: paid, openAmount: -123.45 }),
			invoices: [expect.objectContaining({ entryId: sold, openAmount: 123.45 })],
		});
		expect(await uploads(bench)).toEqual([]);
		const done = await bench.run(match(side, mine[0]?.entries as string[]));
		expect(done.json).toEqual([expect.objectContaining({ matched: true, difference: 0 })]);
		const again = await bench.run(suggest({ side }));
		const still = again.json.filter(({ invoices }) => JSON.stringify(invoices).includes(sold));
		expect(still).toEqual([]);
	});

	test.each(bothSides)('for a bank line of a %s, by what the bank says of it', async (side) => {
		const sold = await invoice(bench, side, 123.45);
		const relation = side === 'client' ? CLIENT : '5084';
		const iban = 'NL91 ABNA 0417 1643 00';
		const amount = sign[side] * 123.45;
		const Account = await idOf(bench, 'Accounts', relation);
		const known = await bench.run(forLine({ amount, iban }, { side }));
		expect(known.json.map(({ grade }) => grade)).toEqual(['possible']);
		const ID = '77777777-1111-4111-8111-111111111111';
		const BankAccount = iban.replace(/ /g, '');
		await bench.sandbox.insert(NL, 'BankAccounts', [{ ID, Account, BankAccount, Main: false }]);
		const { json } = await bench.run(forLine({ amount, iban }, { side }));
		expect(json).toEqual([
			expect.objectContaining({
				...{ grade: 'likely', relationId: Account, amount: 123.45, payment: null },
				reasons: ['the amount is equal', 'the IBAN belongs to the relation'],
				invoices: [expect.objectContaining({ entryId: sold })],
			}),
		]);
		const text = { amount, description: `INV ${await numberOf(side, sold)}` };
		const certain = await bench.run(forLine(text, { side }));
		expect(certain.json.map(({ grade }) => grade)).toEqual(['certain']);
		const back = await bench.run(forLine({ ...text, amount: -amount }, { side }));
		expect(back.json).toMatchObject([{ grade: 'none', relationId: null, entries: [] }]);
	});

	test('for many bank lines reads the open terms once, and is certain once', async () => {
		const sold = await invoice(bench, 'client', 123.45);
		const number = await numberOf('client', sold);
		await bench.sandbox.clearLog();
		const items = [{ text: number }, { text: number }, { text: '' }];
		const parameters = forLine({ amount: 123.45, description: '={{ $json.text }}' });
		const { json, items: out } = await bench.run(parameters, { items });
		expect(json.map(({ grade }) => grade)).toEqual(['certain', 'likely', 'possible']);
		expect(out.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(await bench.calls()).toEqual(['GET bulk/Cashflow/Receivables 200']);
	});

	test('of one client only', async () => {
		await invoice(bench, 'client', 123.45);
		await bank(bench, [{ amount: 123.45 }]);
		const mine = await bench.run(suggest({ client: by('code', CLIENT) }));
		const id = String(await idOf(bench, 'Accounts', OTHER_CLIENT));
		const others = await bench.run(suggest({ client: by('id', id) }));
		expect(mine.json.map(({ relationCode }) => relationCode)).toContain(CLIENT);
		expect(others.json.map(({ relationCode }) => relationCode)).not.toContain(CLIENT);
		const line = forLine({ amount: 123.45 }, { client: by('id', id) });
		const grades = (await bench.run(line)).json.map(({ grade }) => grade);
		expect(grades).not.toEqual(expect.arrayContaining(['certain']));
		expect(grades).not.toEqual(expect.arrayContaining(['likely']));
	});
});

describe('Suggest refuses', () => {
	beforeEach(async () => await bench.reset());

	test.each([
		['a bank line without amount', forLine({ iban: 'NL91ABNA0417164300' }), 'PARAM_REQUIRED'],
		['an amount that is none', forLine({ amount: '1.234,56' }), 'PARAM_FORMAT'],
		['a day that is none', forLine({ amount: 1, date: 'soon' }), 'PARAM_FORMAT'],
		['a use that is none', suggest({ suggestFor: 'all' }), 'PARAM_FORMAT'],
		['an unknown client', suggest({ client: by('code', '1') }), 'NOT_FOUND'],
	])('%s', async (_, parameters, code) => {
		expect((await bench.fail(parameters)).context.code).toBe(code);
	});
});
