import type { IDataObject } from 'n8n-workflow';

import { BE, by, inDivision, NL } from '../harness/inputs.cjs';
import { Bench } from '../harness/n8n.cjs';
import { cents, change, endpoints, post } from './ledgerBooks.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
}, 60_000);
afterAll(async () => await bench.stop());

const balances = (to: string, filters = {}, more = {}) =>
	inDivision('ledgerAccount', 'getBalances', { to, filters, ...more });
const byCode = (json: readonly IDataObject[]) =>
	new Map(json.map((one) => [one.ledgerAccount, one]));
const small = [
	'financial/FinancialPeriods',
	'bulk/Financial/GLAccounts',
	'bulk/Financial/TransactionLines',
];

describe.each(['strict', 'lenient'] as const)('balances, %s sandbox', (profile) => {
	beforeEach(async () => await bench.reset(profile));

	test.each([
		['2024-12', {}],
		['202506', {}],
		['2026-03', {}],
		['2026-02-14', {}],
		['2026-03', { from: '2024-05' }],
		['2025-12-15', { from: '2024-11-20' }],
	])('up to %s with %j add up to zero, in 3 calls', async (to, filters) => {
		for (const division of [NL, BE]) {
			await bench.sandbox.clearLog();
			const { json } = await bench.run(balances(to, filters, { division: by('id', division) }));
			expect(json.length).toBeGreaterThan(10);
			expect([cents(json, 'opening'), cents(json, 'closing')]).toEqual([0, 0]);
			expect(await endpoints(bench)).toEqual(small);
			for (const one of json) {
				const { opening, debit, credit, carriedOver, closing } = one as Record<string, number>;
				expect(opening! + debit! - credit! + carriedOver!).toBeCloseTo(closing!, 6);
			}
		}
	});

	test('of the balance sheet are those of the ledger', async () => {
		const { perAccount } = await bench.sandbox.ledger(NL);
		const shown = byCode((await bench.run(balances('2026-12'))).json);
		const sheet = [...shown.values()].filter(({ balanceType }) => balanceType === 'balanceSheet');
		expect(sheet.length).toBeGreaterThan(5);
		for (const { ledgerAccount, closing } of sheet) {
			expect([ledgerAccount, closing]).toEqual([ledgerAccount, perAccount[String(ledgerAccount)]]);
		}
	});

	test('of costs begin each year with nothing, and are not emptied by its end', async () => {
		const year = byCode((await bench.run(balances('2024-12'))).json).get('9200');
		expect(year).toMatchObject({ opening: 0, credit: 0, carriedOver: 0 });
		expect(year?.closing).toBeGreaterThan(0);
		const next = byCode((await bench.run(balances('2025-12', { from: '2024-01' }))).json).get(
			'9200',
		);
		expect(next?.carriedOver).toBe(-Number(year?.closing));
	});

	test('of the balance sheet are not emptied by the end of a year', async () => {
		const ended = byCode((await bench.run(balances('2024-12'))).json).get('0100');
		const begun = byCode((await bench.run(balances('2025-01'))).json).get('0100');
		expect(ended?.closing).toBe(36000);
		expect(begun?.opening).toBe(36000);
	});

	test('move with what is booked', async () => {
		const before = byCode((await bench.run(balances('2026-03'))).json);
		const accounts = await bench.sandbox.records(NL, 'GLAccounts');
		const line = (code: string, AmountFC: number) => ({
			GLAccount: accounts.find(({ Code }) => Code === code)?.ID,
			AmountFC,
			Date: '2026-03-05',
		});
		await post(bench, 'generaljournalentry/GeneralJournalEntries', {
			JournalCode: '90',
			GeneralJournalEntryLines: [line('4300', 12.34), line('1100', -12.34)],
		});
		const { json } = await bench.run(balances('2026-03'));
		const after = byCode(json);
		const moved = (code: string) =>
			Math.round(
				Number(after.get(code)?.closing) * 100 - Number(before.get(code)?.closing ?? 0) * 100,
			);
		expect([moved('4300'), moved('1100'), cents(json, 'closing')]).toEqual([1234, -1234, 0]);
	});

	test('are those of some accounts; a code that was given in full comes without movements too', async () => {
		const { json } = await bench.run(balances('2026-03', { accounts: '11,4500' }));
		expect(json.map(({ ledgerAccount }) => ledgerAccount)).toEqual(['1100', '1150', '4500']);
	});

	test.each([
		['2026-02', {}],
		['2026-03', { from: '2026-02' }],
	])(
		'of a large ledger are the same, by whichever way is the cheapest: to %s with %j',
		async (to, filters) => {
			const expected = (await bench.run(balances(to, filters))).json;
			const rows = await bench.sandbox.records(NL, 'TransactionLines');
			// Lines that cancel, in a year that is closed: many lines, few sums by period.
			const many = Array.from({ length: 4000 }, () => rows.find(({ Type }) => Type === 90) ?? {});
			await change(bench.sandbox, 'TransactionLines', many, (_, at) => ({
				ID: `${String(at).padStart(8, '0')}-7777-4777-8777-000000000000`,
				AmountDC: at % 2 === 0 ? 1 : -1,
				AmountFC: at % 2 === 0 ? 1 : -1,
				FinancialYear: 2024,
				FinancialPeriod: 5,
				Date: '2024-05-05',
			}));
			await bench.sandbox.clearLog();
			const { json } = await bench.run(balances(to, filters));
			expect(json).toEqual(expected);
			const calls = await endpoints(bench);
			// The ledger has five pages; the year with its opening balances takes two.
			expect(calls.filter((one) => one === 'openingbalance/CurrentYear/AfterEntry')).toHaveLength(
				1,
			);
			expect(calls.length).toBeLessThanOrEqual(3 + 4 + 2);
		},
	);

	test('of processed entries only leave out the others', async () => {
		const all = (await bench.run(balances('2026-03'))).json;
		const { json } = await bench.run(balances('2026-03', { processedOnly: true }));
		expect(cents(json, 'closing')).toBe(0);
		expect(json).not.toEqual(all);
	});
});

describe('refused', () => {
	test.each([
		['no end', balances(''), 'PARAM_REQUIRED'],
		['an end that is none', balances('2026-13'), 'PARAM_FORMAT'],
		['a beginning that is none', balances('2026-03', { from: 'June' }), 'PARAM_FORMAT'],
		['a beginning behind the end', balances('2025-03', { from: '2025-06' }), 'PARAM_RANGE'],
		['a month that lies in no period', balances('2037-12'), 'PERIOD_UNKNOWN'],
	])('is %s', async (_, parameters, code) => {
		expect((await bench.fail(parameters)).context.code).toBe(code);
	});
});
