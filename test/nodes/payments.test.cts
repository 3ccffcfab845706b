import type { IDataObject } from 'n8n-workflow';

import { inDivision, NL } from '../harness/inputs.cjs';
import { Bench } from '../harness/n8n.cjs';
import type { Row } from '../harness/sandbox.cjs';
import { change, endpoints } from './ledgerBooks.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
}, 60_000);
afterAll(async () => await bench.stop());

const payments = (invoiceId: unknown, more = {}) =>
	inDivision('payment', 'getAll', { invoiceId: String(invoiceId), ...more });
const invoices = (filters = {}, options = {}, more = {}) =>
	inDivision('invoice', 'getAll', { returnAll: true, filters, options, ...more });

const open = async (table: string) =>
	(await bench.sandbox.records(NL, table)).filter(({ Status }) => Status !== 50);
const totals = (rows: readonly Row[]) => {
	const sums = new Map<unknown, number>();
	for (const { TransactionEntryID: id, AmountFC } of rows)
		sums.set(id, (sums.get(id) ?? 0) + Number(AmountFC));
	return sums;
};

describe.each(['strict', 'lenient'] as const)('payments, %s sandbox', (profile) => {
	beforeEach(async () => await bench.reset(profile));

	test('of every invoice of the demo add up to what is paid, one by one and together', async () => {
		for (const [kind, table] of [
			['customerInvoice', 'Receivables'],
			['supplierInvoice', 'Payments'],
		] as const) {
			const left = totals(await open(table));
			const options = { includePayments: true, includeLines: false };
			const { json } = await bench.run(invoices({}, options, { kinds: [kind] }));
			for (const invoice of json) {
				const openAmount = Math.abs(left.get(invoice.id) ?? 0);
				expect(invoice).toMatchObject({ openAmount, isPaid: openAmount === 0 });
				const found = invoice.payments as IDataObject[];
				const paid = found.reduce((sum, one) => sum + Number(one.dedicatedAmount), 0);
				if (found.every(({ isProven }) => isProven === true)) {
					expect(paid).toBeCloseTo(Number(invoice.total) - openAmount, 2);
				}
			}
			expect(json.some((one) => (one.payments as IDataObject[]).length > 0)).toBe(true);
			expect(json.some((one) => Number(one.openAmount) > 0)).toBe(true);
			const paidOne = json.find((one) => (one.payments as IDataObject[]).length === 1);
			const single = await bench.run(payments(paidOne?.id));
			const { journalType: _, ...alone } = single.json[0] ?? {};
			expect((paidOne?.payments as IDataObject[])[0]).toMatchObject({
				...alone,
				journalType: null,
			});
			expect(_).toMatch(/^(?:bank|cash|general|paymentService)$/);
		}
	});

	test('say how they were found, in five calls at most', async () => {
		const paid = (await bench.run(invoices({ paymentStatus: 'paid' }))).json[0];
		await bench.sandbox.clearLog();
		const { json } = await bench.run(payments(paid?.id));
		expect(json[0]).toMatchObject({
			invoiceId: paid?.id,
			method: 'matchedLines',
			isMatched: true,
			isProven: true,
		});
		expect((await endpoints(bench)).length).toBeLessThanOrEqual(5);
	});

	test('that only name the number are candidates', async () => {
		const paid = (await bench.run(invoices({ paymentStatus: 'paid' }))).json[0];
		const [found] = (await bench.run(payments(paid?.id))).json;
		const lines = await bench.sandbox.records(NL, 'TransactionLines');
		const both = lines.filter(
			({ ID, EntryID, LineNumber }) =>
				ID === found?.id || (EntryID === paid?.id && LineNumber === 0),
		);
		const cut = { OffsetID: null, InvoiceNumber: paid?.number };
		await change(bench.sandbox, 'TransactionLines', both, () => cut);
		const { json } = await bench.run(payments(paid?.id));
		expect(json).toEqual([
			expect.objectContaining({ id: found?.id, method: 'invoiceNumber', isMatched: false }),
		]);
	});

	test('of an invoice that nothing was paid of are none', async () => {
		const left = totals(await open('Receivables'));
		const { json } = await bench.run(invoices({ paymentStatus: 'unpaid' }));
		const untouched = json.find((one) => Math.abs(left.get(one.id) ?? 0) === one.total);
		expect((await bench.run(payments(untouched?.id))).json).toEqual([]);
	});

	test('tell paid and unpaid invoices apart, a page at a time', async () => {
		const left = totals(await open('Receivables'));
		const every = (await bench.run(invoices())).json.map(({ id }) => id);
		for (const paymentStatus of ['paid', 'unpaid']) {
			const { json } = await bench.run(invoices({ paymentStatus }));
			const expected = every.filter((id) => left.has(id) === (paymentStatus === 'unpaid'));
			expect(json.map(({ id }) => id)).toEqual(expected);
			expect(expected.length).toBeGreaterThan(3);
			const some = await bench.run(
				inDivision('invoice', 'getAll', { limit: 2, filters: { paymentStatus } }),
			);
			expect(some.json.map(({ id }) => id)).toEqual(expected.slice(0, 2));
		}
	});

	test('wait for an approval, have it, or were rejected', async () => {
		const kinds = { kinds: ['supplierInvoice'] };
		const [one, other] = (await bench.run(invoices({ paymentStatus: 'unpaid' }, {}, kinds))).json;
		await bench.sandbox.approve(NL, one?.id, 3);
		await bench.sandbox.approve(NL, other?.id, 4);
		const found = async (approval: string[]) =>
			(await bench.run(invoices({ approval }, {}, kinds))).json.map(({ id }) => id);
		expect(await found(['pending'])).toContain(one?.id);
		expect(await found(['pending'])).not.toContain(other?.id);
		expect(await found(['approved'])).toContain(other?.id);
		expect(await found(['rejected'])).toEqual([]);
		const sales = await bench.run(invoices({ approval: ['pending'] }));
		expect(sales.json).toEqual([]);
		expect(sales.hints).toEqual([expect.stringContaining('purchases only')]);
	});

	test('come with whom the invoice is with', async () => {
		const { json } = await bench.run(invoices({}, { includePartner: true, includeLines: false }));
		for (const { relation, relationId, relationName } of json) {
			expect(relation).toMatchObject({ id: relationId, name: relationName });
		}
	});

	test('are of invoices only', async () => {
		const lines = await bench.sandbox.records(NL, 'TransactionLines');
		const bank = lines.find(({ Type }) => Type === 40)?.EntryID;
		expect((await bench.fail(payments(bank))).context.code).toBe('TYPE');
		expect((await bench.fail(payments('12'))).context.code).toBe('ID_FORMAT');
		expect((await bench.fail(payments(''))).context.code).toBe('PARAM_REQUIRED');
		const nobody = '44444444-3333-4333-8333-000000000009';
		expect((await bench.fail(payments(nobody))).context.code).toBe('NOT_FOUND');
	});
});
