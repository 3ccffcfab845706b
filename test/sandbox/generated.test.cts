import { startSandbox, type Row, type Sandbox } from '../harness/sandbox.cjs';
import { bookkeeper, type LedgerSum } from './bookkeeper.cjs';
import { companies } from './exactApp.cjs';
import { odataClient } from './odataClient.cjs';

/* Large ledgers, made up: they have to hold together like those that were booked. */

const START = Date.UTC(2026, 5, 25, 10, 0, 0);
const { dutch, belgian } = companies;
const lines = 'bulk/Financial/TransactionLines';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
	await sandbox.reset({ profile: 'strict', settings: { minuteLimit: 1e6, dayLimit: 1e6 } });
	await sandbox.setClock(START);
});

const isGenerated = (row: Row) => Number(row['EntryNumber']) >= 300_000_000;
const byNumber = (a: Row, b: Row) => Number(a['LineNumber']) - Number(b['LineNumber']);
const cents = (amount: unknown) => Math.round(Number(amount) * 100);

const ledger = (division: number): Promise<LedgerSum> => sandbox.ledger(division);

test.each([dutch, belgian])('%i: lines come in entries of four that balance', async (division) => {
	const before = await ledger(division);
	await sandbox.generate(division, 'TransactionLines', 4000);
	const after = await ledger(division);
	expect(after.entries).toBe(before.entries + 1000);
	expect(after.balanced).toBe(true);
	expect(after.debit).toBe(after.credit);
	const api = await odataClient(sandbox, division);
	const query = { $select: 'EntryID,LineNumber,AmountDC', $filter: 'EntryNumber eq 300000007' };
	const entry = await api.all(lines, query);
	expect(entry.map((row) => row['LineNumber']).sort()).toEqual([0, 1, 2, 3]);
	expect(new Set(entry.map((row) => row['EntryID'])).size).toBe(1);
	expect(entry.reduce((sum, row) => sum + Math.round(Number(row['AmountDC']) * 100), 0)).toBe(0);
});

test('open items belong to those entries, and keep the control account right', async () => {
	await sandbox.generate(dutch, 'TransactionLines', 400);
	await sandbox.generate(dutch, 'Receivables', 100);
	const terms = await sandbox.records(dutch, 'Receivables');
	const open = terms.reduce((sum, row) => sum + Math.round(Number(row['AmountDC']) * 100), 0);
	expect(open).toBe(-Math.round(((await ledger(dutch)).perAccount['1300'] ?? 0) * 100));
	const api = await odataClient(sandbox);
	const one = terms.find((row) => row['InvoiceNumber'] === 300_000_042);
	const $filter = `ID eq guid'${String(one?.['TransactionID'])}'`;
	const [found] = await api.all(lines, { $select: 'EntryID,AmountDC', $filter });
	expect(found).toMatchObject({
		...{ EntryID: one?.['TransactionEntryID'], AmountDC: one?.['TransactionAmountDC'] },
	});
});

test.each([dutch, belgian])(
	'%i: invoices are those that the ledger entries come from',
	async (division) => {
		await sandbox.settings({ expandDeferred: false });
		await sandbox.generate(division, 'SalesEntries', 60);
		await sandbox.generate(division, 'SalesEntryLines', 120);
		await sandbox.generate(division, 'TransactionLines', 240);
		const api = await odataClient(sandbox, division);
		const $filter = 'EntryNumber ge 300000000 and EntryNumber lt 300000060';
		const $select = 'EntryID,EntryNumber,AmountDC,VATAmountDC,CustomerName,SalesEntryLines';
		const $expand = 'SalesEntryLines';
		const invoices = await api.all('salesentry/SalesEntries', { $select, $filter, $expand });
		expect(invoices).toHaveLength(60);
		const ledger = (await sandbox.records(division, 'TransactionLines')).filter(isGenerated);
		for (const { EntryID, AmountDC, VATAmountDC, CustomerName, SalesEntryLines } of invoices) {
			const own = ledger.filter((row) => row['EntryID'] === EntryID).sort(byNumber);
			const [receivable, first, second, vat] = own.map((row) => cents(row['AmountDC']));
			expect(CustomerName).toEqual(expect.any(String));
			expect([cents(AmountDC), -cents(VATAmountDC)]).toEqual([receivable, vat]);
			const { results } = SalesEntryLines as { results: Row[] };
			const lines = results.sort(byNumber);
			expect(lines.map((line) => line['ID'])).toEqual(own.slice(1, 3).map((row) => row['ID']));
			expect(lines.map((line) => -cents(line['AmountDC']))).toEqual([first, second]);
			expect(lines.map((line) => line['GLAccount'])).toEqual(
				own.slice(1, 3).map((row) => row['GLAccount']),
			);
			expect(lines.reduce((sum, line) => sum - cents(line['VATAmountDC']), 0)).toBe(vat);
			expect(lines.map((line) => line['VATPercentage'])).toEqual([0.21, 0.21]);
			expect(lines.map((line) => line['VATCodeDescription'])).toEqual([
				...[expect.stringContaining('21'), expect.stringContaining('21')],
			]);
		}
		await expect(sandbox.generate(division, 'SalesEntryLines', 3)).rejects.toThrow(/come by 2/);
	},
);

test('each of those has a document with a PDF of its own name', async () => {
	await sandbox.generate(dutch, 'TransactionLines', 40);
	await sandbox.generate(dutch, 'Documents', 10);
	await sandbox.generate(dutch, 'DocumentAttachments', 10);
	const entries = new Map(
		(await sandbox.records(dutch, 'TransactionLines'))
			.filter(isGenerated)
			.map((row) => [row['EntryID'], row['EntryNumber']]),
	);
	const documents = (await sandbox.records(dutch, 'Documents')).filter(
		({ FinancialTransactionEntryID }) => entries.has(FinancialTransactionEntryID),
	);
	expect(documents).toHaveLength(10);
	const api = await odataClient(sandbox);
	for (const { ID, FinancialTransactionEntryID: entry } of documents) {
		const [file, ...others] = await api.all('documents/DocumentAttachments', {
			$select: 'FileName,FileSize,Url',
			$filter: `Document eq guid'${String(ID)}'`,
		});
		expect(others).toEqual([]);
		expect(file?.['FileName']).toBe(`${String(entries.get(entry))}.pdf`);
		expect(file?.['FileSize']).toBeGreaterThan(50_000);
	}
});

test('more of them go on where the others ended; whole entries only', async () => {
	await sandbox.generate(dutch, 'TransactionLines', 8);
	await sandbox.generate(dutch, 'TransactionLines', 4);
	const rows = (await sandbox.records(dutch, 'TransactionLines')).filter(
		(row) => row['Description'] === 'Generated',
	);
	expect(new Set(rows.map((row) => row['ID'])).size).toBe(12);
	expect([...new Set(rows.map((row) => row['EntryNumber']))].sort()).toEqual([
		...[300_000_000, 300_000_001, 300_000_002],
	]);
	await expect(sandbox.generate(dutch, 'TransactionLines', 6)).rejects.toThrow(/come by 4/);
	await expect(sandbox.generate(dutch, 'BankEntries', 4)).rejects.toThrow(/no rows/);
});

test('bulk has them in pages of a thousand, within a year and a quarter', async () => {
	await sandbox.generate(dutch, 'TransactionLines', 10_000);
	const api = await odataClient(sandbox);
	const $filter = "Date ge datetime'2025-01-01T00:00:00' and Description eq 'Generated'";
	const pages = await api.pages(lines, {
		$select: 'ID,FinancialYear,FinancialPeriod,Date',
		$filter,
	});
	expect(pages.map(({ rows }) => rows.length)).toEqual([...Array<number>(10).fill(1000)]);
	const rows = pages.flatMap((page) => page.rows);
	expect(new Set(rows.map((row) => row['ID'])).size).toBe(10_000);
	expect(new Set(rows.map((row) => row['FinancialYear']))).toEqual(new Set([2025, 2026]));
	for (const row of rows.slice(0, 50)) {
		const date = new Date(Number(/-?\d+/.exec(String(row['Date']))?.[0]));
		expect([row['FinancialYear'], row['FinancialPeriod']]).toEqual([
			...[date.getUTCFullYear(), date.getUTCMonth() + 1],
		]);
	}
});

test('an entry can be booked among them', async () => {
	await sandbox.generate(dutch, 'TransactionLines', 400);
	const books = await bookkeeper(sandbox);
	const entry = await books.book('sales', {}, [{ account: '8000', AmountFC: 100, VATCode: '4' }]);
	expect(await books.postings(entry)).toEqual(['1300 121', '8000 -100', '1500 -21']);
	expect(String(entry['EntryNumber'])).toMatch(/^26700\d\d\d$/);
});
