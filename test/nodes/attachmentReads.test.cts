import { inDivision, NL } from '../harness/inputs.cjs';
import { Bench } from '../harness/n8n.cjs';
import { endpoints } from './ledgerBooks.cjs';

let bench: Bench;
let entry: string;
beforeAll(async () => {
	bench = await Bench.start();
}, 60_000);
afterAll(async () => await bench.stop());

const file = '44444444-3333-4333-8333-000000000001';
const content = Buffer.from('%PDF-1.4 \xe9\x00\xff binary', 'latin1');
const getMany = (parameters = {}) =>
	inDivision('attachment', 'getAll', { entryId: entry, ...parameters });
const download = (parameters = {}) =>
	inDivision('attachment', 'download', { attachmentId: file, ...parameters });
const page = 'docs/SysAttachment.aspx';

async function attachFile(more = {}): Promise<void> {
	const documents = await bench.sandbox.records(NL, 'Documents');
	const document = documents.find(({ FinancialTransactionEntryID }) => FinancialTransactionEntryID);
	entry = String(document?.FinancialTransactionEntryID);
	await bench.sandbox.insert(NL, 'DocumentAttachments', [
		{
			ID: file,
			Document: document?.ID,
			FileName: 'Rechnung ü 1.pdf',
			FileSize: content.length,
			Attachment: content.toString('base64'),
			...more,
		},
	]);
	await bench.sandbox.clearLog();
}

describe.each(['strict', 'lenient'] as const)('files, %s sandbox', (profile) => {
	beforeEach(async () => {
		await bench.reset(profile);
		await attachFile();
	});

	test('of an entry are listed in 3 calls', async () => {
		const { json, items } = await bench.run(getMany());
		expect(json).toEqual([
			expect.objectContaining({ id: file, fileName: 'Rechnung ü 1.pdf', size: content.length }),
		]);
		expect(json[0]?.documentNumber).toEqual(expect.any(Number));
		expect(items[0]?.binary).toBeUndefined();
		expect(await endpoints(bench)).toEqual([
			'bulk/Financial/TransactionLines',
			'bulk/Documents/Documents',
			'bulk/Documents/DocumentAttachments',
		]);
	});

	test.each([
		['Download', () => download({ binaryField: 'pdf' })],
		['Get Many', () => getMany({ options: { download: true, binaryField: 'pdf' } })],
	])('come whole with %s, and not in the JSON', async (_, parameters) => {
		const { json, items } = await bench.run(parameters());
		const { data, ...about } = items[0]?.binary?.pdf ?? { data: '' };
		expect(Buffer.from(data, 'base64')).toEqual(content);
		expect(about).toMatchObject({ fileName: 'Rechnung ü 1.pdf', mimeType: 'application/pdf' });
		expect(JSON.stringify(json)).not.toContain(content.toString('base64').slice(0, 12));
	});

	test('are asked for with the login, under the same limits', async () => {
		await bench.run(download());
		const call = (await bench.sandbox.log()).find(({ endpoint }) => endpoint === page);
		expect(call?.query).toMatchObject({ ID: file, Download: '1' });
		expect(call?.counted.minute).toBe(true);
	});

	test('of an entry without any are none', async () => {
		const lines = await bench.sandbox.records(NL, 'TransactionLines');
		const general = lines.find(({ Type }) => Type === 90);
		expect((await bench.run(getMany({ entryId: String(general?.EntryID) }))).json).toEqual([]);
	});
});

describe('files of many entries', () => {
	beforeAll(async () => await bench.reset());
	beforeEach(async () => await bench.sandbox.clearLog());

	test('are listed together, each below its own entry', async () => {
		const purchases = await bench.sandbox.records(NL, 'PurchaseEntries');
		const ids = purchases.map(({ EntryID }) => String(EntryID));
		expect(ids.length).toBeLessThan(40);
		const owners = new Map(purchases.map(({ Document, EntryNumber }) => [Document, EntryNumber]));
		const { items } = await bench.run(getMany({ entryId: '={{ $json.id }}' }), {
			items: ids.map((id) => ({ id })),
		});
		expect(items.length).toBeGreaterThan(2);
		for (const { json, pairedItem } of items) {
			const { item } = pairedItem as { item: number };
			expect(owners.get(String(json.documentId))).toBe(purchases[item]?.EntryNumber);
			expect(json.fileName).toBe(`${String(purchases[item]?.EntryNumber)}.pdf`);
		}
		expect(await endpoints(bench)).toEqual([
			'bulk/Financial/TransactionLines',
			'bulk/Documents/Documents',
			'bulk/Documents/DocumentAttachments',
		]);
	});

	test('are downloaded with one look for all, and an unknown one fails alone', async () => {
		const files = await bench.sandbox.records(NL, 'DocumentAttachments');
		const [first, second] = files.map(({ ID }) => String(ID));
		const ids = [first, '44444444-3333-4333-8333-00000000dead', second];
		const { items } = await bench.run(download({ attachmentId: '={{ $json.id }}' }), {
			items: ids.map((id) => ({ id: id ?? null })),
			continueOnFail: true,
		});
		expect(items.map(({ json }) => json.id ?? json.code)).toEqual([first, 'NOT_FOUND', second]);
		expect(items.map(({ binary }) => binary !== undefined)).toEqual([true, false, true]);
		expect(await endpoints(bench)).toEqual(['bulk/Documents/DocumentAttachments', page, page]);
	});
});

describe('a file', () => {
	beforeEach(async () => {
		await bench.reset();
		await attachFile();
	});

	test('that is a login page is refused', async () => {
		await bench.sandbox.faults([
			{ match: { path: 'SysAttachment' }, fault: { kind: 'html', status: 200 } },
		]);
		const error = await bench.fail(download());
		expect(error.context.code).toBe('DOWNLOAD');
		expect(error.description).toContain('Organization: documents');
	});

	test('that is HTML itself is none', async () => {
		const html = file.replace(/1$/, '2');
		await attachFile({
			ID: html,
			FileName: 'page.html',
			Attachment: Buffer.from('<html>mine</html>').toString('base64'),
		});
		const { items } = await bench.run(download({ attachmentId: html }));
		expect(items[0]?.binary?.data?.fileName).toBe('page.html');
	});

	test('on another host is never asked for: the token would go there', async () => {
		const row = { ID: file, FileName: 'x.pdf', Url: 'https://exact.example/x?ID=1' };
		await bench.sandbox.faults([
			{
				match: { path: 'DocumentAttachments' },
				fault: { kind: 'status', status: 200, body: { d: { results: [row] } } },
			},
		]);
		const error = await bench.fail(download());
		expect(error.context.code).toBe('DOWNLOAD');
		expect(await endpoints(bench)).toEqual(['bulk/Documents/DocumentAttachments']);
	});

	test('is asked for again after a passing trouble', async () => {
		await bench.sandbox.faults([
			{ match: { path: 'SysAttachment' }, times: 1, fault: { kind: 'status', status: 503 } },
		]);
		expect((await bench.run(download())).items[0]?.binary?.data?.mimeType).toBe('application/pdf');
	});

	test('that is gone says what Exact says', async () => {
		await bench.sandbox.faults([
			{
				match: { path: 'SysAttachment' },
				fault: { kind: 'status', status: 404, body: { error: { message: { value: 'Gone' } } } },
			},
		]);
		expect((await bench.fail(download())).context.details?.exactText).toBe('Gone');
	});

	test.each([
		['ID_FORMAT', () => download({ attachmentId: '12' })],
		['PARAM_REQUIRED', () => download({ attachmentId: '' })],
		['NOT_FOUND', () => download({ attachmentId: file.replace(/1$/, '9') })],
		['ID_FORMAT', () => getMany({ entryId: '12' })],
		['NOT_FOUND', () => getMany({ entryId: file })],
	])('is refused with %s', async (code, parameters) => {
		expect((await bench.fail(parameters())).context.code).toBe(code);
	});

	test('needs the right to documents', async () => {
		await bench.sandbox.settings({ rights: { 'organization.documents': 'unused' } });
		const error = await bench.fail(download());
		expect(error.context.code).toBe('FORBIDDEN');
		expect(error.description).toContain('organization.documents');
	});
});
