import { startSandbox, type Sandbox } from '../harness/sandbox.cjs';
import { bookkeeper } from './bookkeeper.cjs';
import { companies } from './exactApp.cjs';
import { odataClient, type ODataClient, type Row } from './odataClient.cjs';

/* Lists of open items and of employees: columns from Exact's reference. */

const START = Date.UTC(2026, 5, 25, 10, 0, 0);
const { dutch, belgian } = companies;
const both = [
	['ReceivablesList', 'cashflow/Receivables', 'Receivables'],
	['PayablesList', 'cashflow/Payments', 'Payments'],
] as const;

let sandbox: Sandbox;
let api: ODataClient;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(() => begin('lenient'));

async function begin(profile: 'strict' | 'lenient') {
	const unlimited = { minuteLimit: 1e6, dayLimit: 1e6, errorLimit: 1e6 };
	await sandbox.reset({ profile, settings: { ...unlimited, moments: 'utc' } });
	await sandbox.setClock(START);
	api = await odataClient(sandbox);
}

const inOrder = (rows: readonly unknown[]) => rows.map(String).sort();

describe.each(both)('read/financial/%s', (list, terms, table) => {
	const path = `read/financial/${list}`;

	test('holds what is open, and nothing else', async () => {
		for (const profile of ['strict', 'lenient'] as const) {
			await begin(profile);
			const open = await api.all(terms, { $filter: 'Status ne 50' });
			const rows = await api.all(path);
			expect(inOrder(rows.map((row) => row['Id']))).toEqual(inOrder(open.map((row) => row['ID'])));
			for (const row of rows) {
				const term = open.find(({ ID }) => ID === row['Id']);
				expect(row).toMatchObject({
					...{ Amount: term?.['AmountFC'], AmountInTransit: 0, DueDate: term?.['DueDate'] },
					...{ AccountId: term?.['Account'], AccountCode: term?.['AccountCode'] },
					...{ InvoiceNumber: term?.['InvoiceNumber'], JournalCode: term?.['Journal'] },
					...{ CurrencyCode: term?.['Currency'], YourRef: term?.['YourRef'] },
				});
			}
		}
	});

	test('shows what was sent to the bank as being under way', async () => {
		const [term] = await sandbox.records(dutch, table);
		await sandbox.insert(dutch, table, [{ ...plain(term), Status: 40 }]);
		const row = (await api.all(path)).find(({ Id }) => Id === term?.['ID']);
		expect(row).toMatchObject({ AmountInTransit: term?.['AmountFC'], Amount: term?.['AmountFC'] });
	});

	test('comes in pages, in the order of a number that is a text', async () => {
		const made = Array.from({ length: 130 }, (_, index) => ({ AmountFC: index, Status: 20 }));
		await sandbox.insert(dutch, table, made);
		const pages = await api.pages(path);
		expect(pages.map(({ rows }) => rows.length).slice(0, 2)).toEqual([60, 60]);
		const ids = pages.flatMap(({ rows }) => rows.map((row) => row['HID']));
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids.every((id) => typeof id === 'string')).toBe(true);
		const numbers = ids.map(Number);
		expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
	});
});

/** A stored row without what no column of its entity holds. */
function plain(row: object = {}): object {
	const inner = ['Timestamp', 'ApprovalStatus'];
	return Object.fromEntries(Object.entries(row).filter(([name]) => !inner.includes(name)));
}

test('what is to be received is negative, what is to be paid positive', async () => {
	const first = async (list: string) =>
		(
			await api.all(`read/financial/${list}`, {
				$filter: "JournalCode eq '70' or JournalCode eq '60'",
			})
		)
			.map((row) => Math.sign(Number(row['Amount'])))
			.filter((sign, index, all) => all.indexOf(sign) === index);
	expect(await first('ReceivablesList')).toEqual([-1]);
	expect(await first('PayablesList')).toEqual([1]);
});

describe('approval of purchases', () => {
	const statuses = async () => {
		const rows = await api.all('read/financial/PayablesList', { $filter: "JournalCode eq '60'" });
		return new Map(rows.map((row) => [row['InvoiceNumber'], row['ApprovalStatus']]));
	};

	test('the demo has every stage of it', async () => {
		expect(new Set((await statuses()).values())).toEqual(new Set([null, 1, 2, 3, 4]));
	});

	test('a new entry is not up for approval until it is', async () => {
		const books = await bookkeeper(sandbox);
		const line = { account: '4000', AmountFC: 100, VATCode: '4' };
		const entry = await books.book('purchases', {}, [line]);
		const shown = async () => (await statuses()).get(entry['EntryNumber']);
		expect(await shown()).toBeNull();
		await sandbox.approve(dutch, entry['EntryID'], 3);
		expect(await shown()).toBe(3);
		await books.api.put(books.at('purchases', entry), { YourRef: 'T-1' });
		expect(await shown()).toBe(3);
		await sandbox.approve(dutch, entry['EntryID'], null);
		expect(await shown()).toBeNull();
		await expect(sandbox.approve(dutch, entry['EntryID'], 9)).rejects.toThrow(/status/);
		await expect(sandbox.approve(dutch, 'x', 1)).rejects.toThrow(/no purchase entry/);
	});

	test('receivables know nothing of it', async () => {
		const query = { $select: 'ApprovalStatus' };
		expect((await api.get('read/financial/ReceivablesList', query)).status).toBe(400);
	});
});

describe('employees', () => {
	const people = (rows: readonly Row[]) =>
		rows.map((row) => [String(row['Code']).trim(), row['FullName'], row['IsActive']]).sort();

	test('of both companies', async () => {
		expect(people(await api.all('payroll/Employees'))).toEqual([
			['1', 'Hendrik van Dam', true],
			['2', 'Saskia Bouwman', true],
			['3', 'Youssef Amrani', true],
			['4', "Noor in 't Veld", true],
			['5', 'Joost Kramer', false],
		]);
		const others = await odataClient(sandbox, belgian);
		expect(people(await others.all('payroll/Employees')).map(([, name]) => name)).toEqual([
			...['Lieve Peeters', 'Benoît Lefèvre', 'Amina Haddad', 'Wouter Claes'],
		]);
	});

	test('their codes are padded; one is a relation as well', async () => {
		const rows = await api.all('payroll/Employees', { $filter: 'Customer ne null' });
		expect(rows).toHaveLength(1);
		expect(rows[0]).toMatchObject({
			...{ Code: '1'.padStart(18), EmployeeHID: 1, HID: 1, ActiveEmployment: 1, EndDate: null },
			BusinessEmail: 'hendrik.dam@rijwielfabriek-van-dam-b-v.example',
		});
		const at = `crm/Accounts(guid'${String(rows[0]?.['Customer'])}')`;
		expect((await api.get(at)).row['Name']).toEqual(expect.any(String));
	});

	test('who works there has an employment with a job', async () => {
		const jobs = await api.all('payroll/ActiveEmployments');
		expect(jobs.map((row) => [row['EmployeeHID'], row['JobtitleDescription']]).sort()).toEqual([
			[1, 'Directeur'],
			[2, 'Boekhouder'],
			[3, 'Fietsenmaker'],
			[4, 'Verkoper'],
		]);
		const director = jobs.find((row) => row['EmployeeHID'] === 1);
		expect(director).toMatchObject({ EmployeeFullName: 'Hendrik van Dam', DepartmentCode: 'DIR' });
	});

	test('are read only; sync has them without three columns', async () => {
		expect((await api.post('payroll/Employees', {})).status).toBe(405);
		const query = { $select: 'FullName,Timestamp', $filter: 'Timestamp gt 1' };
		expect(await api.all('sync/Payroll/Employees', query)).toHaveLength(5);
		for (const name of ['CASONumber', 'Municipality', 'ActiveEmployment']) {
			const one = { ...query, $select: name };
			expect((await api.get('sync/Payroll/Employees', one)).status).toBe(400);
			expect((await api.get('payroll/Employees', { $select: name })).status).toBe(200);
		}
	});

	test.each([
		['payroll/Employees', 'hrm.payroll'],
		['payroll/ActiveEmployments', 'hrm.payroll'],
		['read/financial/ReceivablesList', 'financial.receivables'],
		['read/financial/PayablesList', 'financial.payables'],
		['financial/ReportingBalance', 'financial.generalledgers'],
		['openingbalance/CurrentYear/AfterEntry', 'financial.generalledgers'],
		['generaljournalentry/GeneralJournalEntryLines', 'financial.accounting'],
		['financialtransaction/BankEntries', 'financial.accounting'],
	])('%s needs %s', async (path, scope) => {
		expect((await api.get(path)).status).toBe(200);
		await sandbox.settings({ rights: { [scope]: 'unused' } });
		const { status, error } = await api.get(path);
		expect(status).toBe(403);
		expect(error).toContain(`'${scope}'`);
	});
});
