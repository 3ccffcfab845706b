import { startSandbox, type Sandbox } from '../harness/sandbox.cjs';
import { companies } from './exactApp.cjs';
import { odataClient, type ODataClient, type Row } from './odataClient.cjs';

/*
 * Documents and their files: writing, defaults, the twins, deletion. Recorded from a French company in
 * 2026; rules from Exact's reference and from client libraries' issues.
 */

const START = Date.UTC(2026, 5, 25, 10, 0, 0);
const documents = 'documents/Documents';
const attachments = 'documents/DocumentAttachments';

let sandbox: Sandbox;
let api: ODataClient;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
	await sandbox.reset({ profile: 'strict', settings: { moments: 'utc' } });
	await sandbox.setClock(START);
	api = await odataClient(sandbox);
});

async function created(path: string, body: object): Promise<Row> {
	const { status, row, error } = await api.post(path, body);
	if (status !== 201) throw new Error(`${status} ${error}`);
	return row;
}

const document = (body: object = {}) =>
	created(documents, { Subject: 'Factuur 12', Type: 20, ...body });
const file = (owner: Row, content: string, FileName = 'scan.pdf') => {
	const Attachment = Buffer.from(content).toString('base64');
	return created(attachments, { Document: owner['ID'], FileName, Attachment });
};
const at = (path: string, row: Row) => `${path}(guid'${String(row['ID'])}')`;

async function supplier(): Promise<string> {
	const rows = await sandbox.records(companies.dutch, 'Accounts');
	return String(rows.find((row) => row['IsSupplier'] === true)?.['ID']);
}

describe('documents', () => {
	test('a POST is answered with what was stored, also without Prefer', async () => {
		const Account = await supplier();
		const sent = { Account, DocumentDate: '2026-06-24', AmountFC: 121.5, Body: '' };
		const row = await document(sent);
		const { base, ID } = { base: sandbox.url, ID: String(row['ID']) };
		expect(row).toMatchObject({
			...{ Account, AmountFC: 121.5, Subject: 'Factuur 12', Type: 20 },
			...{ DocumentDate: `/Date(${Date.UTC(2026, 5, 24)})/`, Created: `/Date(${START})/` },
			...{ TypeDescription: 'Purchase invoice', CategoryDescription: 'Customers' },
			...{ Currency: 'EUR', Division: companies.dutch, HasEmptyBody: true, SendMethod: 0 },
			DocumentViewUrl: `${base}/docs/DocViewContent.aspx?ID=${ID}&_Division_=${companies.dutch}&Stamp=NL001`,
		});
		expect(String(row['AccountCode'])).toHaveLength(18);
		expect(row['AccountName']).toBeTruthy();
		expect((await api.get(at(documents, row))).row).toEqual(row);
	});

	test('HID counts up, and a given one is kept', async () => {
		const first = Number((await document())['HID']);
		expect((await document())['HID']).toBe(first + 1);
		expect((await document({ HID: first + 10 }))['HID']).toBe(first + 10);
		expect((await document())['HID']).toBe(first + 11);
	});

	test.each([
		[{ Type: 20 }, 'Mandatory: Subject'],
		[{ Subject: 'x' }, 'Mandatory: Type'],
		[{ Subject: 'x', Type: 21 }, 'Invalid reference: Type'],
		[
			{ Subject: 'x', Type: 10, Account: '00000000-0000-4000-8000-000000000000' },
			'Invalid reference: Account',
		],
		[
			{ Subject: 'x', Type: 10, Category: '00000000-0000-4000-8000-000000000000' },
			'Invalid reference: Category',
		],
		[{ Subject: 'x', Type: 10, Currency: 'XXX' }, 'Invalid reference: Currency'],
	])('%j is refused: %s', async (body, error) => {
		expect(await api.post(documents, body)).toMatchObject({ status: 500, error });
	});

	test('a PUT changes what it names', async () => {
		const row = await document({ Body: 'Concept' });
		const entry = '11111111-2222-4333-8444-555555555555';
		const changes = { Subject: 'Factuur 13', FinancialTransactionEntryID: entry };
		expect((await api.put(at(documents, row), changes)).status).toBe(204);
		const after = (await api.get(at(documents, row))).row;
		expect(after).toEqual({ ...row, ...changes });
		const $filter = `FinancialTransactionEntryID eq guid'${entry}' and Type eq 20`;
		expect(await api.all(documents, { $filter, $select: 'ID' })).toMatchObject([{ ID: row['ID'] }]);
	});

	test('the bulk twin takes the documented filters only, sync has two columns more', async () => {
		const { ID } = await document();
		const list = (path: string, query: object) => api.get(path, { $select: 'ID', ...query });
		const allowed = await list('bulk/Documents/Documents', { $filter: "Subject eq 'Factuur 12'" });
		expect(allowed.rows).toMatchObject([{ ID }]);
		const refused = await list('bulk/Documents/Documents', { $filter: "Currency eq 'EUR'" });
		expect(refused.status).toBe(400);
		const $select = 'Timestamp,ID,ItemMaterial,InheritShare,HID';
		const synced = await api.all('sync/Documents/Documents', {
			$select,
			$filter: 'Timestamp gt 1L',
		});
		expect(Object.keys(synced[0] ?? {}).slice(1)).toEqual(
			'Timestamp HID ID InheritShare ItemMaterial'.split(' '),
		);
		expect((await list(documents, { $select: 'ItemMaterial' })).status).toBe(400);
	});

	test('types and categories can be read, not written', async () => {
		const types = await api.all('documents/DocumentTypes', { $select: 'ID,Description' });
		const known = new Map(types.map((row) => [row['ID'], row['Description']]));
		expect([10, 20, 55].map((ID) => known.get(ID))).toEqual([
			...['Sales invoice', 'Purchase invoice', 'Miscellaneous'],
		]);
		expect((await api.get('documents/DocumentTypes(20)')).row['DocumentIsCreatable']).toBe(true);
		const [Category] = await api.all('documents/DocumentCategories', {
			$filter: "Description eq 'Suppliers'",
		});
		expect(await document({ Category: Category?.['ID'] })).toMatchObject({
			CategoryDescription: 'Suppliers',
		});
		expect((await api.post('documents/DocumentTypes', { ID: 99 })).status).toBe(405);
		expect((await api.post('documents/DocumentCategories', {})).status).toBe(405);
	});

	test('a relation with a document cannot be deleted', async () => {
		const { row: account } = await api.post('crm/Accounts', { Name: 'Drukkerij' });
		const row = await document({ Account: account['ID'] });
		await sandbox.settings({ language: 'nl' });
		expect(await api.remove(at('crm/Accounts', account))).toMatchObject({
			status: 500,
			error: 'Kan niet verwijderen: Relatie - Gebruikt in: Documenten',
		});
		await api.remove(at(documents, row));
		expect((await api.remove(at('crm/Accounts', account))).status).toBe(204);
	});

	test('its files go with a document, and both are in sync/Deleted', async () => {
		const [kept, row] = [await document(), await document()];
		const other = await file(kept, 'stays');
		const first = await file(row, 'one');
		const second = await file(row, 'two', 'two.txt');
		expect((await api.remove(at(documents, row))).status).toBe(204);
		const left = await api.all(attachments, { $select: 'ID' });
		const mine = [other, first, second].map(({ ID }) => ID);
		expect(left.map(({ ID }) => ID).filter((id) => mine.includes(id))).toEqual([other['ID']]);
		const query = { $select: 'EntityType,EntityKey', $filter: 'Timestamp gt 1L' };
		const gone = await api.all('sync/Deleted', query);
		const pairs = gone.map(({ EntityType, EntityKey }) => [EntityType, EntityKey]);
		expect(pairs.sort()).toEqual(
			[
				[4, first['ID']],
				[4, second['ID']],
				[6, row['ID']],
			].sort(),
		);
	});
});

describe('the document of a purchase entry', () => {
	async function entry(more: object): Promise<Row> {
		const accounts = await sandbox.records(companies.dutch, 'GLAccounts');
		const GLAccount = accounts.find((row) => row['Code'] === '4100')?.['ID'];
		return created('purchaseentry/PurchaseEntries', {
			...{ Journal: '60', Supplier: await supplier(), EntryDate: '2026-06-24', ...more },
			PurchaseEntryLines: [{ GLAccount, AmountFC: 100, VATCode: '4' }],
		});
	}
	const documentOf = async (row: Row) => {
		const { Document: ID } = row;
		return (await api.get(at(documents, { ...row, ID }))).row;
	};

	test('is made by Exact: subject, relation, date, amount and link are those of the entry', async () => {
		const row = await entry({ Description: 'Papier' });
		expect(await documentOf(row)).toMatchObject({
			...{ Type: 20, Subject: 'Papier', Account: row['Supplier'], HID: row['DocumentNumber'] },
			...{ DocumentDate: row['EntryDate'], FinancialTransactionEntryID: row['EntryID'] },
			...{ AmountFC: 121, Currency: 'EUR', CategoryDescription: 'Customers' },
		});
		const plain = await entry({});
		expect((await documentOf(plain))['Subject']).toBe(`Invoice: ${String(plain['EntryNumber'])}`);
	});

	test('may be deleted; the entry then has none', async () => {
		const row = await entry({ Description: 'Papier' });
		expect((await api.remove(at(documents, await documentOf(row)))).status).toBe(204);
		const key = `purchaseentry/PurchaseEntries(guid'${String(row['EntryID'])}')`;
		expect((await api.get(key)).row).toMatchObject({ Document: null, DocumentNumber: null });
		const { EntryID } = row;
		const ledger = await sandbox.records(companies.dutch, 'TransactionLines');
		const own = ledger.filter((line) => line['EntryID'] === EntryID);
		expect(own.length).toBeGreaterThan(0);
		expect(own.filter((line) => line['Document'])).toEqual([]);
	});
});

describe('attachments', () => {
	test('the file is not read back; its size is that of the bytes', async () => {
		const owner = await document();
		const row = await file(owner, 'größer', 'bijlage één.txt');
		expect(row).toMatchObject({
			...{ Attachment: null, FileName: 'bijlage één.txt', FileSize: 8, Document: owner['ID'] },
			Url: `${sandbox.url}/docs/SysAttachment.aspx?ID=${String(row['ID'])}&_Division_=${companies.dutch}&Stamp=NL001`,
		});
		const $filter = `Document eq guid'${String(owner['ID'])}'`;
		expect(await api.all(attachments, { $filter })).toEqual([row]);
		const $select = 'ID,Attachment,FileName,FileSize,Url,Document';
		const [twin] = await api.all('bulk/Documents/DocumentAttachments', { $filter, $select });
		expect({ ...twin, __metadata: row.__metadata }).toEqual(row);
		const sync = { $select: 'ID,Document', $filter: 'Timestamp gt 1L' };
		const synced = await api.all('sync/Documents/DocumentAttachments', sync);
		expect(synced.filter(({ ID }) => ID === row['ID'])).toMatchObject([{ Document: owner['ID'] }]);
	});

	test('cannot be changed, can be deleted', async () => {
		const row = await file(await document(), 'x');
		expect((await api.put(at(attachments, row), { FileName: 'y' })).status).toBe(405);
		expect((await api.remove(at(attachments, row))).status).toBe(204);
		expect((await api.get(at(attachments, row))).status).toBe(404);
	});

	test.each(['not base64!', 'dGVzdA', 'data:text/plain;base64,dGVzdA==', 'dGVz=dA=', 12])(
		'%j is no file: 400 before anything else is judged',
		async (Attachment) => {
			const { status, error } = await api.post(attachments, { Attachment });
			expect(status).toBe(400);
			expect(error).toMatch(
				/^Error processing request stream\. Error encountered in converting the value from request payload for property 'Attachment' to type 'Byte\[\]'/,
			);
		},
	);

	test('base64 may be broken into lines', async () => {
		const { ID } = await document();
		const body = { Document: ID, FileName: 'a.txt', Attachment: 'dGVz\r\ndA==\r\n' };
		expect((await created(attachments, body))['FileSize']).toBe(4);
	});

	test('what is missing is named', async () => {
		const { status, error } = await api.post(attachments, {});
		expect(status).toBe(500);
		expect(error.split('\r\n').sort()).toEqual([
			'Mandatory: Attachment',
			'Mandatory: Document',
			'Mandatory: File name',
		]);
		const Document = '00000000-0000-4000-8000-000000000000';
		const body = { Document, FileName: 'a.txt', Attachment: 'dGVzdA==' };
		expect((await api.post(attachments, body)).error).toBe('Invalid reference: Document');
	});

	test('ten megabytes fit, counted without their base64; a byte more does not', async () => {
		const owner = await document();
		const megabytes = 'x'.repeat(10 * 1024 * 1024 - 1000);
		expect((await file(owner, megabytes))['FileSize']).toBe(megabytes.length);
		await expect(file(owner, `${megabytes}${'x'.repeat(1000)}`)).rejects.toThrow(
			'500 Maximum request length exceeded.',
		);
		await sandbox.settings({ maxUploadMb: 11 });
		expect(await file(owner, `${megabytes}${'x'.repeat(1000)}`)).toBeTruthy();
		await sandbox.settings({ maxUploadMb: 0.001 });
		await expect(file(owner, 'x'.repeat(1100))).rejects.toThrow('500 Maximum request length');
	});

	test('the log keeps the start of a file and its length, no more', async () => {
		const owner = await document();
		await sandbox.clearLog();
		await file(owner, 'x'.repeat(3000));
		const [entry] = await sandbox.log();
		const base64 = Buffer.from('x'.repeat(150)).toString('base64');
		expect(entry?.body).toEqual({
			...{ Document: owner['ID'], FileName: 'scan.pdf' },
			Attachment: `${base64}… (4000 characters)`,
		});
	});
});
