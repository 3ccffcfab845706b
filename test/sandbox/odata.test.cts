import { startSandbox, type Sandbox } from '../harness/sandbox.cjs';
import { companies } from './exactApp.cjs';
import { odataClient, type ODataClient } from './odataClient.cjs';

/*
 * The OData dialect as recorded from real companies in 2026 and as Exact's knowledge base has it ("Integrate
 * efficiently with OData", "OData query string options", "REST API restrictions").
 */

const START = Date.UTC(2026, 5, 25, 10, 0, 0);

let sandbox: Sandbox;
let api: ODataClient;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
	await sandbox.reset({ profile: 'lenient' });
	await sandbox.setClock(START);
	api = await odataClient(sandbox);
});

const names = { $select: 'Name' };

describe('envelopes', () => {
	test('a list comes as d.results, sixty a page, the last page without __next', async () => {
		const pages = await api.pages('crm/Accounts', names);
		const stored = await sandbox.records(companies.dutch, 'Accounts');
		expect(pages.map(({ rows }) => rows.length)).toEqual([60, 60, stored.length - 120]);
		expect(pages.map(({ bare }) => bare)).toEqual([false, false, false]);
		expect(pages[0]?.headers['dataserviceversion']).toBe('2.0;');
	});

	test.each([1, 50, 60])('$top=%i, at most a page, is a bare array without __next', async (top) => {
		const { bare, rows, next, headers } = await api.get('crm/Accounts', { ...names, $top: top });
		expect({ bare, next, length: rows.length }).toEqual({
			bare: true,
			next: undefined,
			length: top,
		});
		expect(headers['dataserviceversion']).toBe('1.0;');
	});

	test('$top above a page comes in pages that carry what remains of it', async () => {
		const [first, second, ...more] = await api.pages('crm/Accounts', { ...names, $top: 100 });
		expect(first).toMatchObject({ bare: false, rows: { length: 60 } });
		expect(first?.next).toContain('&$top=40&$skiptoken=');
		expect(second).toMatchObject({ rows: { length: 40 } });
		expect(more).toEqual([]);
	});

	test('an empty list is empty in either envelope', async () => {
		const nobody = { ...names, $filter: "Name eq 'nobody'" };
		expect((await api.get('crm/Accounts', nobody)).body).toEqual({ d: { results: [] } });
		expect((await api.get('crm/Accounts', { ...nobody, $top: 1 })).body).toEqual({ d: [] });
	});

	test('a record by its key is d itself, its address in __metadata', async () => {
		const [listed] = (await api.get('crm/Accounts', { $select: 'ID,Name', $top: 1 })).rows;
		const { row, status } = await api.follow(String(listed?.__metadata.uri));
		expect(status).toBe(200);
		expect(row).toMatchObject({ ID: listed?.['ID'], Name: listed?.['Name'] });
		expect(row.__metadata).toEqual({
			uri: `${sandbox.url}/api/v1/${companies.dutch}/crm/Accounts(guid'${String(row['ID'])}')`,
			type: 'Exact.Web.Api.Models.Account',
		});
	});

	test('without Accept: application/json the answer is Atom; plain XML is refused', async () => {
		const atom = await api.get('crm/Accounts', { ...names, $top: 1 }, { Accept: '*/*' });
		expect(atom.headers['content-type']).toContain('application/atom+xml');
		expect(atom.body).toMatch(/^<\?xml .*<feed .*<d:Name>[^<]+<\/d:Name>/s);
		const xml = await api.get('crm/Accounts', names, { Accept: 'application/xml' });
		expect(xml.status).toBe(415);
	});
});

describe('paging', () => {
	test('__next is absolute, repeats the options, and names the last key', async () => {
		const query = { $filter: "Status eq 'C'", $select: 'ID,Name' };
		const { next, rows } = await api.get('crm/Accounts', query);
		expect(next).toBe(
			`${sandbox.url}/api/v1/${companies.dutch}/crm/Accounts?$filter=Status%20eq%20'C'&$select=ID,Name&$skiptoken=guid'${String(rows.at(-1)?.['ID'])}'`,
		);
	});

	test('with $orderby the token begins with the last value of the order', async () => {
		const query = { $orderby: 'Modified desc', $select: 'ID,Modified' };
		const pages = await api.pages('crm/Accounts', query);
		expect(pages[0]?.next).toMatch(
			/\$skiptoken=datetime'\d{4}-\d\d-\d\dT\d\d%3A\d\d%3A\d\d(\.\d+)?',guid'[0-9a-f-]{36}'$/,
		);
		const moments = pages.flatMap(({ rows }) => rows.map((row) => momentOf(row['Modified'])));
		expect(moments).toEqual([...moments].sort((a, b) => b - a));
		expect(moments).toHaveLength((await sandbox.records(companies.dutch, 'Accounts')).length);
	});

	test('equal and missing values of the order lose no row and repeat none', async () => {
		const query = { $orderby: 'DiscountSales desc,City', $select: 'ID' };
		const ids = (await api.all('crm/Accounts', query)).map((row) => row['ID']);
		const stored = await sandbox.records(companies.dutch, 'Accounts');
		expect(new Set(ids)).toEqual(new Set(stored.map((row) => row['ID'])));
		expect(ids).toHaveLength(stored.length);
	});

	test('unordered lists follow SQL Server: the last group of the GUID first', async () => {
		await sandbox.reset({ profile: 'lenient', data: 'empty' });
		api = await odataClient(sandbox);
		// The example of Microsoft's page on comparing GUID and uniqueidentifier, and one more group each.
		const expected = [
			'00000000-0000-0000-0000-000000000000',
			'01000000-0000-0000-0000-000000000000',
			'00000100-0000-0000-0000-000000000000',
			'00000000-0001-0000-0000-000000000000',
			'00000000-0000-0100-0000-000000000000',
			'00000000-0000-0001-0000-000000000000',
			'00000000-0000-0000-0001-000000000000',
			'2aaaaaaa-bbbb-cccc-dddd-1eeeeeeeeeee',
			'3aaaaaaa-bbbb-cccc-dddd-2eeeeeeeeeee',
			'1aaaaaaa-bbbb-cccc-dddd-3eeeeeeeeeee',
		];
		const shuffled = [...expected].sort();
		await sandbox.insert(
			companies.dutch,
			'Accounts',
			shuffled.map((ID, index) => ({ ID, Name: `Account ${index}` })),
		);
		const ids = (await api.all('crm/Accounts', { $select: 'ID' })).map((row) => row['ID']);
		expect(ids).toEqual(expected);
	});

	test('the order of a collection below one record is not taken for that of the whole list', async () => {
		const [account] = await api.all('crm/Accounts', { $select: 'ID', $filter: "Status eq 'C'" });
		const query = { $select: 'ID', $orderby: 'BankAccount' };
		expect(
			(await api.follow(`${account?.__metadata.uri}/BankAccounts?$orderby=BankAccount`)).rows,
		).toHaveLength(1);
		expect((await api.all('crm/BankAccounts', query)).length).toBe(
			(await sandbox.records(companies.dutch, 'BankAccounts')).length,
		);
	});

	test('$skip works on ordinary endpoints and is not repeated in __next', async () => {
		const all = await api.all('crm/Accounts', { $select: 'ID' });
		const { rows, next } = await api.get('crm/Accounts', { $select: 'ID', $skip: 10 });
		expect(rows).toEqual(all.slice(10, 70));
		expect(next).not.toContain('$skip=');
		expect((await api.follow(String(next))).rows).toEqual(all.slice(70, 130));
	});

	test('bulk pages hold a thousand; $skip is refused there and on sync', async () => {
		await sandbox.generate(companies.dutch, 'Accounts', 2000);
		const pages = await api.pages('bulk/CRM/Accounts', { $select: 'ID' });
		const total = (await sandbox.records(companies.dutch, 'Accounts')).length;
		expect(pages.map(({ rows }) => rows.length)).toEqual([1000, 1000, total - 2000]);
		for (const path of ['bulk/CRM/Accounts', 'sync/CRM/Accounts']) {
			expect((await api.get(path, { $select: 'ID', $skip: 10 })).status).toBe(400);
		}
	});

	test('a hundred thousand rows are listed in seconds', async () => {
		await sandbox.settings({ minuteLimit: 1000 });
		await sandbox.generate(companies.dutch, 'Accounts', 100_000);
		const begun = performance.now();
		const query = { $select: 'ID,Code,Name,City,Modified', $filter: "Status ne 'X'" };
		const rows = await api.all('bulk/CRM/Accounts', query);
		expect(new Set(rows.map((row) => row['ID'])).size).toBeGreaterThan(100_000);
		// The client parses as long as the server writes, on a machine that others share.
		expect(performance.now() - begun).toBeLessThan(10_000);
	}, 30_000);
});

describe('query options', () => {
	test('properties come in the order of the model, whatever $select says', async () => {
		const query = { $select: 'Name,Code,ID,Blocked', $top: 1 };
		const [row = {}] = (await api.get('crm/Accounts', query)).rows;
		expect(Object.keys(row)).toEqual(['__metadata', 'ID', 'Blocked', 'Code', 'Name']);
	});

	test('an unknown property is a 400 in the shape of OData errors', async () => {
		const { status, body } = await api.get('crm/Accounts', { $select: 'Name,Nmae' });
		expect(status).toBe(400);
		expect(body).toEqual({
			error: {
				code: '',
				message: {
					lang: '',
					value: "Could not find a property named 'Nmae' on type 'Exact.Web.Api.Models.Account'.",
				},
			},
		});
	});

	test('an unknown system option is a 400; any other parameter is ignored', async () => {
		expect((await api.get('crm/Accounts', { ...names, $format: 'json' })).status).toBe(400);
		expect((await api.get('crm/Accounts', { ...names, format: 'json' })).status).toBe(200);
	});

	test('$inlinecount=allpages adds the number of all rows, as text', async () => {
		const query = { ...names, $filter: "Status eq 'C'", $inlinecount: 'allpages' };
		const { count, bare } = await api.get('crm/Accounts', { ...query, $top: 1 });
		expect(bare).toBe(false);
		expect(count).toBe(String((await api.all('crm/Accounts', query)).length));
	});

	test('/$count is a bare number; asking for JSON fails', async () => {
		const query = { $filter: "Status eq 'C'" };
		const { body, headers } = await api.get('crm/Accounts/$count', query, { Accept: '*/*' });
		expect(Number(body)).toBe((await api.all('crm/Accounts', { ...query, ...names })).length);
		expect(headers['content-type']).toContain('text/plain');
		expect((await api.get('crm/Accounts/$count', query)).status).toBe(415);
	});

	test('a collection is deferred unless it is expanded', async () => {
		const query = { $select: 'ID,BankAccounts', $filter: "Status eq 'C'", $top: 1 };
		const [deferred] = (await api.get('crm/Accounts', query)).rows;
		const uri = `${String(deferred?.__metadata.uri)}/BankAccounts`;
		expect(deferred?.['BankAccounts']).toEqual({ __deferred: { uri } });

		const expanded = await api.get('crm/Accounts', {
			...query,
			$select: 'ID,BankAccounts/BankAccount',
			$expand: 'BankAccounts',
		});
		const [below] = (await api.follow(uri)).rows;
		expect(expanded.rows[0]?.['BankAccounts']).toEqual({
			results: [{ __metadata: below?.__metadata, BankAccount: below?.['BankAccount'] }],
		});

		await sandbox.settings({ expandDeferred: true });
		const refused = await api.get('crm/Accounts', { ...query, $expand: 'BankAccounts' });
		expect(refused.rows[0]?.['BankAccounts']).toEqual({ __deferred: { uri } });
	});

	test('a path into a collection needs its $expand, and $expand a collection', async () => {
		const path = 'crm/Accounts';
		expect((await api.get(path, { $select: 'BankAccounts/BankAccount' })).status).toBe(400);
		expect((await api.get(path, { ...names, $expand: 'MainContact' })).status).toBe(400);
		const query = { $select: 'BankAccounts/Nothing', $expand: 'BankAccounts' };
		expect((await api.get(path, query)).status).toBe(400);
	});
});

describe('strict reading of the open questions', () => {
	const withoutSelect = 'Please add a $select or a $top=1 statement to the query string.';
	const mandatory =
		'This endpoint has mandatory filtering applied. A GET request for this endpoint must have a $filter parameter with one of the following fields in the url: ';

	beforeEach(() => sandbox.settings({ selectRequired: true, mandatoryFilter: true }));

	test('a wide entity wants a $select or $top=1; VAT codes, journals, divisions do not', async () => {
		const filter = { $filter: "Status eq 'C'" };
		const { status, error } = await api.get('crm/Accounts', filter);
		expect(`${status} ${error}`).toBe(`400 ${withoutSelect}`);
		expect((await api.get('crm/Accounts', { ...filter, $top: 1 })).status).toBe(200);
		expect((await api.get('crm/Accounts', { ...filter, ...names })).status).toBe(200);
		expect((await api.get('system/Divisions')).status).toBe(200);
	});

	test.each(['bulk/CRM/Accounts', 'sync/CRM/Accounts'])(
		'%s wants a $select always',
		async (path) => {
			await sandbox.settings({ selectRequired: false, mandatoryFilter: false });
			expect((await api.get(path, { $top: 1 })).error).toBe(withoutSelect);
		},
	);

	test.each(['crm/Accounts', 'bulk/CRM/Accounts'])(
		'%s names the filters it accepts',
		async (path) => {
			const { status, error } = await api.get(path, names);
			expect(status).toBe(400);
			expect(error.startsWith(`${mandatory}ID, Accountant, AccountManager, AddressLine1, `)).toBe(
				true,
			);
			expect(error.endsWith(', Type, VATNumber')).toBe(true);
			// Any of the list will do, also beside a property that is not in it.
			const either = { ...names, $filter: "DunsNumber eq '1' or Status eq 'C'" };
			expect((await api.get(path, either)).status).toBe(200);
			expect((await api.get(path, { ...names, $filter: "DunsNumber eq '1'" })).status).toBe(400);
		},
	);

	test('bulk addresses and contacts can be filtered by a short list only', async () => {
		await sandbox.settings({ closedFilter: true });
		const query = { $select: 'ID', $filter: "City eq 'Zwolle'" };
		expect((await api.get('bulk/CRM/Addresses', query)).error).toContain(
			'Account, Contact, ID, Main, Type, Warehouse',
		);
		expect((await api.get('bulk/CRM/Contacts', query)).status).toBe(400);
		expect((await api.get('crm/Addresses', query)).status).toBe(200);
	});

	test('$orderby on bulk is refused or not', async () => {
		const query = { $select: 'ID', $filter: "Status eq 'C'", $orderby: 'Name' };
		expect((await api.get('bulk/CRM/Accounts', query)).status).toBe(200);
		await sandbox.settings({ bulkOrderby: false });
		expect((await api.get('bulk/CRM/Accounts', query)).status).toBe(400);
	});
});

describe('addresses', () => {
	test('paths are matched without regard to case', async () => {
		expect((await api.get('CRM/accounts', { ...names, $top: 1 })).status).toBe(200);
	});

	test('an unknown entity, an unknown key and an unknown collection are not found', async () => {
		const [row] = (await api.get('crm/Accounts', { $select: 'ID', $top: 1 })).rows;
		const known = `crm/Accounts(guid'${String(row?.['ID'])}')`;
		const unknown = "crm/Accounts(guid'00000000-0000-0000-0000-000000000001')";
		expect((await api.get('crm/Nothing')).status).toBe(404);
		expect((await api.get(unknown)).error).toBe("Resource not found for the segment 'Accounts'.");
		expect((await api.get(`${known}/Invoices`)).status).toBe(404);
	});

	test('a key that is no guid literal is a 400', async () => {
		expect((await api.get("crm/Accounts('1004')")).status).toBe(400);
		expect((await api.get("crm/Accounts(guid'1004')")).error).toContain('Unrecognized');
	});

	test('an address of more than 6000 encoded characters is turned away by IIS', async () => {
		// One space is three characters once it is encoded.
		const filter = (spaces: number) => `Name eq '${' '.repeat(spaces)}'`;
		expect((await api.get('crm/Accounts', { ...names, $filter: filter(1900) })).status).toBe(200);
		const { status, headers } = await api.get('crm/Accounts', { ...names, $filter: filter(1990) });
		expect(status).toBe(404);
		expect(headers['content-type']).toContain('text/html');
	});

	test('bulk and sync can only be read', async () => {
		for (const path of ['bulk/CRM/Accounts', 'sync/CRM/Accounts', 'system/Divisions']) {
			expect((await api.post(path, { Name: 'x' })).status).toBe(405);
		}
	});
});

/** `/Date(ms)/` as a number. */
function momentOf(value: unknown): number {
	return Number(/^\/Date\((\d+)\)\/$/.exec(String(value))?.[1]);
}
