import type { IDataObject } from 'n8n-workflow';

import { by, inDivision, NL } from '../harness/inputs.cjs';
import { Bench } from '../harness/n8n.cjs';
import type { Row } from '../harness/sandbox.cjs';
import { cents, change, endpoints } from './ledgerBooks.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
}, 60_000);
afterAll(async () => await bench.stop());

const getMany = (parameters = {}) => inDivision('outstandingItem', 'getAll', parameters);
const all = (side: string, filters = {}, options = {}) =>
	getMany({ returnAll: true, side, filters, options });
const tables = { client: 'Receivables', supplier: 'Payments' } as const;
const bulk = { client: 'bulk/Cashflow/Receivables', supplier: 'bulk/Cashflow/Payments' } as const;
const terms = async (side: 'client' | 'supplier') =>
	(await bench.sandbox.records(NL, tables[side])).filter(({ Status }) => Status !== 50);

describe.each(['strict', 'lenient'] as const)('outstanding items, %s sandbox', (profile) => {
	beforeEach(async () => await bench.reset(profile));

	describe.each(['client', 'supplier'] as const)('of %ss', (side) => {
		test('are positive for invoices, with one call, and are what the ledger says', async () => {
			const { json } = await bench.run(all(side));
			const invoices = json.filter(
				({ kind }) => kind === `${side === 'client' ? 'customer' : 'supplier'}Invoice`,
			);
			expect(invoices.length).toBeGreaterThan(2);
			for (const one of invoices) {
				expect(one.openAmount).toBeGreaterThan(0);
				expect(one.amount).toBeGreaterThanOrEqual(Number(one.openAmount));
				expect(one.direction).toBe(side === 'client' ? 'toReceive' : 'toPay');
			}
			const { perAccount } = await bench.sandbox.ledger(NL);
			const control = side === 'client' ? perAccount['1300'] : -(perAccount['1600'] ?? 0);
			expect(cents(json, 'openAmountInDivisionCurrency')).toBe(Math.round(Number(control) * 100));
			expect((await endpoints(bench)).filter((one) => one !== 'current/Me')).toEqual([bulk[side]]);
		});

		test('have the same signs when Exact turns its own', async () => {
			const before = (await bench.run(all(side))).json;
			const rows = await bench.sandbox.records(NL, tables[side]);
			const turned = (row: Row) => ({
				AmountFC: -Number(row.AmountFC),
				AmountDC: -Number(row.AmountDC),
			});
			await change(bench.sandbox, tables[side], rows, turned);
			expect((await bench.run(all(side))).json).toEqual(before);
		});

		test('can be counted off, in one call', async () => {
			const { json } = await bench.run(getMany({ side, limit: 2 }));
			expect(json).toEqual((await bench.run(all(side))).json.slice(0, 2));
		});

		test('are those of one relation', async () => {
			const [term] = await terms(side);
			const mine = (await terms(side)).filter(({ Account }) => Account === term?.Account);
			const { json } = await bench.run(all(side, { [side]: by('id', String(term?.Account)) }));
			expect(json.map(({ invoiceId }) => invoiceId).sort()).toEqual(
				[...new Set(mine.map(({ TransactionEntryID }) => TransactionEntryID))].sort(),
			);
		});
	});

	test('say how long they are overdue today', async () => {
		const { json } = await bench.run(all('client'));
		const steps = (days: number) =>
			days === 0
				? 'notDue'
				: days <= 30
					? 'days1To30'
					: days <= 60
						? 'days31To60'
						: days <= 90
							? 'days61To90'
							: 'daysOver90';
		for (const { dueDate, daysOverdue, ageing } of json) {
			const days = Math.round(
				(Date.parse('2026-03-16') - Date.parse(String(dueDate))) / 86_400_000,
			);
			expect([daysOverdue, ageing]).toEqual([Math.max(0, days), steps(Math.max(0, days))]);
		}
		const late = await bench.run(all('client', { ageing: ['daysOver90'] }));
		expect(late.json).toEqual(json.filter(({ ageing }) => ageing === 'daysOver90'));
		expect(late.json.length).toBeGreaterThan(0);
		const due = await bench.run(all('client', { dueBefore: '2026-01-01' }));
		expect(due.json).toEqual(json.filter(({ dueDate }) => String(dueDate) < '2026-01-01'));
	});

	test('of an invoice in several terms are one item, or one each', async () => {
		const [term] = await terms('client');
		const second = { ID: '88888888-8888-4888-8888-888888888888', DueDate: '2027-01-31' };
		await change(bench.sandbox, 'Receivables', [term ?? {}], () => second);
		const one = (await bench.run(all('client'))).json.find(
			({ invoiceId }) => invoiceId === term?.TransactionEntryID,
		);
		expect(one?.openAmount).toBe(-2 * Number(term?.AmountFC));
		expect((one?.dueDates as IDataObject[]).at(-1)).toMatchObject({ date: '2027-01-31' });
		const each = (await bench.run(all('client', {}, { groupByInvoice: false }))).json;
		expect(each.filter(({ invoiceId }) => invoiceId === term?.TransactionEntryID)).toHaveLength(2);
	});

	test('leave out what is in transit, or not processed, on demand', async () => {
		const [first, second] = await terms('client');
		await change(bench.sandbox, 'Receivables', [first ?? {}], () => ({ Status: 40 }));
		await change(bench.sandbox, 'Receivables', [second ?? {}], () => ({ TransactionStatus: 20 }));
		const found = async (filters = {}, options = {}) =>
			(await bench.run(all('client', filters, options))).json.map(({ invoiceId }) => invoiceId);
		expect(await found()).toContain(first?.TransactionEntryID);
		expect(await found({}, { includeInTransit: false })).not.toContain(first?.TransactionEntryID);
		expect(await found({ processedOnly: true })).not.toContain(second?.TransactionEntryID);
		const every = (await bench.run(all('client'))).json;
		const dollars = every.filter(({ currency }) => currency === 'USD');
		expect(await found({ currency: 'usd' })).toEqual(dollars.map(({ invoiceId }) => invoiceId));
	});

	test.each([
		['a side that is none', getMany({ side: 'employee' }), 'PARAM_FORMAT'],
		['no side', getMany({ side: '' }), 'PARAM_REQUIRED'],
		['a supplier among clients', all('client', { supplier: by('code', '5084') }), 'PARAM_PAIR'],
		['an ID that is none', all('client', { client: by('id', 'x') }), 'ID_FORMAT'],
		['a day that is none', all('client', { dueBefore: 'soon' }), 'PARAM_FORMAT'],
	])('refuse %s', async (_, parameters, code) => {
		expect((await bench.fail(parameters)).context.code).toBe(code);
	});
});
