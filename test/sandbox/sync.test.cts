import { startSandbox, type Sandbox } from '../harness/sandbox.cjs';
import { companies } from './exactApp.cjs';
import { odataClient, type ODataClient } from './odataClient.cjs';

/*
 * The sync twins, what was deleted, and the start cursor: Exact's reference pages of Sync, Deleted and
 * SyncTimestamp, and Exact's own demonstration client.
 */

const START = Date.UTC(2026, 5, 25, 10, 0, 0);

let sandbox: Sandbox;
let api: ODataClient;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
	await sandbox.reset();
	await sandbox.setClock(START);
	api = await odataClient(sandbox);
});

const since = (timestamp: unknown) => `Timestamp gt ${String(timestamp)}L`;
const changes = (timestamp: unknown = 1) =>
	api.all('sync/CRM/Accounts', { $select: 'ID,Name,Timestamp', $filter: since(timestamp) });

/** The cursor that a client would keep: of all it has read the last. */
const cursor = async () => (await changes()).at(-1)?.['Timestamp'];

async function newAccount(Name: string): Promise<string> {
	const { row } = await api.post('crm/Accounts', { Name });
	return String(row['ID']);
}

describe('sync', () => {
	test('rows come in the order of Timestamp, which is a 64-bit number written as text', async () => {
		const rows = await changes();
		const stamps = rows.map((row) => row['Timestamp']);
		expect(stamps.every((stamp) => typeof stamp === 'string' && /^\d+$/.test(stamp))).toBe(true);
		const numbers = stamps.map(Number);
		expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
		expect(new Set(numbers).size).toBe((await sandbox.records(companies.dutch, 'Accounts')).length);
	});

	test('a page holds a thousand, and pages follow without loss while others write', async () => {
		await sandbox.generate(companies.dutch, 'Accounts', 1500);
		const query = { $select: 'ID', $filter: since(1) };
		const first = await api.get('sync/CRM/Accounts', query);
		expect(first.rows).toHaveLength(1000);
		const written = await newAccount('Meanwhile');
		const second = await api.follow(String(first.next));
		const ids = [...first.rows, ...second.rows].map((row) => row['ID']);
		expect(ids.at(-1)).toBe(written);
		expect(new Set(ids).size).toBe(ids.length);
		expect(second.next).toBeUndefined();
	});

	test('what is new or changed reappears above the cursor, nothing else does', async () => {
		const start = await cursor();
		expect(await changes(start)).toEqual([]);
		const ID = await newAccount('First');
		const [added] = await changes(start);
		expect(added).toMatchObject({ ID, Name: 'First' });
		await api.put(`crm/Accounts(guid'${ID}')`, { Name: 'Second' });
		const again = await changes(added?.['Timestamp']);
		expect(again).toMatchObject([{ ID, Name: 'Second' }]);
		expect(await changes(start)).toEqual(again);
	});

	test('every company counts for itself', async () => {
		const start = await cursor();
		const belgian = await odataClient(sandbox, companies.belgian);
		await belgian.post('crm/Accounts', { Name: 'Elsewhere' });
		expect(await changes(start)).toEqual([]);
	});

	test('a literal with or without L, and nothing but Timestamp', async () => {
		const get = ($filter: string) => api.get('sync/CRM/Accounts', { $select: 'ID', $filter });
		expect((await get('Timestamp gt 1')).rows.length).toBeGreaterThan(100);
		expect((await get("Timestamp gt 1 and Status eq 'C'")).status).toBe(400);
		expect((await get("Modified gt datetime'2026-01-01T00:00:00'")).status).toBe(400);
	});

	test('$orderby is refused, and $select=* as far as the reference is followed', async () => {
		const query = { $filter: since(1), $select: 'ID' };
		const ordered = await api.get('sync/CRM/Accounts', { ...query, $orderby: 'Name' });
		expect(ordered.status).toBe(400);
		expect((await api.get('sync/CRM/Accounts', { ...query, $select: '*' })).status).toBe(400);
		await sandbox.settings({ selectRequired: false });
		expect((await api.get('sync/CRM/Accounts', { ...query, $select: '*' })).status).toBe(200);
	});

	test('the model begins with Timestamp, the key stands in its alphabetical place', async () => {
		const query = { $select: 'ID,Code,Timestamp,IsSales,IgnoreDatevWarningMessage', $top: 1 };
		const [row = {}] = (await api.get('sync/CRM/Accounts', query)).rows;
		expect(Object.keys(row).slice(1)).toEqual([
			'Timestamp',
			'Code',
			'ID',
			'IgnoreDatevWarningMessage',
			'IsSales',
		]);
	});

	test.each(['Addresses', 'Contacts'])('%s have a twin as well', async (entity) => {
		const query = { $select: 'ID,Account,Timestamp', $filter: since(1) };
		const rows = await api.all(`sync/CRM/${entity}`, query);
		expect(rows).toHaveLength((await sandbox.records(companies.dutch, entity)).length);
	});
});

describe('Deleted', () => {
	const select = 'ID,Timestamp,DeletedBy,DeletedDate,Division,EntityKey,EntityType';
	const deleted = async ($filter: string) => api.all('sync/Deleted', { $select: select, $filter });

	test('names what was deleted: 2 accounts, 3 addresses, 5 contacts', async () => {
		const ID = await newAccount('Doomed');
		await api.put(`crm/Accounts(guid'${ID}')`, { City: 'Zwolle' });
		const contact = { Account: ID, FirstName: 'A', LastName: 'B' };
		const { row } = await api.post('crm/Contacts', contact);
		const start = await cursor();
		await api.remove(`crm/Contacts(guid'${String(row['ID'])}')`);
		await api.remove(`crm/Accounts(guid'${ID}')`);

		const rows = await deleted(since(start));
		expect(rows.map((entry) => entry['EntityType'])).toEqual([5, 3, 2]);
		expect(rows[2]).toMatchObject({
			EntityKey: ID,
			Division: companies.dutch,
			DeletedDate: `/Date(${START + 2 * 3_600_000})/`,
		});
		expect(rows.map((entry) => entry['ID'])).not.toContain(ID);
		expect(await changes(start)).not.toContainEqual(expect.objectContaining({ ID }));
	});

	test('can be filtered by Timestamp and EntityType only', async () => {
		expect(await deleted(`${since(1)} and EntityType eq 2`)).toEqual([]);
		await expect(deleted(`EntityKey ne null`)).rejects.toThrow('400');
	});
});

describe('SyncTimestamp', () => {
	const path = 'read/sync/Sync/SyncTimestamp';
	const modified = "datetime'2022-01-01'";

	test('answers a name of its list, which relations are not on', async () => {
		const known = await api.get(path, { modified, endPoint: "'ShopOrders'" });
		expect(known.body).toEqual({ d: { results: [] } });
		expect((await api.get(path, { modified, endPoint: "'Accounts'" })).status).toBe(400);
	});

	test.each<Record<string, string>>([{ modified }, { endPoint: "'TransactionLines'" }, {}])(
		'wants both parameters: %j',
		async (query) => {
			const { status, error } = await api.get(path, query);
			expect(`${status} ${error}`).toBe('400 Bad Request - Error in query syntax');
		},
	);
});
