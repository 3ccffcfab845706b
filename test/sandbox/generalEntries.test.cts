import { begin, books, day, free, keepBooks, sandbox } from './entryBooks.cjs';
import type { FreeLine } from './freeEntries.cjs';
import { companies } from './exactApp.cjs';
import type { Row } from './odataClient.cjs';

/*
 * General journal entries: columns and verbs from Exact's reference, refusals from reports of users of client
 * libraries.
 */

keepBooks();

const path = 'generaljournalentry/GeneralJournalEntries';

const pair = (amount = 100, more: object = {}): FreeLine[] => [
	{ account: '4000', AmountFC: amount, ...more },
	{ account: '1700', AmountFC: -amount },
];
/** Without the shell in front. */
const linesOf = async (entry: Row) => (await books.postings(entry)).slice(1);
const tables = ['GeneralJournalEntries', 'GeneralJournalEntryLines', 'TransactionLines'];
const sizes = () =>
	Promise.all(tables.map(async (name) => (await sandbox.records(companies.dutch, name)).length));
const allowVat = () => {
	const journals = sandbox.records(companies.dutch, 'Journals');
	return journals.then((rows) => {
		const id = String(rows.find((row) => row['Code'] === '90')?.['ID']);
		return books.api.put(`financial/Journals(guid'${id}')`, { AllowVAT: true });
	});
};

describe.each(['strict', 'lenient'] as const)('%s: POST', (profile) => {
	test('fills what was not sent, and books line by line', async () => {
		await begin(profile);
		const line = { Description: 'Rent', CostCenter: 'ALG', CostUnit: 'FIETS', Notes: 'n' };
		const { status, row } = await free.post('general', {}, pair(100, { ...line, OurRef: 12 }));
		expect(status).toBe(201);
		expect(row.__metadata.type).toBe('Exact.Web.Api.Models.GeneralJournalEntry');
		expect(row).toMatchObject({
			...{ JournalCode: '90', JournalDescription: 'Memoriaal', Currency: 'EUR', ExchangeRate: 1 },
			...{ FinancialYear: 2026, FinancialPeriod: 2, Type: 90, TypeDescription: 'Other' },
			...{ Status: 20, StatusDescription: 'Open', Reversal: false },
		});
		expect(String(row['EntryNumber'])).toMatch(/^26900\d\d\d$/);
		const [first, second] = await free.lines('general', row);
		expect(first).toMatchObject({
			...{ ...line, OurRef: 12, LineNumber: 1, EntryID: row['EntryID'], AmountFC: 100 },
			...{ AmountDC: 100, GLAccountCode: '4000', EntryNumber: row['EntryNumber'] },
			...{ Date: day('2026-02-03'), CostUnitDescription: 'Fietsen' },
		});
		expect(second).toMatchObject({ LineNumber: 2, AmountFC: -100, AmountDC: -100 });
	});

	test('in the ledger line 0 is an empty shell', async () => {
		await begin(profile);
		const entry = await free.book('general', {}, pair(100, { OurRef: 12, Description: 'Rent' }));
		const ledger = await books.ledger(entry);
		expect(ledger.map((row) => [row['GLAccountCode'], row['AmountDC']])).toEqual([
			[null, 0],
			['4000', 100],
			['1700', -100],
		]);
		const common = {
			...{ JournalCode: '90', FinancialYear: 2026, FinancialPeriod: 2, Type: 90, Status: 20 },
			...{ EntryNumber: entry['EntryNumber'], Date: day('2026-02-03'), Currency: 'EUR' },
		};
		for (const row of ledger) expect(row).toMatchObject(common);
		expect(ledger[1]).toMatchObject({ InvoiceNumber: 12, Description: 'Rent' });
		expect(ledger[1]?.['ID']).toBe((await free.lines('general', entry))[0]?.['ID']);
		const sum = await books.sum();
		expect(sum.balanced).toBe(true);
		expect(Object.keys(sum.perAccount)).not.toContain('');
	});

	test('every column can be selected', async () => {
		await begin(profile);
		const entry = await free.book('general', {}, pair());
		const query = { $select: '*', $filter: `EntryID eq guid'${String(entry['EntryID'])}'` };
		const [row] = (await books.api.get(path, query)).rows;
		expect(Object.keys(row ?? {}).slice(1)).toEqual(
			`EntryID Created Currency CustomField Division EntryNumber ExchangeRate FinancialPeriod
			FinancialYear GeneralJournalEntryLines JournalCode JournalDescription Modified Reversal
			Status StatusDescription Type TypeDescription`.split(/\s+/),
		);
		const status = async (plain: object) => (await books.api.get(path, { ...plain })).status;
		expect(await status({ $filter: query.$filter })).toBe(profile === 'strict' ? 400 : 200);
	});
});

describe('amounts', () => {
	test('AmountDC counts where AmountFC is missing', async () => {
		const entry = await free.book('general', {}, [
			{ account: '4000', AmountDC: 80 },
			{ account: '1700', AmountDC: -80 },
		]);
		expect((await free.lines('general', entry)).map((row) => row['AmountFC'])).toEqual([80, -80]);
	});

	test('another currency is converted by the rate of the entry', async () => {
		const entry = await free.book('general', { Currency: 'USD' }, pair(100));
		expect(entry).toMatchObject({ Currency: 'USD', ExchangeRate: 0.9 });
		expect(await linesOf(entry)).toEqual(['4000 90', '1700 -90']);
		const own = await free.book('general', { Currency: 'USD', ExchangeRate: 0.8 }, pair(100));
		expect(await linesOf(own)).toEqual(['4000 80', '1700 -80']);
	});

	test.each([
		['en', 'This entry is not balanced. Difference: 0.01'],
		['nl', 'Deze boeking is niet in balans. Verschil: 0.01'],
	])('what does not add up is refused: %s', async (language, text) => {
		await sandbox.settings({ language });
		const before = await sizes();
		const lines = [{ account: '4000', AmountFC: 100.01 }, ...pair(100).slice(1)];
		expect(await free.refusal('general', {}, lines)).toBe(`500 ${text}`);
		expect(await sizes()).toEqual(before);
	});

	test('dust of binary fractions is no difference', async () => {
		const lines = [0.1, 0.2].map((AmountFC) => ({ account: '4000', AmountFC }));
		await free.book('general', {}, [...lines, { account: '1700', AmountFC: -0.3 }]);
	});
});

describe('VAT', () => {
	test('only where the journal allows it', async () => {
		const refused = () => free.refusal('general', {}, pair(100, { VATCode: '4' }));
		expect(await refused()).toBe('500 Not allowed: VAT code');
		await sandbox.settings({ language: 'nl' });
		expect(await refused()).toBe('500 Niet toegestaan: Btw-code');
	});

	test('gets lines of its own, among those of the entry as well', async () => {
		await allowVat();
		const entry = await free.book('general', {}, [
			{ account: '4000', AmountFC: 100, VATCode: '4' },
			{ account: '1700', AmountFC: -121 },
		]);
		const shown = (await free.lines('general', entry)).map((row) => [
			row['GLAccountCode'],
			row['AmountFC'],
			row['VATType'],
		]);
		expect(shown).toEqual([
			['4000', 100, 'I'],
			['1700', -121, null],
			['1510', 21, 'O'],
		]);
		expect(await linesOf(entry)).toEqual(['4000 100', '1700 -121', '1510 21']);
	});

	test('of a credit is to be paid, and may be inside of the amount or given', async () => {
		await allowVat();
		const included = await free.book('general', {}, [
			{ account: '8000', AmountFC: -121, VATCode: '2' },
			{ account: '1700', AmountFC: 121 },
		]);
		expect(await linesOf(included)).toEqual(['8000 -100', '1700 121', '1500 -21']);
		expect((await books.ledger(included))[1]).toMatchObject({ VATType: 'V', AmountVATFC: -21 });
		const given = await free.book('general', {}, [
			{ account: '4000', AmountFC: 100, VATCode: '4', AmountVATFC: 20.5 },
			{ account: '1700', AmountFC: -120.5 },
		]);
		expect(await linesOf(given)).toContain('1510 20.5');
	});

	test('of reverse charge comes and goes', async () => {
		await allowVat();
		const entry = await free.book('general', {}, pair(100, { VATCode: '6' }));
		expect(await linesOf(entry)).toEqual([...['4000 100', '1700 -100', '1510 21', '1500 -21']]);
	});
});

describe('validation', () => {
	test('a header has no description and no date: a property that does not exist is a 400', async () => {
		for (const header of [{ Description: 'x' }, { EntryDate: '2026-01-01' }, { Journal: '90' }]) {
			expect((await free.post('general', header, pair())).status).toBe(400);
		}
	});

	test.each([
		[{ JournalCode: '70' }, {}, 'Invalid reference: Journals'],
		[{ JournalCode: '20' }, {}, 'Invalid reference: Journals'],
		[{ JournalCode: null }, {}, 'Mandatory: Journal'],
		[{ Currency: 'XXX' }, {}, 'Invalid reference: Currency'],
		[{}, { Date: '2030-01-01' }, 'Mandatory: Financial year'],
		[{}, { Date: '2024-12-31' }, 'The financial year cannot be changed.'],
		[{ FinancialYear: 2026, FinancialPeriod: 13 }, {}, 'Mandatory: Financial year'],
		[{ FinancialYear: 2024 }, {}, 'The financial year cannot be changed.'],
		[{}, { account: '4900' }, 'Blocked: G/L account'],
		[{}, { account: '4400' }, 'Mandatory: Cost center'],
		[{}, { CostUnit: 'X' }, 'Invalid reference: Cost unit'],
		[{}, { account: '1300' }, 'Mandatory: Account'],
		[{}, { GLAccount: null }, 'Mandatory: G/L account'],
	])('%j %j: %s', async (header, line, text) => {
		const before = await sizes();
		expect(await free.refusal('general', header, pair(100, line))).toBe(`500 ${text}`);
		expect(await sizes()).toEqual(before);
	});

	test('without lines there is no entry', async () => {
		expect(await free.refusal('general', {}, [])).toBe('500 Mandatory: GeneralJournalEntryLines');
	});
});

describe('numbers, changes', () => {
	test('count up in each journal and year; a given one is kept or replaced', async () => {
		const later = { FinancialYear: 2027, FinancialPeriod: 1 };
		const number = async (header: object) =>
			(await free.book('general', header, pair()))['EntryNumber'];
		expect(await number(later)).toBe(27900001);
		expect(await number(later)).toBe(27900002);
		expect(await number({ EntryNumber: 5 })).toBe(5);
		expect(await free.refusal('general', { EntryNumber: 5 }, pair())).toBe(
			'500 Data already exists',
		);
		expect(await number({ ...later, EntryNumber: 5 })).toBe(5);
		await sandbox.settings({ entryNumbers: 'replaced' });
		expect(await number({ ...later, EntryNumber: 5 })).toBe(27900003);
	});

	test('there is no PUT; an open entry can be deleted with all that it left', async () => {
		const before = [await sizes(), await books.sum()];
		const line = { account: '1300', Account: books.partner.sales };
		const entry = await free.book('general', {}, [{ ...line, AmountFC: 5 }, ...pair(5).slice(1)]);
		const put = await books.api.put(free.at('general', entry), { JournalCode: '90' });
		expect(put.status).toBe(405);
		expect(await books.terms('sales', entry)).toHaveLength(1);
		expect((await books.api.remove(free.at('general', entry))).status).toBe(204);
		expect([await sizes(), await books.sum()]).toEqual(before);
		expect(await books.terms('sales', entry)).toEqual([]);
	});

	test('a processed entry stays', async () => {
		const lines = { EntryID: '11111111-1111-4111-8111-111111111111', JournalCode: '90' };
		await sandbox.insert(companies.dutch, 'GeneralJournalEntries', [{ ...lines, Status: 50 }]);
		const gone = await books.api.remove(`${path}(guid'${lines.EntryID}')`);
		expect(gone.error).toBe('Not allowed: Entry (Processed)');
		const line = { EntryID: lines.EntryID, ...books.lineBody({ account: '4100', AmountFC: 0 }) };
		const added = await books.api.post(free.linePath('general'), line);
		expect(added.error).toBe('Not allowed: Entry (Processed)');
	});

	test('a line can be added as long as the entry stays in balance', async () => {
		const entry = await free.book('general', {}, pair());
		const line = { EntryID: entry['EntryID'], ...books.lineBody({ account: '4100' }) };
		const add = (more: object) => books.api.post(free.linePath('general'), { ...line, ...more });
		expect((await add({ AmountFC: 1 })).error).toBe('This entry is not balanced. Difference: 1.00');
		expect((await add({ AmountFC: 0, Description: 'Note' })).status).toBe(201);
		const rows = await books.ledger(entry);
		expect(rows.map((row) => row['LineNumber'])).toEqual([0, 1, 2, 3]);
		expect(rows[3]).toMatchObject({ Description: 'Note', Date: day('2026-02-03') });
	});
});
