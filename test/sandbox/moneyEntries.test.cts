import { begin, books, day, free, keepBooks, sandbox } from './entryBooks.cjs';
import { freePlaces, type FreeLine } from './freeEntries.cjs';
import { companies } from './exactApp.cjs';

/*
 * Bank and cash entries: columns and verbs from Exact's reference; the ledger of a receipt as recorded in 2026
 * from a French company.
 */

keepBooks();

const both = ['bank', 'cash'] as const;
const own = { bank: '1100', cash: '1000' };
const entity = { bank: 'BankEntries', cash: 'CashEntries' };
const unbalanced = (kind: 'bank' | 'cash') =>
	`500 Opening balance plus all ${kind} entry lines should result in the closing balance`;

const costs = (AmountFC = -50, more: object = {}): FreeLine => ({
	account: '9200',
	AmountFC,
	...more,
});
const receipt = (AmountFC = 316.5, more: object = {}): FreeLine => ({
	...{ account: '1300', AmountFC, Account: books.partner.sales, OurRef: 25700003 },
	...{ Description: 'Received', ...more },
});
const from0 = (closing: number) => ({ OpeningBalanceFC: 0, ClosingBalanceFC: closing });
const balances = async (kind: 'bank' | 'cash', header: object, lines: FreeLine[]) => {
	const row = await free.book(kind, header, lines);
	return [row['OpeningBalanceFC'], row['ClosingBalanceFC']];
};

describe.each(['strict', 'lenient'] as const)('%s: POST', (profile) => {
	test.each(both)('%s: fills what was not sent', async (kind) => {
		await begin(profile);
		const lines = [receipt(), costs()];
		const { status, row } = await free.post(kind, from0(266.5), lines);
		expect(status).toBe(201);
		const model = entity[kind].replace('ies', 'y');
		expect(row.__metadata.type).toBe(`Exact.Web.Api.Models.Financial.${model}`);
		expect(row).toMatchObject({
			...{ JournalCode: freePlaces[kind].journal, Currency: 'EUR', Status: 20 },
			...{ FinancialYear: 2026, FinancialPeriod: 2, StatusDescription: 'Open' },
			...{ OpeningBalanceFC: 0, ClosingBalanceFC: 266.5 },
		});
		const journal = freePlaces[kind].journal;
		expect(String(row['EntryNumber'])).toMatch(new RegExp(`^26${journal}0\\d\\d\\d$`));
		const [first] = await free.lines(kind, row);
		expect(first).toMatchObject({
			...{ AmountFC: 316.5, AmountDC: 316.5, LineNumber: 1, OurRef: 25700003, ExchangeRate: 1 },
			...{ Account: books.partner.sales, Date: day('2026-02-03'), Description: 'Received' },
			...{ EntryID: row['EntryID'], EntryNumber: row['EntryNumber'], GLAccountCode: '1300' },
		});
		expect(String(first?.['AccountCode'])).toHaveLength(18);
	});

	test.each(both)('%s: in the ledger the own account is line 0', async (kind) => {
		await begin(profile);
		const entry = await free.book(kind, from0(266.5), [receipt(), costs()]);
		expect(await books.postings(entry)).toEqual([`${own[kind]} 266.5`, '1300 -316.5', '9200 50']);
		const [first, received] = await books.ledger(entry);
		const common = {
			...{ JournalCode: freePlaces[kind].journal, Type: 40, Status: 20, Currency: 'EUR' },
			...{ FinancialYear: 2026, FinancialPeriod: 2, Date: day('2026-02-03') },
		};
		expect(first).toMatchObject({ ...common, LineNumber: 0, Account: null, OffsetID: null });
		expect(received).toMatchObject({
			...{ ...common, LineNumber: 1, Account: books.partner.sales, InvoiceNumber: 25700003 },
			// Within the entry, as seen of bank lines that are not matched.
			...{ Description: 'Received', OffsetID: first?.['ID'] },
		});
		expect((await free.lines(kind, entry))[0]?.['OffsetID']).toBe(first?.['ID']);
		expect(await books.sum()).toMatchObject({ balanced: true });
	});

	test.each(both)('%s: the balances have to meet', async (kind) => {
		await begin(profile);
		const refused = (header: object) => free.refusal(kind, header, [receipt(), costs()]);
		expect(await refused(from0(266.51))).toBe(unbalanced(kind));
		expect(await refused({ OpeningBalanceFC: 10, ClosingBalanceFC: 266.5 })).toBe(unbalanced(kind));
		expect(
			await balances(kind, { OpeningBalanceFC: 10, ClosingBalanceFC: -40 }, [costs()]),
		).toEqual([10, -40]);
	});
});

describe('balances that are not sent', () => {
	test.each(both)('%s: count as 0 in one profile', async (kind) => {
		await begin('strict');
		expect(await free.refusal(kind, {}, [costs()])).toBe(unbalanced(kind));
		expect(await balances(kind, { ClosingBalanceFC: -50 }, [costs()])).toEqual([0, -50]);
		expect(await free.refusal(kind, { OpeningBalanceFC: 7 }, [costs()])).toBe(unbalanced(kind));
	});

	test.each(both)('%s: follow from the entry before in the other', async (kind) => {
		const later = { FinancialYear: 2027, FinancialPeriod: 3 };
		expect(await balances(kind, { ...later, ...from0(100) }, [costs(100)])).toEqual([0, 100]);
		expect(await balances(kind, {}, [costs()])).toEqual([100, 50]);
		// The last entry is the one of the latest period, whenever it was made.
		expect(await balances(kind, { ...later, OpeningBalanceFC: 5 }, [costs()])).toEqual([5, -45]);
		expect(await balances(kind, {}, [costs(1)])).toEqual([-45, -44]);
	});

	test('in Dutch', async () => {
		await sandbox.settings({ language: 'nl' });
		expect(await free.refusal('bank', from0(1), [costs()])).toBe(
			'500 Het beginsaldo plus alle bankboekingsregels moet gelijk zijn aan het eindsaldo',
		);
	});
});

describe('amounts', () => {
	test.each(both)('%s: VAT is inside of what flowed', async (kind) => {
		const entry = await free.book(kind, from0(0), [
			costs(121, { account: '8020', VATCode: '4' }),
			costs(-121, { account: '4100', VATCode: '4' }),
		]);
		expect(await books.postings(entry)).toEqual([
			...[`${own[kind]} 0`, '8020 -100', '4100 100', '1500 -21', '1510 21'],
		]);
		const types = (await books.ledger(entry)).map((row) => row['VATType']);
		expect(types).toEqual([null, 'V', 'I', 'A', 'O']);
		const given = costs(-121, { account: '4100', VATCode: '4', AmountVATFC: -20 });
		const other = await free.book(kind, from0(-121), [given]);
		expect(await books.postings(other)).toEqual([`${own[kind]} -121`, '4100 101', '1510 20']);
	});

	test('VAT of reverse charge is not', async () => {
		const line = costs(-100, { account: '7000', VATCode: '6' });
		const entry = await free.book('bank', from0(-100), [line]);
		expect(await books.postings(entry)).toEqual(['1100 -100', '7000 100', '1510 21', '1500 -21']);
	});

	test('only where the journal allows VAT', async () => {
		const journals = await sandbox.records(companies.dutch, 'Journals');
		const id = String(journals.find((row) => row['Code'] === '20')?.['ID']);
		await books.api.put(`financial/Journals(guid'${id}')`, { AllowVAT: false });
		expect(await free.refusal('bank', from0(-50), [costs(-50, { VATCode: '4' })])).toBe(
			'500 Not allowed: VAT code',
		);
	});

	test('each line may have a rate of its own', async () => {
		const entry = await free.book('bank', { ...from0(-150), Currency: 'USD' }, [
			costs(-100),
			costs(-50, { ExchangeRate: 0.8 }),
		]);
		expect(await books.postings(entry)).toEqual(['1100 -130', '9200 90', '9200 40']);
		const [first] = await books.ledger(entry);
		expect(first).toMatchObject({ AmountFC: -150, Currency: 'USD' });
	});
});

describe('open items', () => {
	test('a payment is one of its own, with the opposite sign', async () => {
		const entry = await free.book('bank', from0(316.5), [receipt()]);
		const [, line] = await books.ledger(entry);
		expect(await books.terms('sales', entry)).toEqual([
			expect.objectContaining({
				...{ Account: books.partner.sales, AmountDC: 316.5, AmountFC: 316.5, Status: 20 },
				...{ TransactionAmountDC: -316.5, TransactionType: 40, TransactionID: line?.['ID'] },
				...{ IsFullyPaid: false, InvoiceNumber: 25700003, Journal: '20' },
				...{ EntryDate: day('2026-02-03'), DueDate: day('2026-02-03') },
			}),
		]);
		const paid = { account: '1600', Account: books.partner.purchases };
		const out = await free.book('cash', from0(-50), [costs(-50, paid)]);
		expect(await books.terms('purchases', out)).toEqual([
			expect.objectContaining({ AmountDC: -50, TransactionAmountDC: 50, TransactionType: 40 }),
		]);
	});

	test('of nobody is refused', async () => {
		const line = receipt(1, { Account: null });
		expect(await free.refusal('bank', from0(1), [line])).toBe('500 Mandatory: Account');
	});
});

describe('validation', () => {
	test.each([
		[{ JournalCode: '90' }, {}, 'Invalid reference: Journals'],
		[{ JournalCode: null }, {}, 'Mandatory: Journal'],
		[{}, { Date: '2030-01-01' }, 'Mandatory: Financial year'],
		[{}, { Date: '2024-12-31' }, 'The financial year cannot be changed.'],
		[{}, { account: '4900' }, 'Blocked: G/L account'],
		[{}, { CostCenter: 'X' }, 'Invalid reference: Cost center'],
		[{}, { AmountFC: null }, 'Mandatory: Amount'],
	])('%j %j: %s', async (header, line, text) => {
		for (const kind of both) {
			expect(await free.refusal(kind, { ...from0(-50), ...header }, [costs(-50, line)])).toContain(
				`500 ${text}`,
			);
		}
		expect(await free.refusal('cash', { JournalCode: '20' }, [costs()])).toContain(
			'500 Invalid reference: Journals',
		);
	});

	test('properties that cash entries do not have', async () => {
		const statement = { BankStatementDocument: null, ...from0(-50) };
		expect((await free.post('bank', statement, [costs()])).status).toBe(201);
		expect((await free.post('cash', statement, [costs()])).status).toBe(400);
	});
});

describe('changes', () => {
	test.each(both)('%s: no PUT; DELETE only while the entry is open', async (kind) => {
		const tables = [entity[kind], freePlaces[kind].lines, 'TransactionLines', 'Receivables'];
		const sizes = () =>
			Promise.all(
				tables.map(async (name) => (await sandbox.records(companies.dutch, name)).length),
			);
		const before = await sizes();
		const entry = await free.book(kind, from0(316.5), [receipt()]);
		expect((await books.api.put(free.at(kind, entry), {})).status).toBe(405);
		expect((await books.api.remove(free.at(kind, entry))).status).toBe(204);
		expect(await sizes()).toEqual(before);
		const processed = await free.book(kind, from0(-50), [costs()]);
		const row = { EntryID: processed['EntryID'], JournalCode: freePlaces[kind].journal };
		await sandbox.insert(companies.dutch, entity[kind], [{ ...row, Status: 50 }]);
		const refused = await books.api.remove(free.at(kind, processed));
		expect(refused.error).toBe('Not allowed: Entry (Processed)');
	});

	test.each(both)('%s: a line can be added, and the closing balance goes along', async (kind) => {
		const taxed = costs(121, { account: '8020', VATCode: '4' });
		const entry = await free.book(kind, from0(437.5), [receipt(), taxed]);
		const before = await books.ledger(entry);
		const line = { EntryID: entry['EntryID'], ...books.lineBody(costs()) };
		expect((await books.api.post(free.linePath(kind), line)).status).toBe(201);
		expect(await free.again(kind, entry)).toMatchObject({ ClosingBalanceFC: 387.5 });
		expect(await books.postings(entry)).toEqual([
			...[`${own[kind]} 387.5`, '1300 -316.5', '8020 -100', '9200 50', '1500 -21'],
		]);
		const after = await books.ledger(entry);
		const ids = (rows: object[]) => rows.map((row) => Reflect.get(row, 'ID') as string);
		for (const id of ids(before)) expect(ids(after)).toContain(id);
		expect(await books.terms('sales', entry)).toHaveLength(1);
		for (const verb of ['put', 'remove'] as const) {
			const at = `${free.linePath(kind)}(guid'${String(ids(after)[1])}')`;
			expect((await books.api[verb](at, {})).status).toBe(405);
		}
	});

	test('the statement document is looked up', async () => {
		const { row } = await books.api.post('documents/Documents', { Subject: 'Statement', Type: 55 });
		const header = { ...from0(-50), BankStatementDocument: row['ID'] };
		expect(await free.book('bank', header, [costs()])).toMatchObject({
			...{ BankStatementDocument: row['ID'], BankStatementDocumentNumber: row['HID'] },
			BankStatementDocumentSubject: 'Statement',
		});
	});
});
