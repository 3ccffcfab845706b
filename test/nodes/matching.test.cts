import type { INodeParameters } from 'n8n-workflow';

import { by, inDivision, NL } from '../harness/inputs.cjs';
import { CLIENT, expectBalanced, OTHER_CLIENT } from '../harness/invoices.cjs';
import { Bench } from '../harness/n8n.cjs';
import { change } from './ledgerBooks.cjs';
import {
	bank,
	bothSides,
	control,
	idOf,
	invoice,
	lineOf,
	match,
	tables,
	termsOf,
	uploads,
} from './matchingBooks.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
}, 60_000);
afterAll(async () => await bench.stop());

const nobody = '44444444-3333-4333-8333-000000000009';
const sign = { client: 1, supplier: -1 };
/** How open terms are stored: the opposite of their line. */
const stored = (side: 'client' | 'supplier', ...terms: Array<[number, number]>) =>
	terms.map(([status, amount]) => [status, -sign[side] * amount]);
const writeOff = (difference: string, more: INodeParameters = {}): INodeParameters => ({
	difference,
	writeOff: { ledgerAccount: by('code', '8000'), ...more },
});

describe.each(['strict', 'lenient'] as const)('Match, %s sandbox', (profile) => {
	beforeEach(async () => await bench.reset(profile));
	afterEach(async () => await expectBalanced(bench));

	test.each(bothSides)('an invoice of a %s with its payment, once', async (side) => {
		const [sold, paid] = [await invoice(bench, side), await bank(bench, [{ side, amount: 121 }])];
		await bench.sandbox.clearLog();
		const { json } = await bench.run(match(side, [sold, paid]));
		expect(json).toEqual([
			{
				division: NL,
				matched: true,
				alreadyMatched: false,
				matchingNumber: expect.stringMatching(/^[0-9a-f]{16}$/),
				relationId: expect.any(String),
				relationCode: side === 'client' ? '1022' : '5084',
				relationName: expect.any(String),
				ledgerAccount: control[side],
				difference: 0,
				writtenOff: 0,
				openAmount: 0,
				entries: [
					expect.objectContaining({ id: sold, amount: sign[side] * 121 }),
					expect.objectContaining({ id: paid, journal: '20', amount: -sign[side] * 121 }),
				],
			},
		]);
		const twin = `bulk/Cashflow/${tables[side]}`;
		expect(await bench.calls()).toEqual([
			'GET bulk/Financial/GLAccounts 200',
			'GET bulk/Financial/TransactionLines 200',
			`GET ${twin} 200`,
			'GET bulk/CRM/Accounts 200',
			'POST docs/XMLUpload.aspx 200',
			`GET ${twin} 200`,
		]);
		expect(await termsOf(bench, side, sold)).toEqual(stored(side, [50, 121]));
		expect(await termsOf(bench, side, paid)).toEqual(stored(side, [50, -121]));

		const again = await bench.run(match(side, [paid, sold]));
		expect(again.json).toEqual([
			expect.objectContaining({
				...{ matched: true, alreadyMatched: true, openAmount: 0 },
				matchingNumber: json[0]?.matchingNumber,
			}),
		]);
		expect(await uploads(bench)).toHaveLength(1);
	});

	test.each(bothSides)('entries of a %s by any of their IDs', async (side) => {
		const [one, other] = [await invoice(bench, side, 50), await invoice(bench, side, 71)];
		const paid = await bank(bench, [
			{ side, amount: 121 },
			{ side, amount: 9 },
		]);
		const { json } = await bench.run(
			inDivision('outstandingItem', 'getAll', { side, returnAll: true }),
		);
		const item = json.find(({ invoiceId }) => invoiceId === one);
		const line = await lineOf(bench, side, paid, 0);
		const ids = [String(item?.id).toUpperCase(), other, `{${String(line.ID)}}`];
		const done = await bench.run(match(side, ids));
		expect(done.json).toEqual([expect.objectContaining({ matched: true, difference: 0 })]);
		expect(await termsOf(bench, side, paid)).toEqual(stored(side, [20, -9], [50, -121]));
	});

	test.each(bothSides)('a part of an invoice of a %s, then the rest', async (side) => {
		const sold = await invoice(bench, side, 100);
		const first = await bank(bench, [{ side, amount: 40 }]);
		const refused = await bench.fail(match(side, [sold, first]));
		expect(refused).toMatchObject({
			message: expect.stringMatching(
				side === 'client'
					? /adds up to 60\.00, not to 0 \(\d+: 100\.00, \d+: -40\.00\)/
					: /adds up to -60\.00, not to 0 \(\d+: -100\.00, \d+: 40\.00\)/,
			),
			context: { code: 'MATCH_BALANCE' },
		});
		expect(await uploads(bench)).toEqual([]);

		const part = match(side, [sold, first], { difference: 'leaveOpen' });
		const { json } = await bench.run(part);
		const expected = { matched: true, openAmount: 60, writtenOff: 0 };
		expect(json).toEqual([expect.objectContaining({ ...expected, difference: sign[side] * 60 })]);
		expect(await termsOf(bench, side, sold)).toEqual(stored(side, [20, 60], [50, 40]));

		const again = await bench.run(part);
		expect(again.json).toEqual([expect.objectContaining({ ...expected, alreadyMatched: true })]);
		expect(await uploads(bench)).toHaveLength(1);

		const rest = await bank(bench, [{ side, amount: 60 }]);
		const done = await bench.run(match(side, [sold, rest]));
		expect(done.json).toEqual([expect.objectContaining({ matched: true, openAmount: 0 })]);
		expect(await termsOf(bench, side, rest)).toEqual(stored(side, [50, -60]));
	});

	test('what is open, where Exact takes the part that was paid off its term', async () => {
		const [sold, first] = [
			await invoice(bench, 'client', 100),
			await bank(bench, [{ amount: 60 }]),
		];
		const terms = await bench.sandbox.records(NL, 'Receivables');
		const mine = terms.filter(({ TransactionEntryID: entry }) => entry === sold);
		await change(bench.sandbox, 'Receivables', mine, () => ({ AmountDC: -60, AmountFC: -60 }));
		const { json } = await bench.run(match('client', [sold, first]));
		expect(json).toEqual([expect.objectContaining({ matched: true, difference: 0 })]);
	});

	test.each(['discount', 'paymentDifference', 'exchangeDifference'])(
		'a difference as %s',
		async (difference) => {
			const [sold, paid] = [
				await invoice(bench, 'client', 100),
				await bank(bench, [{ amount: 97.5, day: '2026-03-12' }]),
			];
			const before = (await bench.sandbox.ledger(NL)).perAccount;
			const text = `Kept <back> & "gone" – it's 2.50`;
			const { json } = await bench.run(
				match('client', [sold, paid], writeOff(difference, { description: text })),
			);
			expect(json).toEqual([
				expect.objectContaining({ matched: true, difference: 2.5, writtenOff: 2.5, openAmount: 0 }),
			]);
			expect(await termsOf(bench, 'client', sold)).toEqual([[50, -100]]);
			const { perAccount } = await bench.sandbox.ledger(NL);
			expect(Number(perAccount['8000']) - Number(before['8000'])).toBeCloseTo(2.5);
			const lines = await bench.sandbox.records(NL, 'TransactionLines');
			const booked = lines.filter(({ Description }) => Description === text);
			expect(booked.map((line) => [line.FinancialYear, line.FinancialPeriod])).toEqual([
				[2026, 3],
				[2026, 3],
			]);
			const again = await bench.run(match('client', [sold, paid], writeOff(difference)));
			expect(again.json).toEqual([expect.objectContaining({ alreadyMatched: true })]);
			expect(await uploads(bench)).toHaveLength(1);
		},
	);

	test('a difference in the period of the day that was given', async () => {
		const [sold, paid] = [
			await invoice(bench, 'client', 100),
			await bank(bench, [{ amount: 101 }]),
		];
		const options = writeOff('paymentDifference', { date: '2026-02-27' });
		const { json } = await bench.run(match('client', [sold, paid], options));
		expect(json).toEqual([expect.objectContaining({ difference: -1, writtenOff: -1 })]);
		const [{ body } = {}] = await uploads(bench);
		const { eExact } = body as { eExact: Record<string, { MatchSet: unknown[] }> };
		expect(eExact.MatchSets?.MatchSet).toEqual([
			expect.objectContaining({
				WriteOff: {
					...{ type: '3', GLAccount: { code: '8000' } },
					...{ FinYear: { number: '2026' }, FinPeriod: { number: '2' }, Date: '2026-02-27' },
				},
			}),
		]);
	});

	test('nothing of what is matched with something else', async () => {
		const [sold, other] = [
			await invoice(bench, 'client', 100),
			await invoice(bench, 'client', 100),
		];
		const [paid, late] = [
			await bank(bench, [{ amount: 100 }]),
			await bank(bench, [{ amount: 100 }]),
		];
		await bench.run(match('client', [sold, paid]));
		const refused = await bench.fail(match('client', [sold, late]));
		expect(refused).toMatchObject({
			message: expect.stringMatching(/^'Entries' contains entry \d+, already fully matched$/),
			context: { code: 'MATCH_DONE' },
		});
		await bench.run(match('client', [other, late]));
		const crossed = await bench.fail(match('client', [sold, late]));
		expect(crossed.context.code).toBe('MATCH_DONE');
		const part = await bench.fail(match('client', [sold, late], { difference: 'leaveOpen' }));
		expect(part.context.code).toBe('MATCH_DONE');
		expect(await uploads(bench)).toHaveLength(2);
	});

	test('several items in one upload, each with its own outcome', async () => {
		const sets = [
			[await invoice(bench, 'client', 10), await bank(bench, [{ amount: 10 }])],
			[await invoice(bench, 'client', 20), await bank(bench, [{ amount: 21 }])],
			[await invoice(bench, 'client', 30), await bank(bench, [{ amount: 30 }])],
		];
		const items = sets.map((entries) => ({ entries }));
		const parameters = match('client', '={{ $json.entries }}');
		const strict = await bench.fail(parameters, { items });
		expect(strict.context).toMatchObject({ code: 'MATCH_BALANCE', itemIndex: 1 });
		expect(await uploads(bench)).toEqual([]);
		const { json, items: out } = await bench.run(parameters, { items, continueOnFail: true });
		expect(json.map(({ matched, code }) => matched ?? code)).toEqual([true, 'MATCH_BALANCE', true]);
		expect(out.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(await uploads(bench)).toHaveLength(1);
	});

	test('an invoice in one set of a run only', async () => {
		const sold = await invoice(bench, 'client', 30);
		const paid = [await bank(bench, [{ amount: 10 }]), await bank(bench, [{ amount: 20 }])];
		const items = paid.map((one) => ({ entries: [sold, one] }));
		const parameters = match('client', '={{ $json.entries }}', { difference: 'leaveOpen' });
		const { json } = await bench.run(parameters, { items, continueOnFail: true });
		expect(json.map(({ matched, code }) => matched ?? code)).toEqual([true, 'PARAM_PAIR']);
		const again = await bench.run(parameters, { items, continueOnFail: true });
		expect(again.json.map(({ alreadyMatched }) => alreadyMatched)).toEqual([true, false]);
		expect(await termsOf(bench, 'client', sold)).toEqual([
			[50, -20],
			[50, -10],
		]);
	});
});

describe('Match refuses', () => {
	let sold: string;
	let paid: string;
	beforeEach(async () => {
		await bench.reset();
		sold = await invoice(bench, 'client', 100);
		paid = await bank(bench, [{ amount: 99 }, { amount: 5, relation: OTHER_CLIENT }]);
		await bench.sandbox.clearLog();
	});

	test.each<[string, (all: () => string[]) => INodeParameters, string, RegExp]>([
		['no entries', () => match('client', ''), 'PARAM_REQUIRED', /^'Entries' is empty/],
		['one entry', (all) => match('client', all().slice(0, 1)), 'PARAM_REQUIRED', /one entry only/],
		[
			'an entry twice',
			(all) => match('client', [all()[0] ?? '', `${all()[0]}`.toUpperCase()]),
			'PARAM_REQUIRED',
			/one entry only/,
		],
		['what is no ID', () => match('client', '26700001, x'), 'ID_FORMAT', /"26700001"/],
		[
			'no client',
			(all) => match('client', all(), { client: by('code', '') }),
			'PARAM_REQUIRED',
			/^'Client'/,
		],
		[
			'an unknown client',
			(all) => match('client', all(), { client: by('code', '1') }),
			'PARTNER',
			/"1"/,
		],
		[
			'an unknown entry',
			(all) => match('client', [all()[0] ?? '', nobody]),
			'MATCH_LINE',
			/contains 44444444/,
		],
		[
			'an entry of another client',
			(all) => match('client', all(), { client: by('code', OTHER_CLIENT) }),
			'MATCH_LINE',
			/contains \d+ \(.*no receivable line of client 1042/,
		],
		[
			'what a client was sold as of a supplier',
			(all) => match('supplier', all(), { supplier: by('code', CLIENT) }),
			'MATCH_LINE',
			/no payable line of supplier 1022/,
		],
		['a difference nobody asked for', (all) => match('client', all()), 'MATCH_BALANCE', /1\.00/],
		[
			'a difference without account',
			(all) => match('client', all(), { difference: 'discount' }),
			'PARAM_REQUIRED',
			/^'Write-Off > Ledger Account'/,
		],
		[
			'a difference on no account',
			(all) => match('client', all(), writeOff('discount', { ledgerAccount: by('code', '1') })),
			'GL_UNKNOWN',
			/"1"/,
		],
		[
			'a difference in no period',
			(all) => match('client', all(), writeOff('discount', { date: '1999-01-01' })),
			'PERIOD_UNKNOWN',
			/1999-01-01/,
		],
		[
			'a difference of no kind',
			(all) => match('client', all(), { difference: 'other' }),
			'PARAM_FORMAT',
			/^'Difference'/,
		],
		[
			'a side that is none',
			(all) => match('client', all(), { side: 'employee' }),
			'PARAM_FORMAT',
			/^'Client or Supplier'/,
		],
	])('%s', async (_, parameters, code, message) => {
		const refused = await bench.fail(parameters(() => [sold, paid]));
		expect([refused.context.code, refused.message]).toEqual([code, expect.stringMatching(message)]);
		expect(await uploads(bench)).toEqual([]);
	});

	test('what is all on one side', async () => {
		const other = await invoice(bench, 'client', 7);
		const open = match('client', [sold, other], { difference: 'leaveOpen' });
		expect((await bench.fail(open)).message).toMatch(/all on one side/);
	});

	test('a blocked account for the difference', async () => {
		const accounts = await bench.sandbox.records(NL, 'GLAccounts');
		const blocked = accounts.filter(({ Code }) => Code === '8000');
		await change(bench.sandbox, 'GLAccounts', blocked, () => ({ IsBlocked: true }));
		const refused = await bench.fail(match('client', [sold, paid], writeOff('discount')));
		expect(refused.context.code).toBe('GL_BLOCKED');
	});

	test('lines on two accounts', async () => {
		const accounts = await bench.sandbox.records(NL, 'GLAccounts');
		const [first] = accounts.filter(({ Code }) => Code === '1300');
		const GLAccount = '99999999-1111-4111-8111-111111111111';
		await bench.sandbox.insert(NL, 'GLAccounts', [
			{ ...first, ID: GLAccount, Code: '1310', Timestamp: undefined },
		]);
		const line = await lineOf(bench, 'client', paid);
		await change(bench.sandbox, 'TransactionLines', [line], () => ({ GLAccount }));
		const refused = await bench.fail(match('client', [sold, paid]));
		expect(refused.message).toMatch(/ledger accounts 1300 and 1310/);
		expect(refused.context.code).toBe('MATCH_ACCOUNT');
		expect(await idOf(bench, 'GLAccounts', '1310')).toBe(GLAccount);
	});
});
