import { begin, books, free, keepBooks, sandbox } from './entryBooks.cjs';
import { companies } from './exactApp.cjs';
import type { FreeLine } from './freeEntries.cjs';
import type { Row } from './odataClient.cjs';

/*
 * General journal, bank and cash entries: who they are about, what they refer to, currencies and numbers.
 * Columns from Exact's reference: OurRef is an invoice number, an employee is booked by the relation that
 * payroll/Employees names (Customer).
 */

keepBooks();

const nl = companies.dutch;
const kinds = ['general', 'bank', 'cash'] as const;
type Kind = (typeof kinds)[number];
const from0 = (closing: number) => ({ OpeningBalanceFC: 0, ClosingBalanceFC: closing });
/** The header that a single line needs, and the line against it where the kind has no balance. */
const booked = async (kind: Kind, line: FreeLine, header: object = {}) => {
	const amount = Number(line['AmountFC']);
	if (kind !== 'general') return free.post(kind, { ...from0(amount), ...header }, [line]);
	return free.post(kind, header, [line, { account: '1700', AmountFC: -amount }]);
};
const setJournal = async (code: string, values: object) => {
	const journals = await sandbox.records(nl, 'Journals');
	const id = String(journals.find((row) => row['Code'] === code)?.['ID']);
	expect((await books.api.put(`financial/Journals(guid'${id}')`, values)).status).toBe(204);
};

describe.each(['strict', 'lenient'] as const)('%s', (profile) => {
	beforeEach(() => begin(profile));

	test.each(kinds)('%s: an employee is a relation on an account of type 25', async (kind) => {
		const account = { Code: '1720', Description: 'Te betalen lonen', Type: 25 };
		const { row } = await books.api.post('financial/GLAccounts', account);
		const employees = await sandbox.records(nl, 'Employees');
		const [relation] = await sandbox.records(nl, 'Accounts');
		const Account = employees.find((one) => one['Customer'])?.['Customer'] ?? relation?.['ID'];
		const line = { account: '1700', GLAccount: row['ID'], Account, AmountFC: -75 };
		const { status, row: entry } = await booked(kind, line);
		expect(status).toBe(201);
		const ledger = await books.ledger(entry);
		expect(ledger.find((one) => one['GLAccount'] === row['ID'])).toMatchObject({ Account });
		// What is owed to employees is no receivable and no payable.
		expect(await books.terms('sales', entry)).toEqual([]);
		expect(await books.terms('purchases', entry)).toEqual([]);
	});

	test.each(kinds)('%s: a reference is kept, and matches nothing by itself', async (kind) => {
		const lines = [{ account: '8000', AmountFC: 100, VATCode: '0' }];
		const sold = await books.book('sales', {}, lines);
		const sign = kind === 'general' ? -1 : 1;
		const line = { account: '1300', Account: books.partner.sales, AmountFC: 100 * sign };
		const { row } = await booked(kind, { ...line, OurRef: sold['InvoiceNumber'] });
		const [first] = await free.lines(kind, row);
		expect(first).toMatchObject({ OurRef: sold['InvoiceNumber'] });
		const terms = [...(await books.terms('sales', sold)), ...(await books.terms('sales', row))];
		expect(terms.map((term) => [term['Status'], term['InvoiceNumber']])).toEqual([
			[20, sold['InvoiceNumber']],
			[20, sold['InvoiceNumber']],
		]);
	});

	test('a reversal is marked, in its open items too', async () => {
		const line = { account: '1300', Account: books.partner.sales, AmountFC: 5 };
		const { row } = await booked('general', line, { Reversal: true });
		expect(await free.again('general', row)).toMatchObject({ Reversal: true });
		expect(await books.terms('sales', row)).toMatchObject([{ TransactionIsReversal: true }]);
	});

	test.each(kinds)('%s: another currency, where the journal takes it', async (kind) => {
		const code = { general: '90', bank: '20', cash: '10' }[kind];
		const line = { account: '9200', AmountFC: -100 };
		const usd = await booked(kind, line, { Currency: 'USD' });
		expect(usd.status).toBe(201);
		expect((await free.again(kind, usd.row))['Currency']).toBe('USD');
		await setJournal(code, { AllowVariableCurrency: false });
		expect((await booked(kind, line, { Currency: 'USD' })).error).toBe('Not allowed: Currency');
	});

	test('a rate of its own, where the journal takes it; else that of the table', async () => {
		const rates = async () => {
			const general = await booked('general', { account: '4100', AmountFC: 100 }, usd(0.8));
			const line = { account: '9200', AmountFC: -100, ExchangeRate: 0.8 };
			const money = await booked('bank', line, { Currency: 'USD' });
			const entries = [general.row, money.row];
			const ledgers = await Promise.all(entries.map((entry) => books.ledger(entry)));
			return ledgers.map((rows) => Math.abs(Number(rows[1]?.['AmountDC'])));
		};
		const usd = (ExchangeRate: number) => ({ Currency: 'USD', ExchangeRate });
		expect(await rates()).toEqual([80, 80]);
		for (const code of ['90', '20']) await setJournal(code, { AllowVariableExchangeRate: false });
		expect(await rates()).toEqual([90, 90]);
	});

	test.each(kinds)('%s: a number of a year and journal is given once', async (kind) => {
		const line = { account: '9200', AmountFC: -1 };
		const first = await booked(kind, line, { EntryNumber: 77 });
		const again = await booked(kind, line, { EntryNumber: 77 });
		const number = (await free.again(kind, first.row))['EntryNumber'];
		// Strictly a number that is sent is replaced by the next one, so that nothing can collide.
		if (profile === 'strict') expect([number === 77, again.status]).toEqual([false, 201]);
		else expect([number, again.error]).toEqual([77, 'Data already exists']);
	});

	// Type 10 opens a year; the reference does not let anybody create one.
	test('the type of a general entry cannot be chosen', async () => {
		const { row } = await booked('general', { account: '4100', AmountFC: 1 }, { Type: 10 });
		expect(await free.again('general', row)).toMatchObject({ Type: 90 });
	});
});

/** Nobody knows that Exact matches a bank line with the invoice that it names: off in both profiles. */
describe('automatic matching', () => {
	const invoice = (amount: number) =>
		books.book('sales', {}, [{ account: '8000', AmountFC: amount, VATCode: '0' }]);
	const pays = (sold: Row, AmountFC: number, more: object = {}): FreeLine => ({
		...{ account: '1300', Account: books.partner.sales, AmountFC },
		...{ OurRef: sold['InvoiceNumber'], ...more },
	});
	const left = async (sold: Row) =>
		(await books.terms('sales', sold))
			.filter((term) => term['Status'] === 20)
			.map((term) => term['AmountDC']);
	beforeEach(async () => {
		await sandbox.settings({ autoMatch: true });
	});

	test.each(['bank', 'cash'] as const)('%s: the invoice that a line names', async (kind) => {
		const [one, other] = [await invoice(100), await invoice(50)];
		const lines = [pays(one, 100), pays(one, 100), pays(other, 60), pays(other, 20)];
		const entry = await free.book(kind, from0(280), lines);
		expect([await left(one), await left(other)]).toEqual([[], []]);
		// What finds nothing open any more stays open itself: 100 of the one, 30 of the other.
		const open = (await left(entry)).map(Number);
		expect(open).toContain(100);
		expect(open.reduce((sum, amount) => sum + amount)).toBe(130);
		const third = await invoice(20);
		const line = { EntryID: entry['EntryID'], ...books.lineBody(pays(third, 15)) };
		expect((await books.api.post(free.linePath(kind), line)).status).toBe(201);
		expect(await left(third)).toEqual([-5]);
	});

	test('an invoice, and no other payment that names it', async () => {
		const sold = await invoice(100);
		await free.book('bank', from0(100), [pays(sold, 100)]);
		const back = await free.book('bank', from0(-100), [pays(sold, -100)]);
		const again = await free.book('bank', from0(100), [pays(sold, 100)]);
		expect([await left(sold), await left(back), await left(again)]).toEqual([[], [-100], [100]]);
	});

	test('of the same relation and account only, and never of a general entry', async () => {
		const sold = await invoice(100);
		const [stranger] = (await sandbox.records(nl, 'Accounts')).filter(
			(row) => row['ID'] !== books.partner.sales,
		);
		await free.book('bank', from0(100), [pays(sold, 100, { Account: stranger?.['ID'] })]);
		await free.book('bank', from0(100), [pays(sold, 100, { account: '1301' })]);
		await free.book('bank', from0(-100), [pays(sold, -100)]);
		await booked('general', pays(sold, -100));
		expect(await left(sold)).toEqual([-100]);
	});
});
