import type { Sandbox } from '../harness/sandbox.cjs';
import type { Side } from './bookkeeper.cjs';
import {
	account,
	begin,
	books,
	both,
	day,
	free,
	keepBooks,
	sandbox,
	START,
} from './entryBooks.cjs';
import { companies } from './exactApp.cjs';
import type { Row } from './odataClient.cjs';

/*
 * Open items and what matches them. Exact's reference says that a term can be split and that its parts share
 * an EntryID; Status, LastPaymentDate and signs as live users see them.
 */

keepBooks();

const nl = companies.dutch;

const control = { sales: '1300', purchases: '1600' };
/** The sign of an open invoice among the open items, and of money that pays it. */
const sign = { sales: -1, purchases: 1 };

const invoice = (side: Side, amount = 100, header: object = {}) =>
	books.book(side, header, [{ account: account[side], AmountFC: amount, VATCode: '0' }]);
const payment = (side: Side, amount = 100, Date = '2026-02-20', more: object = {}) => {
	const flow = -sign[side] * amount;
	return free.book('bank', { OpeningBalanceFC: 0, ClosingBalanceFC: flow }, [
		{ account: control[side], Account: books.partner[side], AmountFC: flow, Date, ...more },
	]);
};
const termOf = async (side: Side, entry: Row) => (await books.terms(side, entry))[0]?.['ID'];
const lineOf = async (side: Side, entry: Row) => {
	const found = (await books.ledger(entry)).find((row) => row['GLAccountCode'] === control[side]);
	return found?.['ID'];
};
const shown = async (side: Side, entry: Row) => {
	const rows = (await books.terms(side, entry)).map((row) => [row['Status'], row['AmountDC']]);
	return rows.sort(([a], [b]) => Number(a) - Number(b));
};

describe.each(['strict', 'lenient'] as const)('%s', (profile) => {
	test.each(both)('%s: a payment ends an invoice once it is matched', async (side) => {
		await begin(profile);
		const [sold, paid] = [await invoice(side), await payment(side)];
		expect(await shown(side, sold)).toEqual([[20, sign[side] * 100]]);
		expect(await shown(side, paid)).toEqual([[20, -sign[side] * 100]]);
		const terms = [await termOf(side, sold), await termOf(side, paid)];
		await sandbox.advance(60_000);
		expect(await sandbox.match(nl, { terms })).toEqual({ matched: 100, left: 0 });
		for (const entry of [sold, paid]) {
			const [term, ...others] = await books.terms(side, entry);
			expect(others).toEqual([]);
			expect(term).toMatchObject({
				...{ Status: 50, EndDate: day('2026-02-20'), EndYear: 2026, EndPeriod: 2 },
				Modified: `/Date(${START + 60_000})/`,
			});
			if (side === 'sales') {
				expect(term).toMatchObject({ IsFullyPaid: true, LastPaymentDate: day('2026-02-20') });
			}
		}
	});

	test.each(both)('%s: the ledger lines point to each other', async (side) => {
		await begin(profile);
		const [sold, paid] = [await invoice(side), await payment(side)];
		const lines = [await lineOf(side, sold), await lineOf(side, paid)];
		expect(await sandbox.match(nl, { lines })).toEqual({ matched: 100, left: 0 });
		const offset = async (entry: Row) =>
			(await books.ledger(entry)).find((row) => row['GLAccountCode'] === control[side])?.[
				'OffsetID'
			];
		expect(await offset(sold)).toBe(lines[1]);
		expect(await offset(paid)).toBe(lines[0]);
		expect((await free.lines('bank', paid))[0]?.['OffsetID']).toBe(lines[0]);
	});
});

describe('in parts', () => {
	test.each(both)('%s: what was not paid stays open as a term of its own', async (side) => {
		const sold = await invoice(side);
		const first = await payment(side, 40);
		const match = async (paid: Row) =>
			sandbox.match(nl, { terms: [await termOf(side, sold), await termOf(side, paid)] });
		const [before] = await books.terms(side, sold);
		expect(await match(first)).toEqual({ matched: 40, left: 60 });
		expect(await shown(side, sold)).toEqual([
			[20, sign[side] * 60],
			[50, sign[side] * 40],
		]);
		const parts = await books.terms(side, sold);
		for (const name of ['EntryID', 'TransactionID', 'TransactionAmountDC', 'DueDate']) {
			expect(parts.map((row) => row[name])).toEqual([before?.[name], before?.[name]]);
		}
		const open = parts.find((row) => row['Status'] === 20);
		expect(open?.['ID']).toBe(before?.['ID']);
		expect(open).toMatchObject({ EndDate: null });
		const rest = await payment(side, 60, '2026-03-01');
		await sandbox.match(nl, { terms: [open?.['ID'], await termOf(side, rest)] });
		const ended = (await shown(side, sold)).map(([, amount]) => Math.abs(Number(amount)));
		expect(ended.sort()).toEqual([40, 60]);
		expect((await books.terms(side, sold)).map((row) => row['Status'])).toEqual([50, 50]);
	});

	test('one payment ends several invoices, the oldest first', async () => {
		const older = await invoice('sales', 30, { EntryDate: '2026-01-10' });
		const newer = await invoice('sales', 50, { EntryDate: '2026-02-10' });
		const paid = await payment('sales', 60);
		const terms = await Promise.all([newer, paid, older].map((entry) => termOf('sales', entry)));
		expect(await sandbox.match(nl, { terms })).toEqual({ matched: 60, left: 20 });
		expect(await shown('sales', older)).toEqual([[50, -30]]);
		expect(await shown('sales', newer)).toEqual([
			[20, -20],
			[50, -30],
		]);
		expect(await shown('sales', paid)).toEqual([[50, 60]]);
	});

	test('of another currency: both amounts are split', async () => {
		const sold = await invoice('sales', 100, { Currency: 'USD' });
		const paid = await payment('sales', 45);
		await sandbox.match(nl, { terms: [await termOf('sales', sold), await termOf('sales', paid)] });
		const parts = (await books.terms('sales', sold)).map((row) => [
			row['AmountFC'],
			row['AmountDC'],
		]);
		expect(parts).toEqual([
			[-50, -45],
			[-50, -45],
		]);
	});

	test('a credit note settles an invoice', async () => {
		const sold = await invoice('sales', 100);
		const credit = await invoice('sales', -100);
		const terms = [await termOf('sales', sold), await termOf('sales', credit)];
		expect(await sandbox.match(nl, { terms })).toEqual({ matched: 100, left: 0 });
	});
});

describe('what is matched', () => {
	test('keeps its state when the header changes, and its amounts', async () => {
		const sold = await invoice('sales');
		const paid = await payment('sales', 40);
		await sandbox.match(nl, { terms: [await termOf('sales', sold), await termOf('sales', paid)] });
		expect((await books.api.put(books.at('sales', sold), { YourRef: 'T-7' })).status).toBe(204);
		expect(await shown('sales', sold)).toEqual([
			[20, -60],
			[50, -40],
		]);
		expect((await books.terms('sales', sold)).map((row) => row['YourRef'])).toEqual(['T-7', 'T-7']);
		const [line] = await books.lines('sales', sold);
		const at = `salesentry/SalesEntryLines(guid'${String(line?.['ID'])}')`;
		const refused = 'Not allowed: Entry (Matched)';
		expect((await books.api.put(at, { AmountFC: 5 })).error).toBe(refused);
		expect((await books.api.remove(at)).error).toBe(refused);
		expect((await books.api.remove(books.at('sales', sold))).error).toBe(refused);
		expect((await books.api.remove(free.at('bank', paid))).error).toBe(refused);
	});

	test('mistakes of a test are refused', async () => {
		const [one, other] = [await invoice('sales'), await invoice('sales')];
		const terms = [await termOf('sales', one), await termOf('sales', other)];
		const bought = await termOf('purchases', await invoice('purchases'));
		const refused = (chosen: Parameters<Sandbox['match']>[1], text: RegExp) =>
			expect(sandbox.match(nl, chosen)).rejects.toThrow(text);
		await refused({ terms }, /nothing to match/);
		await refused({ terms: [terms[0], bought] }, /same Account/);
		await refused({ terms: [terms[0], 'x'] }, /No open item has the ID x/);
		await refused({ terms: [terms[0]] }, /fewer than 2/);
		const credit = await termOf('sales', await invoice('sales', -100));
		await sandbox.match(nl, { terms: [terms[0], credit] });
		await refused({ terms: [terms[0], terms[1]] }, /No open item/);
	});
});
