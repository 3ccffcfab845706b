import { startSandbox, type Sandbox } from '../harness/sandbox.cjs';
import { bookkeeper, type Bookkeeper, type LineBody, type Side } from './bookkeeper.cjs';
import { companies } from './exactApp.cjs';
import type { Row } from './odataClient.cjs';

/*
 * Sales and purchase entries: writing, numbers, validation, what hangs on them. Recorded from a French company
 * in 2026; rules from Exact's reference and from reports of users of client libraries.
 */

const START = Date.UTC(2026, 5, 25, 10, 0, 0);
const day = (text: string) => `/Date(${Date.parse(`${text}T00:00:00Z`)})/`;
const nobody = 'ffffffff-ffff-4fff-8fff-ffffffffffff';
const both: Side[] = ['sales', 'purchases'];
const collection = { sales: 'SalesEntryLines', purchases: 'PurchaseEntryLines' };
const linePath = {
	sales: 'salesentry/SalesEntryLines',
	purchases: 'purchaseentry/PurchaseEntryLines',
};
const account = { sales: '8000', purchases: '4000' };

let sandbox: Sandbox;
let books: Bookkeeper;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(() => begin('lenient'));

async function begin(profile: 'strict' | 'lenient', settings: object = {}, division?: number) {
	const unlimited = { minuteLimit: 1e6, dayLimit: 1e6, errorLimit: 1e6 };
	await sandbox.reset({ profile, settings: { ...unlimited, moments: 'utc', ...settings } });
	await sandbox.setClock(START);
	books = await bookkeeper(sandbox, division);
}

const lineOf = (side: Side, more: object = {}): LineBody => ({
	account: account[side],
	AmountFC: 100,
	VATCode: '4',
	...more,
});
const simple = (side: Side, header: object = {}) => books.book(side, header, [lineOf(side)]);
const lineAt = (side: Side, row: Row | undefined) =>
	`${linePath[side]}(guid'${String(row?.['ID'])}')`;
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

describe('PUT', () => {
	test.each(both)('%s: changes the header and what was derived from it', async (side) => {
		const entry = await simple(side, { YourRef: 'T-1' });
		const document = await books.api.post('documents/Documents', { Subject: 'Scan', Type: 10 });
		await sandbox.advance(60_000);
		const change = {
			...{ Description: 'New', YourRef: 'T-2', DueDate: '2026-12-01', PaymentReference: 'RF99' },
			Document: document.row['ID'],
		};
		expect((await books.api.put(books.at(side, entry), change)).status).toBe(204);
		const shown = { ...change, DueDate: day('2026-12-01') };
		const Modified = `/Date(${START + 60_000})/`;
		expect(await books.again(side, entry)).toMatchObject({
			...{ ...shown, Modified, AmountFC: 121, EntryNumber: entry['EntryNumber'] },
			...{ DocumentSubject: 'Scan', Created: entry['Created'] },
		});
		const ledger = await books.ledger(entry);
		expect(ledger).toHaveLength(3);
		for (const row of ledger) {
			expect(row).toMatchObject({ YourRef: 'T-2', Document: change.Document, Modified });
		}
		expect(ledger[0]).toMatchObject({ Description: 'New', DueDate: shown.DueDate });
		expect(await books.terms(side, entry)).toEqual([expect.objectContaining(shown)]);
	});

	test('a new condition moves the due date, a new date moves the period', async () => {
		const entry = await simple('sales');
		await books.api.put(books.at('sales', entry), { PaymentCondition: '14' });
		expect(await books.again('sales', entry)).toMatchObject({ DueDate: day('2026-02-17') });
		const due = { PaymentCondition: '60', DueDate: '2026-07-01' };
		await books.api.put(books.at('sales', entry), due);
		expect(await books.again('sales', entry)).toMatchObject({ DueDate: day('2026-07-01') });
		await books.api.put(books.at('sales', entry), { EntryDate: '2026-04-04' });
		expect(await books.again('sales', entry)).toMatchObject({
			...{ ReportingPeriod: 4, EntryNumber: entry['EntryNumber'] },
		});
		expect((await books.ledger(entry))[0]).toMatchObject({ FinancialPeriod: 4 });
		const closed = await books.api.put(books.at('sales', entry), { EntryDate: '2024-04-04' });
		expect(closed.error).toBe('The financial year cannot be changed.');
	});

	test('amounts, journal and number stay', async () => {
		const entry = await simple('sales');
		const change = { Journal: '71', EntryNumber: 5, VATAmountFC: 1, Currency: 'USD', Rate: 3 };
		expect((await books.api.put(books.at('sales', entry), change)).status).toBe(204);
		expect(await books.again('sales', entry)).toEqual(entry);
	});

	test.each(both)('%s: lines inside are refused', async (side) => {
		const entry = await simple(side);
		const lines = [books.lineBody(lineOf(side))];
		const { status, error } = await books.api.put(books.at(side, entry), {
			[collection[side]]: lines,
		});
		expect(status).toBe(400);
		expect(error).toContain('Binding to new entities is not supported');
	});

	test('a processed entry is not touched any more', async () => {
		const [entry] = await books.api.all('salesentry/SalesEntries', { $filter: 'Status eq 50' });
		if (!entry) throw new Error('no processed entry');
		const refused = 'Not allowed: Entry (Processed)';
		expect((await books.api.put(books.at('sales', entry), { YourRef: 'x' })).error).toBe(refused);
		expect((await books.api.remove(books.at('sales', entry))).error).toBe(refused);
		const [line] = await books.lines('sales', entry);
		expect((await books.api.put(lineAt('sales', line), { AmountFC: 1 })).error).toBe(refused);
		expect((await books.api.remove(lineAt('sales', line))).error).toBe(refused);
		const more = { ...books.lineBody(lineOf('sales')), EntryID: entry['EntryID'] };
		expect((await books.api.post(linePath.sales, more)).error).toBe(refused);
		await sandbox.settings({ language: 'nl' });
		expect((await books.api.remove(books.at('sales', entry))).error).toBe(
			'Niet toegestaan: Boeking (Verwerkt)',
		);
	});
});

describe('lines by themselves', () => {
	test.each(both)('%s: come, change and go, and the entry follows', async (side) => {
		const entry = await simple(side);
		const body = { ...books.lineBody(lineOf(side, { AmountFC: 50 })), EntryID: entry['EntryID'] };
		const { status, row } = await books.api.post(linePath[side], body, {
			Prefer: 'return=representation',
		});
		expect(status).toBe(201);
		expect(row).toMatchObject({ LineNumber: 2, VATAmountFC: 10.5, AmountDC: 50 });
		const total = async () => (await books.again(side, entry))['AmountFC'];
		expect(await total()).toBe(181.5);
		await books.api.put(lineAt(side, row), { AmountFC: 60 });
		expect(await total()).toBe(193.6);
		await books.api.put(lineAt(side, row), { VATCode: '5' });
		expect(await total()).toBe(186.4);
		await books.api.put(lineAt(side, row), { VATAmountFC: 5 });
		await books.api.put(lineAt(side, row), { Description: 'Only words' });
		expect(await total()).toBe(186);
		const [own] = await books.terms(side, entry);
		expect(Math.abs(Number(own?.['AmountFC']))).toBe(186);
		expect((await books.api.remove(lineAt(side, row))).status).toBe(204);
		expect(await total()).toBe(121);
		expect(await books.ledger(entry)).toHaveLength(3);
		expect(await books.terms(side, entry)).toEqual([expect.objectContaining({ ID: own?.['ID'] })]);
		expect((await books.sum()).balanced).toBe(true);
	});

	test.each(both)('%s: with the last line the entry goes', async (side) => {
		const before = await sizes();
		const entry = await simple(side);
		const [line] = await books.lines(side, entry);
		expect((await books.api.remove(lineAt(side, line))).status).toBe(204);
		expect((await books.api.get(books.at(side, entry))).status).toBe(404);
		expect(await sizes()).toEqual(before);
	});

	test('need an entry, and an amount', async () => {
		const body = books.lineBody({ account: '8000', AmountFC: 5 });
		const refused = async (more: object) =>
			(await books.api.post(linePath.sales, { ...body, ...more })).error;
		expect(await refused({})).toBe('Mandatory: Entry');
		expect(await refused({ EntryID: nobody })).toBe('Invalid reference: Entry');
		const { EntryID } = await simple('sales');
		expect(await refused({ EntryID, AmountFC: undefined })).toBe('Mandatory: Amount');
	});

	test('cannot move to another entry', async () => {
		const [one, other] = [await simple('sales'), await simple('sales')];
		const [line] = await books.lines('sales', one);
		await books.api.put(lineAt('sales', line), { EntryID: other['EntryID'] });
		expect(await books.lines('sales', other)).toHaveLength(1);
	});

	test('ledger lines keep their keys; those that go are reported to sync clients', async () => {
		const entry = await books.book('sales', {}, [lineOf('sales'), lineOf('sales')]);
		const before = await books.ledger(entry);
		const [first] = await books.lines('sales', entry);
		const deleted = async () =>
			(
				await books.api.all('sync/Deleted', {
					$select: 'EntityKey,EntityType',
					$filter: 'Timestamp gt 1L',
				})
			).map(({ EntityKey, EntityType }) => [EntityKey, EntityType]);
		await books.api.remove(lineAt('sales', first));
		const after = await books.ledger(entry);
		const ids = (rows: Row[]) => rows.map((row) => row['ID']);
		expect(ids(after)).toEqual(ids(before).filter((id) => id !== first?.['ID']));
		expect(await deleted()).toEqual([[first?.['ID'], 1]]);
		await books.api.remove(books.at('sales', entry));
		expect((await deleted()).map(([, type]) => type).sort()).toEqual([1, 1, 1, 1, 10]);
	});
});

describe('DELETE', () => {
	test.each(both)('%s: takes everything along that it brought', async (side) => {
		const before = await sizes();
		const entry = await simple(side);
		if (side === 'purchases') {
			await books.api.post('documents/DocumentAttachments', {
				...{ Document: entry['Document'], FileName: 'a.txt', Attachment: 'YQ==' },
			});
		}
		expect((await books.api.remove(books.at(side, entry))).status).toBe(204);
		expect((await books.api.get(books.at(side, entry))).status).toBe(404);
		expect(await sizes()).toEqual(before);
		expect(await stored('DocumentAttachments')).toBe(0);
	});

	test('a document that somebody else made stays', async () => {
		const { row } = await books.api.post('documents/Documents', { Subject: 'Scan', Type: 20 });
		const entry = await simple('purchases', { Document: row['ID'] });
		await books.api.remove(books.at('purchases', entry));
		expect((await books.api.get(`documents/Documents(guid'${String(row['ID'])}')`)).status).toBe(
			200,
		);
	});

	test('not in a closed period', async () => {
		const [entry] = await sandbox.records(companies.dutch, 'SalesEntries');
		const row = { ...entry, EntryID: nobody, ReportingYear: 2024, Status: 20 };
		Reflect.deleteProperty(row, 'Timestamp');
		await sandbox.insert(companies.dutch, 'SalesEntries', [row]);
		const { error } = await books.api.remove(`salesentry/SalesEntries(guid'${nobody}')`);
		expect(error).toBe('The financial year cannot be changed.');
	});
});

describe('reading', () => {
	const query = (entry: Row) => ({
		$filter: `EntryID eq guid'${String(entry['EntryID'])}'`,
		$expand: 'PurchaseEntryLines',
		$select: 'EntryID,PurchaseEntryLines/AmountFC,PurchaseEntryLines/LineNumber',
	});

	test('lines come with $expand, in the profile that allows it', async () => {
		const entry = await books.book('purchases', {}, [lineOf('purchases'), lineOf('purchases')]);
		const [row] = (await books.api.get('purchaseentry/PurchaseEntries', query(entry))).rows;
		const { results } = row?.['PurchaseEntryLines'] as { results: Row[] };
		expect(Object.keys(row ?? {})).toEqual(['__metadata', 'EntryID', 'PurchaseEntryLines']);
		expect(results).toHaveLength(2);
		for (const line of results) {
			expect(Object.keys(line)).toEqual(['__metadata', 'AmountFC', 'LineNumber']);
			expect(line).toMatchObject({ AmountFC: 100 });
		}
	});

	test('else as links that can be followed', async () => {
		await begin('strict');
		const entry = await books.book('purchases', {}, [lineOf('purchases'), lineOf('purchases')]);
		const [row] = (await books.api.get('purchaseentry/PurchaseEntries', query(entry))).rows;
		const { __deferred: link } = row?.['PurchaseEntryLines'] as { __deferred: { uri: string } };
		expect((await books.api.follow(link.uri)).rows).toHaveLength(2);
	});

	test('the ledger wants a filter, the open items take certain ones only', async () => {
		await begin('strict');
		const ledger = 'financialtransaction/TransactionLines';
		const status = async (path: string, $filter?: string) =>
			(await books.api.get(path, { $select: 'ID', ...($filter ? { $filter } : {}) })).status;
		expect(await status(ledger)).toBe(400);
		expect(await status(ledger, 'LineNumber eq 0')).toBe(400);
		expect(await status(ledger, 'Type eq 20 and LineNumber eq 0')).toBe(200);
		expect(await status('bulk/Financial/TransactionLines')).toBe(400);
		expect(await status('bulk/Financial/TransactionLines', "JournalCode eq '70'")).toBe(200);
		for (const path of ['bulk/Cashflow/Receivables', 'bulk/Cashflow/Payments']) {
			expect(await status(path, "Journal eq '70'")).toBe(400);
			expect(await status(path, 'Status eq 20 or Status eq 30')).toBe(200);
		}
		expect(await status('bulk/Cashflow/Receivables', "EndToEndID eq 'x'")).toBe(200);
		expect(await status('bulk/Cashflow/Payments', "EndToEndID eq 'x'")).toBe(400);
	});

	test('sync shows ledger lines in the order of their change', async () => {
		const changes = (since: unknown) =>
			books.api.all('sync/Financial/TransactionLines', {
				...{ $select: 'ID,EntryID,Timestamp', $filter: `Timestamp gt ${String(since)}L` },
			});
		const cursor = (await changes(1)).at(-1)?.['Timestamp'];
		const entry = await simple('sales');
		const rows = await changes(cursor);
		expect(rows.map((row) => row['EntryID'])).toEqual(Array(3).fill(entry['EntryID']));
		await books.api.put(books.at('sales', entry), { Description: 'Again' });
		expect(await changes(rows.at(-1)?.['Timestamp'])).toHaveLength(3);
	});

	test('derived tables are read only', async () => {
		expect((await books.api.post('financialtransaction/TransactionLines', {})).status).toBe(405);
		expect((await books.api.post('cashflow/Payments', {})).status).toBe(405);
		expect((await books.api.post('bulk/Cashflow/Receivables', {})).status).toBe(405);
	});
});

describe('switches', () => {
	test.each([
		['strict', 30, 0],
		['lenient', 50, 121],
	] as const)('%s: length of YourRef, totals in the answer', async (profile, length, shown) => {
		await begin(profile);
		const YourRef = `T-${'x'.repeat(60)}`;
		for (const side of both) {
			const { row } = await books.post(side, { YourRef }, [lineOf(side)]);
			expect(row['YourRef']).toBe(YourRef.slice(0, length));
			expect(row).toMatchObject({ AmountFC: shown, AmountDC: shown });
			expect(row['VATAmountFC']).toBe(shown === 0 ? 0 : 21);
			expect(await books.again(side, row)).toMatchObject({ AmountFC: 121, VATAmountDC: 21 });
			const cut = await books.api.put(books.at(side, row), { YourRef });
			expect(cut.status).toBe(204);
			expect((await books.again(side, row))['YourRef']).toBe(YourRef.slice(0, length));
		}
	});

	test('an EntryID of the caller is honoured or not', async () => {
		expect(await simple('sales', { EntryID: nobody })).toMatchObject({ EntryID: nobody });
		expect(await books.refusal('sales', { EntryID: nobody }, [lineOf('sales')])).toBe(
			'500 Data already exists',
		);
		await sandbox.settings({ callerIds: false });
		const entry = await simple('sales', { EntryID: nobody });
		expect(entry['EntryID']).not.toBe(nobody);
		expect(await books.lines('sales', entry)).toHaveLength(1);
	});

	test('drop: columns that are lost on the way', async () => {
		await sandbox.settings({ drop: ['PurchaseEntryLines.CostCenter', 'PurchaseEntries.YourRef'] });
		const line = lineOf('purchases', { CostCenter: 'VERK', CostUnit: 'FIETS' });
		const entry = await books.book('purchases', { YourRef: 'T-1' }, [line]);
		expect(entry['YourRef']).toBeNull();
		expect((await books.lines('purchases', entry))[0]).toMatchObject({
			...{ CostCenter: null, CostUnit: 'FIETS' },
		});
	});

	test.each(both)('%s: drop: a lost ledger account is replaced', async (side) => {
		await sandbox.settings({ drop: [`${collection[side]}.GLAccount`] });
		const line = lineOf(side, { account: side === 'sales' ? '8020' : '4300' });
		const codes = async (entry: Row) =>
			(await books.lines(side, entry)).map((row) => row['GLAccountCode']);
		expect(await codes(await books.book(side, {}, [line]))).toEqual([account[side]]);
		const column = side === 'sales' ? 'GLAccountSales' : 'GLAccountPurchase';
		const relation = `crm/Accounts(guid'${String(books.partner[side])}')`;
		await books.api.put(relation, { [column]: books.gl('7000') });
		expect(await codes(await books.book(side, {}, [line]))).toEqual(['7000']);
	});

	test('tamper: what is stored is not what was sent', async () => {
		await sandbox.settings({
			tamper: [
				{ entity: 'SalesEntries', column: 'AmountFC', add: 0.01 },
				{ entity: 'SalesEntries', column: 'Type', set: 21 },
				{ entity: 'SalesEntryLines', column: 'Description', set: 'Else' },
				{ entity: 'Receivables', column: 'DueDate', add: 86_400_000 },
			],
		});
		const entry = await simple('sales');
		expect(entry).toMatchObject({ AmountFC: 121.01, AmountDC: 121, Type: 21 });
		expect((await books.lines('sales', entry))[0]).toMatchObject({ Description: 'Else' });
		expect((await books.terms('sales', entry))[0]).toMatchObject({ DueDate: day('2026-03-06') });
		expect(await simple('purchases')).toMatchObject({ AmountFC: 121, Type: 30 });
	});

	test.each([
		[{ drop: 'SalesEntries.YourRef' }, /takes a list/],
		[{ drop: ['SalesEntries.Nothing'] }, /no column SalesEntries.Nothing/],
		[{ drop: ['YourRef'] }, /no column YourRef/],
		[{ tamper: [{ entity: 'Nothing', column: 'YourRef', set: 1 }] }, /no column Nothing.YourRef/],
		[{ tamper: [{ entity: 'SalesEntries', column: 'YourRef' }] }, /add \(a number\) or set/],
		[{ tamper: [{ entity: 'SalesEntries', column: 'Type', add: '1' }] }, /add \(a number\) or set/],
		[{ tamper: ['SalesEntries.Type'] }, /add \(a number\) or set/],
		[{ rights: [] }, /takes a object, not a list/],
		[{ salesCredit: 'refund' }, /invoice, creditNote/],
	])('a mistake in a test is refused: %j', async (patch, message) => {
		await expect(sandbox.settings(patch)).rejects.toThrow(message);
		await expect(sandbox.reset({ settings: patch })).rejects.toThrow(message);
	});
});

describe('faults', () => {
	test('an entry can be booked although nobody hears of it', async () => {
		await sandbox.faults([
			{ match: { method: 'POST', path: 'SalesEntries' }, fault: { kind: 'reset', when: 'after' } },
		]);
		await expect(simple('sales', { YourRef: 'T-lost' })).rejects.toMatchObject({
			code: 'ECONNRESET',
		});
		const found = await books.api.all('salesentry/SalesEntries', {
			$filter: "YourRef eq 'T-lost'",
		});
		expect(found).toHaveLength(1);
	});

	test('an entry can be booked long after the client has given up', async () => {
		await sandbox.faults([
			{
				match: { method: 'POST', path: 'PurchaseEntries' },
				fault: { kind: 'timeout', when: 'before', commitAfterMs: 90_000 },
			},
		]);
		const lost = expect(simple('purchases', { YourRef: 'T-late' })).rejects.toThrow();
		while ((await sandbox.log()).every(({ fault }) => fault !== 'timeout')) await Promise.resolve();
		const found = () =>
			books.api.all('purchaseentry/PurchaseEntries', { $filter: "YourRef eq 'T-late'" });
		expect(await found()).toEqual([]);
		await sandbox.advance(89_999);
		expect(await found()).toEqual([]);
		await sandbox.advance(1);
		const [entry] = await found();
		expect(entry).toMatchObject({ AmountFC: 121, Created: `/Date(${START + 90_000})/` });
		if (entry) expect(await books.postings(entry)).toEqual(['1600 -121', '4000 100', '1510 21']);
		await sandbox.reset();
		await lost;
	});
});
