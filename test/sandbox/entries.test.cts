import type { Side } from './bookkeeper.cjs';
import {
	begin,
	books,
	both,
	collection,
	day,
	keepBooks,
	lineOf,
	nobody,
	sandbox,
	simple,
} from './entryBooks.cjs';
import { companies } from './exactApp.cjs';

/*
 * Sales and purchase entries: writing, numbers, validation, what hangs on them. Recorded from a French company
 * in 2026; rules from Exact's reference and from reports of users of client libraries.
 */

keepBooks();

const stored = async (entity: string) => (await sandbox.records(companies.dutch, entity)).length;
const tables = ['SalesEntries', 'SalesEntryLines', 'TransactionLines', 'Receivables'];
const sizes = () =>
	Promise.all([...tables, 'PurchaseEntries', 'Payments', 'Documents'].map(stored));

describe('POST', () => {
	test('purchase: fills what was not sent, as recorded', async () => {
		const header = { EntryDate: '2025-05-30', Description: 'Bought' };
		const { status, row, headers } = await books.post('purchases', header, [lineOf('purchases')]);
		expect(status).toBe(201);
		expect(headers['location']).toBe(row.__metadata.uri);
		expect(row.__metadata.type).toBe('Exact.Web.Api.Models.PurchaseEntry');
		expect(row).toMatchObject({
			...{ AmountFC: 121, AmountDC: 121, Currency: 'EUR', Rate: 1, Reversal: false },
			...{ EntryDate: day('2025-05-30'), DueDate: day('2025-06-29'), PaymentCondition: '30' },
			...{ EntryNumber: 25600018, InvoiceNumber: 25600018, Journal: '60' },
			...{ PaymentConditionPaymentMethod: 'B', JournalDescription: 'Inkoopboek' },
			...{ ReportingYear: 2025, ReportingPeriod: 5, Status: 20, StatusDescription: 'Open' },
			...{ Type: 30, TypeDescription: 'Purchase entry', DocumentSubject: 'Bought' },
			PurchaseEntryLines: { __deferred: { uri: `${row.__metadata.uri}/PurchaseEntryLines` } },
		});
		expect((await books.api.get(books.at('purchases', row))).row).toEqual(row);
	});

	test('a purchase comes with a document, a sale does not', async () => {
		const before = await stored('Documents');
		const named = await simple('purchases', { Description: 'Rent' });
		const plain = await simple('purchases');
		const paths = [named, plain].map(
			(row) => `documents/Documents(guid'${String(row['Document'])}')`,
		);
		const [first, second] = await Promise.all(paths.map((path) => books.api.get(path)));
		expect(first?.row).toMatchObject({
			...{ Type: 20, Subject: 'Rent', HID: named['DocumentNumber'], AmountFC: 121 },
			...{ FinancialTransactionEntryID: named['EntryID'], Account: named['Supplier'] },
		});
		expect(second?.row['Subject']).toBe(`Invoice: ${String(plain['EntryNumber'])}`);
		expect(await simple('sales')).toMatchObject({ Document: null, DocumentNumber: null });
		expect(await stored('Documents')).toBe(before + 2);
		const own = await simple('purchases', { Document: named['Document'] });
		expect(own['Document']).toBe(named['Document']);
		expect(await stored('Documents')).toBe(before + 2);
	});

	test.each(both)(
		'%s: the due date follows the condition: given, of the relation, 30 days',
		async (side) => {
			const due = async (header: object) => {
				const row = await simple(side, { EntryDate: '2026-03-01', ...header });
				return [row['PaymentCondition'], row['DueDate']];
			};
			expect(await due({})).toEqual(['30', day('2026-03-31')]);
			expect(await due({ PaymentCondition: 'IN' })).toEqual(['IN', day('2026-03-08')]);
			expect(await due({ DueDate: '2026-05-05' })).toEqual(['30', day('2026-05-05')]);
			const relation = `crm/Accounts(guid'${String(books.partner[side])}')`;
			const column = side === 'sales' ? 'PaymentConditionSales' : 'PaymentConditionPurchase';
			await books.api.put(relation, { [column]: '60' });
			expect(await due({})).toEqual(['60', day('2026-04-30')]);
			await books.api.put(relation, { [column]: null });
			expect(await due({})).toEqual(['30', day('2026-03-31')]);
		},
	);

	test('without a date it is of today', async () => {
		expect(await simple('sales', { EntryDate: undefined })).toMatchObject({
			...{ EntryDate: day('2026-06-25'), ReportingYear: 2026, ReportingPeriod: 6 },
		});
	});

	test('lines are numbered in the order in which they came', async () => {
		const entry = await books.book('sales', {}, [
			lineOf('sales', { Description: 'a' }),
			lineOf('sales', { Description: 'b', Project: null }),
		]);
		const rows = await books.lines('sales', entry);
		expect(rows.map((row) => [row['LineNumber'], row['Description'], row['Type']])).toEqual([
			[1, 'a', 20],
			[2, 'b', 20],
		]);
		expect(rows[0]).toMatchObject({
			...{ GLAccountCode: '8000', GLAccountDescription: 'Omzet fietsen', VATCode: '4  ' },
			...{
				VATCodeDescription: 'Btw 21%, exclusief',
				VATPercentage: 0.21,
				EntryID: entry['EntryID'],
			},
		});
	});

	test('the VAT code of the ledger account stands in for one that is missing', async () => {
		await books.api.put(`financial/GLAccounts(guid'${String(books.gl('8000'))}')`, {
			VATCode: '5',
		});
		const entry = await books.book('sales', {}, [{ account: '8000', AmountFC: 100 }]);
		expect(entry['AmountFC']).toBe(109);
	});
});

describe('numbers', () => {
	test('count up in each journal and year, and begin anew', async () => {
		const numbers = [];
		for (const EntryDate of ['2025-06-01', '2026-06-01', '2025-06-02', '2027-01-01']) {
			numbers.push((await simple('sales', { EntryDate }))['EntryNumber']);
		}
		const returned = await simple('sales', { Journal: '71', EntryDate: '2027-01-01' });
		const taken = Number(numbers[0]);
		expect(numbers).toEqual([taken, expect.any(Number), taken + 1, 27700001]);
		expect(String(taken)).toMatch(/^25700\d\d\d$/);
		expect(returned['EntryNumber']).toBe(27710001);
	});

	test('the year is that of the books, not of the calendar', async () => {
		await begin('lenient', {}, companies.belgian);
		const line = { account: '700000', AmountFC: 10 };
		const entry = await books.book('sales', { EntryDate: '2026-08-01' }, [line]);
		expect(entry).toMatchObject({ ReportingYear: 2027, ReportingPeriod: 2, EntryNumber: 27700001 });
	});

	test('a given number is kept or replaced, as the switch says', async () => {
		const given = { EntryNumber: 38700042 };
		expect(await simple('sales', given)).toMatchObject({ ...given, InvoiceNumber: 38700042 });
		expect(await books.refusal('sales', given, [lineOf('sales')])).toBe('500 Data already exists');
		expect(await simple('sales', { ...given, ReportingYear: 2027 })).toMatchObject(given);
		// It does not carry the numbering away.
		expect(String((await simple('sales'))['EntryNumber'])).toMatch(/^26700\d\d\d$/);
		await sandbox.settings({ entryNumbers: 'replaced' });
		expect(String((await simple('sales', given))['EntryNumber'])).toMatch(/^26700\d\d\d$/);
	});

	test('year and period may be given', async () => {
		expect(await simple('sales', { ReportingPeriod: 5 })).toMatchObject({
			...{ ReportingYear: 2026, ReportingPeriod: 5 },
		});
		expect(await books.refusal('sales', { ReportingPeriod: 13 }, [lineOf('sales')])).toBe(
			'500 Mandatory: Financial year',
		);
	});
});

describe('validation is an HTTP 500', () => {
	type Case = [header: object, line: object, en: string, nl: string];
	const cases: Case[] = [
		[{ Journal: '99' }, {}, 'Invalid reference: Journals', 'Ongeldige referentie: Journals'],
		[{ Journal: '20' }, {}, 'Invalid reference: Journals', 'Ongeldige referentie: Journals'],
		[{ Journal: null }, {}, 'Mandatory: Journal', 'Verplicht: Dagboek'],
		[{ Currency: 'XXX' }, {}, 'Invalid reference: Currency', 'Ongeldige referentie: Valuta'],
		[
			{ PaymentCondition: '99' },
			{},
			'Invalid reference: Payment condition',
			'Ongeldige referentie: Betalingsconditie',
		],
		[{ Document: nobody }, {}, 'Invalid reference: Document', 'Ongeldige referentie: Document'],
		[{ EntryDate: '2030-01-01' }, {}, 'Mandatory: Financial year', 'Verplicht: Boekjaar'],
		[
			{ EntryDate: '2024-12-31' },
			{},
			'The financial year cannot be changed.',
			'Het boekjaar is gesloten.',
		],
		[
			{},
			{ GLAccount: nobody },
			'Invalid reference: G/L account',
			'Ongeldige referentie: Grootboekrekening',
		],
		[{}, { GLAccount: null }, 'Mandatory: G/L account', 'Verplicht: Grootboekrekening'],
		[{}, { account: '4900' }, 'Blocked: G/L account', 'Geblokkeerd: Grootboekrekening'],
		[{}, { VATCode: '3' }, 'Invalid reference: VAT code', 'Ongeldige referentie: Btw-code'],
		[{}, { VATCode: '8' }, 'Blocked: VAT code', 'Geblokkeerd: Btw-code'],
		[
			{},
			{ CostCenter: 'X' },
			'Invalid reference: Cost center',
			'Ongeldige referentie: Kostenplaats',
		],
		[{}, { CostUnit: 'X' }, 'Invalid reference: Cost unit', 'Ongeldige referentie: Kostendrager'],
		[{}, { account: '4400' }, 'Mandatory: Cost center', 'Verplicht: Kostenplaats'],
		[{}, { Project: nobody }, 'Invalid reference: Project', 'Ongeldige referentie: Project'],
	];
	const everywhere = both.flatMap((side) => cases.map((one) => [side, ...one] as const));

	test.each(everywhere)('%s: %j %j: %s', async (side, header, line, en, nl) => {
		const before = await sizes();
		const { account: code, ...given } = lineOf(side, line);
		const body = books.body(side, header, []);
		const lines = { [collection[side]]: [{ GLAccount: books.gl(code), ...given }] };
		const path = side === 'sales' ? 'salesentry/SalesEntries' : 'purchaseentry/PurchaseEntries';
		const refused = async () => {
			const { status, error } = await books.api.post(path, { ...body, ...lines });
			return `${status} ${error}`;
		};
		expect(await refused()).toBe(`500 ${en}`);
		await sandbox.settings({ language: 'nl' });
		expect(await refused()).toBe(`500 ${nl}`);
		expect(await sizes()).toEqual(before);
	});

	test('the relation must exist and be a customer or a supplier', async () => {
		const { sales: customer, purchases: supplier } = books.partner;
		const refused = (side: Side, header: object) => books.refusal(side, header, [lineOf(side)]);
		expect(await refused('sales', { Customer: supplier })).toBe('500 Invalid: Customer (Type)');
		expect(await refused('purchases', { Supplier: customer })).toBe('500 Invalid: Supplier (Type)');
		expect(await refused('sales', { Customer: nobody })).toBe('500 Invalid reference: Customer');
		expect(await refused('sales', { Customer: null })).toBe('500 Mandatory: Customer');
		await sandbox.settings({ language: 'nl' });
		expect(await refused('purchases', { Supplier: customer })).toBe(
			'500 Ongeldig: Leverancier (Type)',
		);
	});

	test('a blocked journal, and a period that is closed for one journal', async () => {
		expect(await books.refusal('sales', { Journal: '72' }, [lineOf('sales')])).toBe(
			'500 Blocked: Journal',
		);
		const january = { EntryDate: '2026-01-15' };
		expect(await books.refusal('purchases', january, [lineOf('purchases')])).toBe(
			'500 The financial year cannot be changed.',
		);
		expect(
			(await books.post('purchases', { ...january, Journal: '61' }, [lineOf('purchases')])).status,
		).toBe(201);
	});

	test.each(both)('%s: without lines there is no entry', async (side) => {
		expect(await books.refusal(side, {}, [])).toBe(`500 Mandatory: ${collection[side]}`);
		const body = { ...books.body(side, {}, []), [collection[side]]: undefined };
		const path = side === 'sales' ? 'salesentry/SalesEntries' : 'purchaseentry/PurchaseEntries';
		expect((await books.api.post(path, body)).error).toBe(`Mandatory: ${collection[side]}`);
	});

	test('a property that does not exist is a 400', async () => {
		const { status } = await books.post('sales', { JournalCode: '70' }, [lineOf('sales')]);
		expect(status).toBe(400);
	});
});
