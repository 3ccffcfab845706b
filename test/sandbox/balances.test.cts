import { startSandbox, type Sandbox } from '../harness/sandbox.cjs';
import { bookkeeper, type Bookkeeper } from './bookkeeper.cjs';
import { companies } from './exactApp.cjs';
import { freeEntries, type FreeEntries } from './freeEntries.cjs';
import { odataClient, type ODataClient, type Row } from './odataClient.cjs';

/*
 * What can be read of the ledger as a whole: movements, opening balances, open items. Columns from Exact's
 * reference; signs as live users see them, else by a switch.
 */

const START = Date.UTC(2026, 5, 25, 10, 0, 0);
const { dutch, belgian } = companies;
const movements = 'financial/ReportingBalance';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

async function begin(profile: 'strict' | 'lenient' = 'lenient', now = START) {
	const unlimited = { minuteLimit: 1e6, dayLimit: 1e6, errorLimit: 1e6 };
	await sandbox.reset({ profile, settings: { ...unlimited, moments: 'utc' } });
	await sandbox.setClock(now);
}

const cents = (rows: readonly Row[], name = 'AmountDC') =>
	rows.reduce((sum, row) => sum + Math.round(Number(row[name] ?? 0) * 100), 0);
const everyLine = (api: ODataClient) =>
	api.all('bulk/Financial/TransactionLines', {
		$select:
			'EntryID,GLAccount,GLAccountCode,AmountDC,FinancialYear,FinancialPeriod,Type,Status,CostCenter,CostUnit',
		$filter: 'FinancialYear gt 0',
	});

describe.each(['strict', 'lenient'] as const)('%s', (profile) => {
	describe.each([dutch, belgian])('the books of %i', (division) => {
		let api: ODataClient;
		let lines: Row[];
		beforeEach(async () => {
			await begin(profile);
			api = await odataClient(sandbox, division);
			lines = await everyLine(api);
		});

		test('every entry and the whole balances', () => {
			const entries = new Map<unknown, Row[]>();
			for (const line of lines) {
				entries.set(line['EntryID'], [...(entries.get(line['EntryID']) ?? []), line]);
			}
			expect(entries.size).toBeGreaterThan(140);
			expect([...entries.values()].filter((entry) => cents(entry) !== 0)).toEqual([]);
		});

		test.each([
			['cashflow/Receivables', 20],
			['cashflow/Payments', 22],
		])('%s are what the control accounts say', async (path, type) => {
			const accounts = await api.all('financial/GLAccounts', {
				...{ $select: 'ID', $filter: `Type eq ${type}` },
			});
			const control = new Set(accounts.map((row) => row['ID']));
			const terms = await api.all(path, { $select: 'AmountDC,Status,Account,GLAccount' });
			const open = terms.filter((row) => row['Status'] !== 50);
			const booked = lines.filter((line) => control.has(line['GLAccount']));
			expect(cents(open)).toBe(-cents(booked));
			// What is matched adds up to nothing, and some is.
			expect(cents(terms)).toBe(cents(open));
			expect(open.length).toBeGreaterThan(5);
			expect(terms.length - open.length).toBeGreaterThan(20);
		});

		test('the movements are the lines, added up', async () => {
			const rows = await api.all(movements);
			const names = ['ReportingYear', 'ReportingPeriod', 'GLAccountCode', 'CostCenterCode'];
			const columns = [...names, 'CostUnitCode', 'Type', 'Status'];
			const keyOf = (row: Row) => columns.map((name) => String(row[name] ?? '')).join('|');
			const sums = new Map<string, number>();
			const real = lines.filter((line) => line['GLAccount'] !== null);
			for (const line of real) {
				const row = {
					...line,
					...{ ReportingYear: line['FinancialYear'], ReportingPeriod: line['FinancialPeriod'] },
					...{ CostCenterCode: line['CostCenter'], CostUnitCode: line['CostUnit'] },
				};
				sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + cents([line]));
			}
			expect(new Set(rows.map(keyOf)).size).toBe(rows.length);
			expect(new Map(rows.map((row) => [keyOf(row), cents([row], 'Amount')]))).toEqual(sums);
			expect(rows.reduce((sum, row) => sum + Number(row['Count']), 0)).toBe(real.length);
			const credit = profile === 'strict' ? 1 : -1;
			for (const row of rows) {
				const parts = cents([row], 'AmountDebit') + credit * cents([row], 'AmountCredit');
				expect(parts).toBe(cents([row], 'Amount'));
			}
			const debits = real.filter((line) => Number(line['AmountDC']) > 0);
			expect(cents(rows, 'AmountDebit')).toBe(cents(debits));
		});

		test('opening balances are what the years before left', async () => {
			const rows = await api.all('openingbalance/CurrentYear/AfterEntry');
			const accounts = await api.all('financial/GLAccounts', {
				...{ $select: 'ID', $filter: "BalanceType eq 'B'" },
			});
			for (const { ID } of accounts) {
				const before = lines.filter(
					(line) => line['GLAccount'] === ID && Number(line['FinancialYear']) < 2026,
				);
				const row = rows.find(({ GLAccount }) => GLAccount === ID);
				expect(cents(row ? [row] : [], 'Amount')).toBe(cents(before));
			}
			const known = new Set(accounts.map(({ ID }) => ID));
			expect(rows.filter((row) => !known.has(row['GLAccount']))).toEqual([]);
			expect(new Set(rows.map((row) => row['ReportingYear']))).toEqual(new Set([2026]));
		});
	});
});

test('what the control API shows can be stored again, and is the same then', async () => {
	await begin();
	const names = `BankEntries BankEntryLines CashEntries CashEntryLines GeneralJournalEntries
		GeneralJournalEntryLines SalesEntries PurchaseEntries TransactionLines Receivables Payments Employees`;
	const api = await odataClient(sandbox);
	const before = await api.all(movements);
	for (const name of names.split(/\s+/)) {
		const rows = await sandbox.records(dutch, name);
		await sandbox.insert(dutch, name, rows);
		expect((await sandbox.records(dutch, name)).length).toBe(rows.length);
	}
	expect(await api.all(movements)).toEqual(before);
	// A row that takes the place of another is the one that lists show.
	const [line] = await sandbox.records(dutch, 'TransactionLines');
	await sandbox.insert(dutch, 'TransactionLines', [{ ...line, Description: 'Changed' }]);
	const query = { $select: 'ID', $filter: "Description eq 'Changed'" };
	expect(await api.all('bulk/Financial/TransactionLines', query)).toHaveLength(1);
});

describe('movements', () => {
	test('come 60 a page, and with every column', async () => {
		await begin();
		const api = await odataClient(sandbox);
		const pages = await api.pages(movements, { $filter: 'ReportingYear eq 2025' });
		expect(pages[0]?.rows).toHaveLength(60);
		expect(pages.length).toBeGreaterThan(2);
		expect(Object.keys(pages[0]?.rows[0] ?? {}).slice(1)).toEqual(
			`ID Amount AmountCredit AmountDebit BalanceType CostCenterCode CostCenterDescription
			CostUnitCode CostUnitDescription Count Division GLAccount GLAccountCode GLAccountDescription
			ReportingPeriod ReportingYear Status Type`.split(/\s+/),
		);
		const ids = pages.flatMap(({ rows }) => rows.map((row) => Number(row['ID'])));
		expect(ids).toEqual([...ids].sort((a, b) => a - b));
	});

	test('follow every entry at once', async () => {
		await begin();
		const books: Bookkeeper = await bookkeeper(sandbox);
		const free: FreeEntries = freeEntries(books);
		const $filter = "ReportingYear eq 2027 and GLAccountCode eq '4000'";
		const now = async () =>
			(await books.api.all(movements, { $filter })).map((row) => [
				...[row['Amount'], row['Count'], row['Status'], row['Type'], row['CostCenterCode']],
			]);
		expect(await now()).toEqual([]);
		const book = (amount: number, more: object) =>
			free.book('general', {}, [
				{ account: '4000', AmountFC: amount, Date: '2027-01-05', ...more },
				{ account: '1700', AmountFC: -amount, Date: '2027-01-05' },
			]);
		await book(100, {});
		const entry = await book(50, {});
		await book(7, { CostCenter: 'ALG' });
		const other = [7, 1, 20, 90, 'ALG'];
		expect(await now()).toEqual([other, [150, 2, 20, 90, null]]);
		await books.api.remove(free.at('general', entry));
		expect(await now()).toEqual([other, [100, 1, 20, 90, null]]);
	});
});

describe('a closed year', () => {
	test('is emptied and opened again by entries of its own', async () => {
		await begin();
		for (const division of [dutch, belgian]) {
			const api = await odataClient(sandbox, division);
			const rows = await api.all(movements);
			const types = (year: number) =>
				[...new Set(rows.flatMap((row) => (row['ReportingYear'] === year ? [row['Type']] : [])))]
					.map(Number)
					.filter((type) => type === 10 || type > 300)
					.sort((a, b) => a - b);
			expect(types(2024)).toEqual([10, 310, 322, 323, 326, 327]);
			expect(types(2025)).toEqual([328]);
			expect(types(2026)).toEqual([]);
			const sums = new Map<unknown, number>();
			for (const row of rows.filter(({ ReportingYear }) => ReportingYear === 2024)) {
				sums.set(row['GLAccount'], (sums.get(row['GLAccount']) ?? 0) + cents([row], 'Amount'));
			}
			expect([...sums.values()].filter((sum) => sum !== 0)).toEqual([]);
		}
	});

	test.each([
		['CurrentYear', Date.UTC(2025, 2, 1)],
		['PreviousYear', START],
	])('%s: its opening balance is what the opening entry says', async (path, now) => {
		await begin('lenient', now);
		const api = await odataClient(sandbox);
		const rows = await api.all(`openingbalance/${path}/AfterEntry`);
		const opened = await api.all(movements, { $filter: 'ReportingYear eq 2025 and Type eq 328' });
		const shown = (row: Row) => [row['GLAccountCode'], row['Amount'], row['ReportingYear']];
		expect(rows.map(shown).sort()).toEqual(opened.map(shown).sort());
		expect(cents(rows, 'Amount')).toBe(0);
		expect(rows.find((row) => row['GLAccountCode'] === '0900')).toMatchObject({ BalanceSide: 'C' });
		// Nothing but the balance sheet, and only what has a balance.
		expect(rows.every((row) => /^[01]/.test(String(row['GLAccountCode'])))).toBe(true);
	});

	test('the year is that of the books', async () => {
		await begin('lenient', Date.UTC(2026, 6, 1));
		const api = await odataClient(sandbox, belgian);
		const [row] = await api.all('openingbalance/CurrentYear/AfterEntry');
		expect(row).toMatchObject({ ReportingYear: 2027 });
	});

	test('Processed leaves out what is open', async () => {
		await begin('lenient', Date.UTC(2027, 0, 2));
		const api = await odataClient(sandbox);
		const opening = async (list: string) =>
			cents(
				(await api.all(`openingbalance/CurrentYear/${list}`)).filter(
					(row) => row['GLAccountCode'] === '0190',
				),
				'Amount',
			);
		// Of three years and a quarter, 900 a quarter; what 2026 booked is not processed.
		expect([await opening('AfterEntry'), await opening('Processed')]).toEqual([-810_000, -720_000]);
	});
});
