import { startSandbox, type Sandbox } from '../harness/sandbox.cjs';
import { companies } from './exactApp.cjs';
import { odataClient, type ODataClient, type Row } from './odataClient.cjs';

/*
 * Relations and what hangs below them: writing, validation, derived columns, wire forms. Recorded from a
 * French company in 2026; rules from Exact's reference and from client libraries' issues.
 */

const START = Date.UTC(2026, 5, 25, 10, 0, 0);
const day = (text: string) => `/Date(${Date.parse(`${text}T00:00:00Z`)})/`;
const representation = { Prefer: 'return=representation' };

let sandbox: Sandbox;
let api: ODataClient;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
	await sandbox.reset({ profile: 'lenient', settings: { moments: 'utc' } });
	await sandbox.setClock(START);
	api = await odataClient(sandbox);
});

async function created(entity: string, body: object): Promise<Row> {
	const { status, row, error } = await api.post(`crm/${entity}`, body, representation);
	if (status !== 201) throw new Error(`${status} ${error}`);
	return row;
}

const at = (entity: string, row: Row) => `crm/${entity}(guid'${String(row['ID'])}')`;
const again = async (entity: string, row: Row) => (await api.get(at(entity, row))).row;

describe('POST', () => {
	test('answers 201 with an empty shell: the key, bytes as 0, the rest null', async () => {
		const body = { Name: 'Shell', Status: 'C', IsSupplier: true };
		const { status, row, headers } = await api.post('crm/Accounts', body);
		const { __metadata, ID, BankAccounts, ...others } = row;
		expect(status).toBe(201);
		expect(headers['location']).toBe(__metadata.uri);
		expect(ID).toMatch(/^[0-9a-f-]{36}$/);
		expect(BankAccounts).toEqual({ __deferred: { uri: `${__metadata.uri}/BankAccounts` } });
		expect(new Set(Object.values(others))).toEqual(new Set([null, 0]));
		expect(others).toMatchObject({ Name: null, Status: null, IsSupplier: null, IsMailing: 0 });
	});

	test('with Prefer: return=representation it answers what was stored', async () => {
		const row = await created('Accounts', { Name: 'Whole', Country: 'FR', Language: 'FR' });
		expect(row).toMatchObject({ Name: 'Whole', Status: 'A', CountryName: 'France', IsMailing: 0 });
		expect(await again('Accounts', row)).toEqual(row);
	});

	test('a code is counted on when none is given, padded when read, unpadded when stored', async () => {
		const counted = await created('Accounts', { Name: 'Counted' });
		const stored = await sandbox.records(companies.dutch, 'Accounts');
		const highest = Math.max(...stored.map((row) => Number(row['Code'])));
		expect(counted['Code']).toBe(String(highest).padStart(18));
		for (const Code of ['0042', '43'.padStart(18)]) {
			const row = await created('Accounts', { Name: 'Given', Code });
			expect(row['Code']).toBe(Code.trim().padStart(18));
			expect(await sandbox.records(companies.dutch, 'Accounts')).toContainEqual(
				expect.objectContaining({ ID: row['ID'], Code: Code.trim() }),
			);
		}
	});

	test('roles: status C makes a customer; IsPurchase is stored true whatever is sent', async () => {
		const body = { Name: 'Recorded', Status: 'C', IsSales: true, IsPurchase: false };
		const row = await created('Accounts', body);
		expect(row).toMatchObject({ IsSales: true, IsPurchase: true, IsSupplier: false });
		expect(row['CustomerSince']).toBe(day('2026-06-25'));
	});

	test('bank accounts may come inside; the first is the main one', async () => {
		const numbers = ['NL91 ABNA 0417 1643 00', 'BE68539007547034'];
		const BankAccounts = numbers.map((BankAccount) => ({ BankAccount }));
		const account = await created('Accounts', { Name: 'Deep', BankAccounts });
		const rows = await api.all(`${at('Accounts', account)}/BankAccounts`);
		expect(rows).toHaveLength(2);
		expect(rows.filter((row) => row['Main'])).toHaveLength(1);
		expect(rows.map((row) => row['IBAN']).sort()).toEqual([
			'BE68539007547034',
			'NL91ABNA0417164300',
		]);
		expect(rows[0]).toMatchObject({ AccountName: 'Deep', Type: 'A', Account: account['ID'] });
	});

	test('a mistake in a record inside stores nothing', async () => {
		const before = await sandbox.records(companies.dutch, 'Accounts');
		const body = { Name: 'Half', BankAccounts: [{ BankAccount: 'NL00ABNA0417164300' }] };
		expect((await api.post('crm/Accounts', body)).error).toBe('Invalid: Bank account');
		expect(await sandbox.records(companies.dutch, 'Accounts')).toEqual(before);
	});

	test('the address on an account is its main visit address, both ways', async () => {
		const account = await created('Accounts', { Name: 'Moving', AddressLine1: 'Oudegracht 1' });
		const own = { $filter: `Account eq guid'${String(account['ID'])}'` };
		const [address] = await api.all('crm/Addresses', own);
		expect(address).toMatchObject({ Type: 1, Main: true, AddressLine1: 'Oudegracht 1' });
		await api.put(at('Accounts', account), { AddressLine1: 'Nieuwegracht 2' });
		expect((await api.all('crm/Addresses', own))[0]).toMatchObject({
			AddressLine1: 'Nieuwegracht 2',
		});
		if (address) await api.put(at('Addresses', address), { City: 'Gouda' });
		expect(await again('Accounts', account)).toMatchObject({ City: 'Gouda' });
	});

	test('the first contact is the main one; BusinessEmail and Email are the same', async () => {
		const account = await created('Accounts', { Name: 'People' });
		const body = { Account: account['ID'], FirstName: 'Zoë', LastName: "van 't Hof" };
		const first = await created('Contacts', { ...body, BusinessEmail: 'zoe@example.com' });
		const second = await created('Contacts', { ...body, FirstName: 'Bas' });
		expect(first).toMatchObject({
			FullName: "Zoë van 't Hof",
			Email: 'zoe@example.com',
			BusinessEmail: 'zoe@example.com',
			IsMainContact: true,
		});
		expect(second).toMatchObject({ IsMainContact: false, AccountMainContact: first['ID'] });
	});
});

describe('PUT', () => {
	test('is partial, answers 204 without a body, and moves Modified only', async () => {
		const row = await created('Accounts', { Name: 'Before', City: 'Zwolle' });
		await sandbox.advance(60_000);
		const { status, body } = await api.put(at('Accounts', row), { IsSupplier: true });
		expect({ status, body }).toEqual({ status: 204, body: '' });
		expect(await again('Accounts', row)).toEqual({
			...row,
			IsSupplier: true,
			Modified: `/Date(${START + 60_000})/`,
		});
	});

	test('null empties a column; a mandatory one stays', async () => {
		const row = await created('Accounts', { Name: 'Emptied', City: 'Zwolle' });
		await api.put(at('Accounts', row), { City: null });
		expect(await again('Accounts', row)).toMatchObject({ City: null });
		const { status, error } = await api.put(at('Accounts', row), { Name: null });
		expect(`${status} ${error}`).toBe('500 Mandatory: Name');
	});

	test('records inside are refused', async () => {
		const row = await created('Accounts', { Name: 'Flat' });
		const body = { BankAccounts: [{ BankAccount: '1' }] };
		const { status, error } = await api.put(at('Accounts', row), body);
		expect(status).toBe(400);
		expect(error).toContain('Binding to new entities is not supported');
	});

	test('a new main bank account takes the place of the old one', async () => {
		const account = await created('Accounts', { Name: 'Rich' });
		const first = await created('BankAccounts', { Account: account['ID'], BankAccount: '1' });
		const second = await created('BankAccounts', { Account: account['ID'], BankAccount: '2' });
		expect([first['Main'], second['Main']]).toEqual([true, false]);
		await api.put(at('BankAccounts', second), { Main: true });
		expect(await again('BankAccounts', first)).toMatchObject({ Main: false });
	});

	test('an unknown key is a 404', async () => {
		const unknown = "crm/Accounts(guid'00000000-0000-0000-0000-000000000001')";
		expect((await api.put(unknown, { Name: 'x' })).status).toBe(404);
		expect((await api.remove(unknown)).status).toBe(404);
	});
});

describe('DELETE', () => {
	test('answers 204 and takes addresses and bank accounts along', async () => {
		const BankAccounts = [{ BankAccount: '1' }];
		const row = await created('Accounts', { Name: 'Gone', City: 'Zwolle', BankAccounts });
		const own = { $filter: `Account eq guid'${String(row['ID'])}'` };
		expect((await api.remove(at('Accounts', row))).status).toBe(204);
		expect((await api.get(at('Accounts', row))).status).toBe(404);
		expect(await api.all('crm/Addresses', own)).toEqual([]);
		expect(await api.all('crm/BankAccounts', own)).toEqual([]);
	});

	test('is refused while something uses the record, in the language of the user', async () => {
		const row = await created('Accounts', { Name: 'Used' });
		await created('Contacts', { Account: row['ID'], FirstName: 'A', LastName: 'B' });
		const { status, error } = await api.remove(at('Accounts', row));
		expect(`${status} ${error}`).toBe('500 Cannot delete: Account - Used in: Contacts');
		await sandbox.settings({ language: 'nl' });
		expect((await api.remove(at('Accounts', row))).error).toBe(
			'Kan niet verwijderen: Relatie - Gebruikt in: Contactpersonen',
		);
		expect((await api.get(at('Accounts', row))).status).toBe(200);
	});
});

describe('validation is an HTTP 500 in the language of the user', () => {
	const nobody = '00000000-0000-0000-0000-000000000001';

	test.each([
		['Accounts', {}, 'Mandatory: Name', 'Verplicht: Naam'],
		['Accounts', { Name: 'x', Status: 'Z' }, 'Invalid: Status', 'Ongeldig: Status'],
		[
			'Accounts',
			{ Name: 'x', Country: 'QQ' },
			'Invalid reference: Country',
			'Ongeldige referentie: Land',
		],
		['Accounts', { Name: 'x', Code: '1001' }, 'Data already exists', 'Gegevens bestaan reeds'],
		[
			'Contacts',
			{ Account: nobody, FirstName: 'x' },
			'Invalid reference: Account\r\nMandatory: Last name',
			'Ongeldige referentie: Relatie\r\nVerplicht: Achternaam',
		],
		[
			'BankAccounts',
			{ Account: nobody },
			'Invalid reference: Account\r\nMandatory: Bank account',
			'Ongeldige referentie: Relatie\r\nVerplicht: Bankrekening',
		],
		[
			'Addresses',
			{},
			'Mandatory: Account\r\nMandatory: Type',
			'Verplicht: Relatie\r\nVerplicht: Type',
		],
	])('%s %j', async (entity, body, english, dutch) => {
		const first = await api.post(`crm/${entity}`, body);
		expect(`${first.status} ${first.error}`).toBe(`500 ${english}`);
		await sandbox.settings({ language: 'nl' });
		expect((await api.post(`crm/${entity}`, body)).error).toBe(dutch);
	});

	test('the language stands beside the text', async () => {
		await sandbox.settings({ language: 'nl' });
		expect((await api.post('crm/Accounts', {})).body).toEqual({
			error: { code: '', message: { lang: 'nl-NL', value: 'Verplicht: Naam' } },
		});
	});
});

describe('a body that cannot be read is a 400', () => {
	const start = 'Error processing request stream.';

	test.each([
		['an unknown property', { Name: 'x', Nmae: 'y' }, `${start} The property name 'Nmae'`],
		[
			'a value of another type',
			{ Name: 'x', Parent: 'abc' },
			`${start} Error encountered in converting the value from request payload for property 'Parent' to type 'Guid'`,
		],
		[
			'a list',
			[{ Name: 'x' }],
			`${start} The request should be a valid top-level resource object.`,
		],
	])('%s', async (_what, body, text) => {
		const { status, error } = await api.post('crm/Accounts', body);
		expect(status).toBe(400);
		expect(error.slice(0, text.length)).toBe(text);
	});
});

describe('values on the wire', () => {
	test('fixed-length texts keep their padding, dates are UTC midnight, fractions stay numbers', async () => {
		const body = {
			Name: 'Wire',
			Country: 'NL',
			Language: 'NL',
			SalesVATCode: '2',
			DiscountSales: '0.05',
		};
		const row = await created('Accounts', { ...body, EndDate: '2026-10-25' });
		expect(row).toMatchObject({
			Country: 'NL ',
			Language: 'NL        ',
			SalesVATCode: '2  ',
			DiscountSales: 0.05,
			EndDate: day('2026-10-25'),
		});
	});

	test.each([
		['2026-06-25', '2026-06-25'],
		['2026-06-25T00:00:00', '2026-06-25'],
		['2026-06-25T23:59:59', '2026-06-25'],
		['/Date(1782345600000)/', '2026-06-25'],
		['2026-06-25T00:00:00Z', '2026-06-25'],
		// With an offset it is booked on the day that it is in UTC.
		['2026-06-25T00:00:00+02:00', '2026-06-24'],
	])('the date %s is stored as %s', async (EndDate, expected) => {
		expect(await created('Accounts', { Name: 'Dated', EndDate })).toMatchObject({
			EndDate: day(expected),
		});
	});

	test('Created and Modified hold the server clock as if it were UTC, or real instants', async () => {
		const row = await created('Accounts', { Name: 'Now' });
		expect(row['Created']).toBe(`/Date(${START})/`);
		await sandbox.settings({ moments: 'local' });
		const summer = START + 2 * 3_600_000;
		expect((await again('Accounts', row))['Created']).toBe(`/Date(${summer})/`);
		const $filter = `Created eq datetime'${new Date(summer).toISOString().slice(0, 19)}'`;
		const query = { $select: 'Name', $filter };
		expect(await api.all('crm/Accounts', query)).toMatchObject([{ Name: 'Now' }]);
		await sandbox.setClock(Date.UTC(2026, 11, 1, 12));
		api = await odataClient(sandbox);
		const later = await created('Accounts', { Name: 'Winter' });
		expect(later['Created']).toBe(`/Date(${Date.UTC(2026, 11, 1, 13)})/`);
	});

	test('moments are rounded as SQL Server rounds them, to 0, 3 or 7 milliseconds', async () => {
		await sandbox.setClock(START + 5);
		expect(await created('Accounts', { Name: 'Round' })).toMatchObject({
			Created: `/Date(${START + 7})/`,
		});
	});
});

describe('demo data', () => {
	test.each([companies.dutch, companies.belgian])(
		'company %i has relations of every kind',
		async (division) => {
			const rows = await sandbox.records(division, 'Accounts');
			const count = (test: (row: Record<string, unknown>) => boolean) => rows.filter(test).length;
			expect(rows.length).toBeGreaterThanOrEqual(130);
			expect(count((row) => row['Status'] === 'C')).toBeGreaterThanOrEqual(70);
			expect(count((row) => row['IsSupplier'] === true)).toBeGreaterThanOrEqual(50);
			expect(count((row) => row['Status'] === 'C' && row['IsSupplier'] === true)).toBeGreaterThan(
				3,
			);
			expect(count((row) => row['Blocked'] === true)).toBeGreaterThan(3);
			expect(count((row) => row['EndDate'] !== undefined)).toBeGreaterThan(2);
			const names = rows.map((row) => String(row['Name'])).join();
			expect(names).toMatch(/'.*&.*[éëÉ]/s);
			for (const column of ['ID', 'Code', 'VATNumber']) {
				expect(new Set(rows.map((row) => row[column])).size).toBe(rows.length);
			}
		},
	);

	test('it is the same in every run', async () => {
		const before = await sandbox.records(companies.belgian, 'Accounts');
		await sandbox.reset();
		expect(await sandbox.records(companies.belgian, 'Accounts')).toEqual(before);
	});

	test('the archived company is in the list, the one that is not granted is not', async () => {
		const rows = await api.all('system/Divisions', { $select: 'Code,Status,Current' });
		expect(rows.map((row) => [row['Code'], row['Status'], row['Current']])).toEqual([
			[companies.dutch, 1, true],
			[companies.belgian, 1, false],
			[companies.archived, 2, false],
		]);
	});

	test('a company that the app may not open is listed when the switch says so', async () => {
		await sandbox.settings({ onlyCurrentUserDivisions: false });
		const rows = await api.all('system/Divisions', { $select: 'Code' });
		expect(rows.map((row) => row['Code'])).toContain(companies.notGranted);
	});

	test('a test can add a company, and rows of every entity that belong together', async () => {
		const Code = 5500001;
		await sandbox.insert(companies.dutch, 'Divisions', [{ Code, Description: 'Added' }]);
		await sandbox.generate(Code, 'Accounts', 3);
		const added = await odataClient(sandbox, Code);
		expect(await added.all('system/Divisions', { $select: 'Code' })).toHaveLength(4);
		for (const entity of ['Addresses', 'BankAccounts', 'Contacts']) {
			await sandbox.generate(Code, entity, 4);
			const rows = await added.all(`crm/${entity}`, { $select: 'ID,AccountName' });
			expect(rows).toHaveLength(4);
			for (const row of rows) expect(row['AccountName']).toMatch(/^Relation \d$/);
		}
	});

	test('hrm/Divisions stays within a licence, system/AllDivisions shows what is closed as well', async () => {
		const hrm = await api.all('hrm/Divisions', { $select: 'Code,Status' });
		expect(hrm.map((row) => [row['Code'], row['Status']])).toEqual([
			[companies.dutch, 0],
			[companies.belgian, 0],
		]);
		const all = await api.all('system/AllDivisions', { $select: 'Code' });
		expect(all.map((row) => row['Code'])).toContain(companies.notGranted);
	});

	test('system/Divisions does not look at the company in its address', async () => {
		const anywhere = await odataClient(sandbox, companies.unknown);
		expect(await anywhere.all('system/Divisions', { $select: 'Code' })).toHaveLength(3);
		expect((await anywhere.get('hrm/Divisions')).status).toBe(403);
	});
});
