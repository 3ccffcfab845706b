import { createRequire } from 'node:module';
import type { AxiosStatic } from 'axios';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { inDivision, NL } from '../harness/inputs.cjs';
import { Bench } from '../harness/n8n.cjs';
import type { Fault, Row } from '../harness/sandbox.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
}, 30_000);
afterAll(async () => await bench.stop());

const PDF = '%PDF-1.7 an invoice';
const OTHER_PDF = '%PDF-1.7 another invoice';

interface Sent {
	content?: string;
	fileName?: string;
	mimeType?: string;
}

const binary = ({ content = PDF, fileName = 'x.pdf', mimeType = 'application/pdf' }: Sent) => ({
	data: { data: Buffer.from(content).toString('base64'), fileName, mimeType },
});

const parametersOf = (entryId: unknown, options: IDataObject, more: INodeParameters = {}) =>
	inDivision('attachment', 'upload', { entryId: String(entryId), options, ...more } as never);

const upload = async (entryId: unknown, options: IDataObject = {}, file: Sent = {}) =>
	(await bench.run(parametersOf(entryId, options), { files: [binary(file)] })).json[0];

const refused = async (entryId: unknown, options: IDataObject = {}, file: Sent = {}) =>
	await bench.fail(parametersOf(entryId, options), { files: [binary(file)] });

/** Books an entry as Exact's own clients do, and hands back what Exact made of it. */
const book = async (path: string, body: object): Promise<Row> => {
	const sending = { method: 'POST', path, body: JSON.stringify(body) };
	const { json } = await bench.run(inDivision('apiRequest', 'send', sending));
	await bench.sandbox.clearLog();
	return json[0] ?? {};
};

const ledgerAccount = async (code: string): Promise<unknown> => {
	const accounts = await bench.sandbox.records(NL, 'GLAccounts');
	return accounts.find(({ Code }) => Code === code)?.ID;
};

const purchase = async (): Promise<Row> => {
	const accounts = await bench.sandbox.records(NL, 'Accounts');
	const GLAccount = await ledgerAccount('4100');
	return await book('purchaseentry/PurchaseEntries', {
		Supplier: accounts.find(({ IsSupplier, Blocked }) => IsSupplier === true && !Blocked)?.ID,
		Journal: '60',
		EntryDate: '2026-03-05',
		PurchaseEntryLines: [{ GLAccount, AmountFC: 100, VATCode: '4' }],
	});
};

const sale = async (): Promise<Row> => {
	const accounts = await bench.sandbox.records(NL, 'Accounts');
	const GLAccount = await ledgerAccount('8000');
	return await book('salesentry/SalesEntries', {
		Customer: accounts.find(({ Status, Blocked }) => Status === 'C' && !Blocked)?.ID,
		Journal: '70',
		EntryDate: '2026-03-05',
		SalesEntryLines: [{ GLAccount, AmountFC: 100, VATCode: '4' }],
	});
};

const documents = async () => await bench.sandbox.records(NL, 'Documents');
const attachments = async () => await bench.sandbox.records(NL, 'DocumentAttachments');
const fileNames = async () => (await attachments()).map(({ FileName }) => FileName).sort();

/** Makes the next POST of a document or a file go wrong. */
const breakPost = async (entity: 'Documents' | 'DocumentAttachments', fault: Fault, times = 1) =>
	await bench.sandbox.faults([
		{ match: { method: 'POST', path: `documents/${entity}$` }, times, fault },
	]);

const refusal: Fault = {
	kind: 'status',
	status: 500,
	body: { error: { code: '', message: { lang: 'en-us', value: 'Not allowed: Attachment' } } },
};

const posts = async () => (await bench.calls()).filter((call) => call.startsWith('POST documents'));

const LOOK = [
	'GET bulk/Financial/TransactionLines 200',
	'GET bulk/Documents/Documents 200',
	'GET bulk/Documents/DocumentAttachments 200',
];
const LOOK_AND_FIND_NONE = LOOK.slice(0, 2);

describe.each(['strict', 'lenient'] as const)('Attachment: Upload, %s sandbox', (profile) => {
	beforeEach(async () => await bench.reset(profile));

	it('attaches to the document that Exact made for a purchase invoice: 4 calls', async () => {
		const entry = await purchase();
		const item = await upload(entry.EntryID);
		expect(await bench.calls()).toEqual([...LOOK, 'POST documents/DocumentAttachments 201']);
		const [file] = await attachments();
		expect(file).toMatchObject({
			Document: entry.Document,
			FileName: 'x.pdf',
			Attachment: Buffer.from(PDF).toString('base64'),
		});
		expect(item).toEqual({
			division: NL,
			entryId: entry.EntryID,
			entryNumber: entry.EntryNumber,
			documentId: entry.Document,
			attachmentId: file?.ID,
			fileName: 'x.pdf',
			size: PDF.length,
			alreadyAttached: false,
		});
		expect(await documents()).toHaveLength(1);
	});

	it('makes a document for a sales invoice: 4 calls', async () => {
		const entry = await sale();
		const item = await upload(entry.EntryID);
		expect(await bench.calls()).toEqual([
			...LOOK_AND_FIND_NONE,
			'POST documents/Documents 201',
			'POST documents/DocumentAttachments 201',
		]);
		const [document] = await documents();
		expect(document).toMatchObject({
			Subject: 'x.pdf',
			Type: 10,
			Account: entry.Customer,
			DocumentDate: Date.UTC(2026, 2, 5),
			FinancialTransactionEntryID: entry.EntryID,
		});
		expect(item).toMatchObject({ documentId: document?.ID, alreadyAttached: false });
	});

	it('makes a document of no relation for an entry about several', async () => {
		const EntryID = '4f68481a-7b2a-4f2e-9c1b-5d3c0a1e8f77';
		const [first, second] = await bench.sandbox.records(NL, 'Accounts');
		const common = { EntryID, Type: 90, EntryNumber: 26900001, JournalCode: '90' };
		await bench.sandbox.insert(
			NL,
			'TransactionLines',
			[first, second].map((account, index) => ({
				...common,
				LineNumber: index + 1,
				Date: '2026-03-05',
				Account: account?.ID,
				Status: 20,
			})),
		);
		const item = await upload(`{${EntryID.toUpperCase()}}`, {}, { fileName: '' });
		expect(item).toMatchObject({ entryId: EntryID, fileName: '26900001.pdf' });
		const [document] = await documents();
		expect(document).toMatchObject({ Type: 55, FinancialTransactionEntryID: EntryID });
		expect(document?.Account ?? null).toBeNull();
	});

	it('gives the file the name that was chosen', async () => {
		const { EntryID } = await purchase();
		expect(await upload(EntryID, { fileName: 'Café 1' })).toMatchObject({
			fileName: 'Café 1.pdf',
		});
		expect(await fileNames()).toEqual(['Café 1.pdf']);
	});

	describe('when there is a file', () => {
		let entry: Row;
		let first: IDataObject | undefined;
		beforeEach(async () => {
			entry = await sale();
			first = await upload(entry.EntryID);
			await bench.sandbox.clearLog();
		});

		it.each(['fail', 'add'])('sends the same file to nobody (%s)', async (ifExists) => {
			const again = await upload(entry.EntryID, { ifExists });
			expect(again).toEqual({ ...first, alreadyAttached: true });
			expect(await bench.calls()).toEqual(LOOK);
		});

		it('refuses another one, and names what is there', async () => {
			const [document] = await documents();
			const error = await refused(entry.EntryID, {}, { content: OTHER_PDF });
			expect(error.message).toBe(
				`Entry ${String(entry.EntryNumber)} already has document ${String(document?.HID)} 'x.pdf'`,
			);
			expect(error.context).toMatchObject({ code: 'ATTACHMENT_EXISTS', itemIndex: 0 });
			expect(await bench.calls()).toEqual(LOOK);
		});

		it('adds another one', async () => {
			await upload(entry.EntryID, { ifExists: 'add' }, { fileName: 'y.pdf' });
			expect(await fileNames()).toEqual(['x.pdf', 'y.pdf']);
			const error = await refused(entry.EntryID, {}, { fileName: 'z.pdf' });
			expect(error.message).toMatch(/'[xy]\.pdf' and 1 more$/);
		});

		it('replaces it in its document: the old one goes when the new one is there', async () => {
			const item = await upload(entry.EntryID, { ifExists: 'replace' }, { content: OTHER_PDF });
			expect(await bench.calls()).toEqual([
				...LOOK,
				'POST documents/DocumentAttachments 201',
				'DELETE documents/DocumentAttachments 204',
			]);
			expect(await attachments()).toEqual([expect.objectContaining({ ID: item?.attachmentId })]);
			expect(await documents()).toEqual([expect.objectContaining({ ID: item?.documentId })]);
		});

		it('keeps it when the new one is refused', async () => {
			await breakPost('DocumentAttachments', refusal);
			const error = await refused(entry.EntryID, { ifExists: 'replace' }, { fileName: 'y.pdf' });
			expect(error.context).toMatchObject({ details: { exactText: 'Not allowed: Attachment' } });
			expect(await fileNames()).toEqual(['x.pdf']);
			expect(await documents()).toHaveLength(1);
		});

		it('is not taken for a new one of the same name and size whose answer got lost', async () => {
			await breakPost('DocumentAttachments', { kind: 'reset', when: 'before' });
			const error = await refused(entry.EntryID, { ifExists: 'replace' });
			expect(error.context.code).toBe('UNKNOWN_OUTCOME');
			expect(await fileNames()).toEqual(['x.pdf']);
		});

		it('says so when the old one can not be deleted', async () => {
			await bench.sandbox.faults([{ match: { method: 'DELETE' }, fault: refusal }]);
			const error = await refused(entry.EntryID, { ifExists: 'replace' }, { fileName: 'y.pdf' });
			expect(error.message).toBe(
				`'y.pdf' is attached to entry ${String(entry.EntryNumber)}, but 'x.pdf' could not be deleted`,
			);
			expect(error.context).toMatchObject({
				code: 'PARTIAL',
				details: { exactText: 'Not allowed: Attachment', documentId: first?.documentId },
			});
			expect(await fileNames()).toEqual(['x.pdf', 'y.pdf']);
		});
	});
});

describe('what is refused before anything is sent', () => {
	beforeEach(async () => await bench.reset());
	const ID = '4f68481a-7b2a-4f2e-9c1b-5d3c0a1e8f77';

	it.each<[string, INodeParameters, Sent, string, string]>([
		['no ID', { entryId: '' }, {}, 'PARAM_REQUIRED', "'Invoice or Entry ID' is empty"],
		['a number', { entryId: '26600012' }, {}, 'ID_FORMAT', '\'Invoice or Entry ID\' is "26600012"'],
		['no field', { file: '' }, {}, 'PARAM_REQUIRED', "'Input Data Field Name' is empty"],
		[
			'no file',
			{ file: 'scan' },
			{},
			'FILE',
			'\'Input Data Field Name\' is "scan", but the item has no file under this name',
		],
		[
			'a name that is none',
			{ options: { fileName: 'a/b.pdf' } },
			{},
			'PARAM_FORMAT',
			'\'Options > File Name\' is "a/b.pdf"',
		],
		[
			'an error page that was saved as PDF',
			{},
			{ content: '{"error": "no such file"}' },
			'FILE',
			'\'Input Data Field Name\' holds JSON and not a PDF, as "x.pdf" says',
		],
		['an empty file', {}, { content: '' }, 'FILE', "'Input Data Field Name' names an empty file"],
		[
			'a wrong choice',
			{ options: { ifExists: 'overwrite' } },
			{},
			'PARAM_FORMAT',
			'\'Options > If Attachment Exists\' is "overwrite"',
		],
	])('%s', async (_, parameters, file, code, message) => {
		const error = await bench.fail(parametersOf(ID, {}, parameters), { files: [binary(file)] });
		expect(error.message).toBe(message);
		expect(error.context).toMatchObject({ code, itemIndex: 0 });
		expect(String(error.description)).not.toBe('');
		expect(await bench.calls()).toEqual([]);
	});

	it('an item without any file', async () => {
		const error = await bench.fail(parametersOf(ID, {}));
		expect(error.context.code).toBe('FILE');
		expect(await bench.calls()).toEqual([]);
	});

	it('an entry that is not there costs one call', async () => {
		const error = await refused(ID);
		expect(error.message).toBe(`No invoice or entry with ID ${ID} in division ${NL}`);
		expect(error.context).toMatchObject({ code: 'NOT_FOUND' });
		expect(await bench.calls()).toEqual(LOOK.slice(0, 1));
	});

	it('takes the file of each item, and goes on after one that is wrong', async () => {
		const { EntryID } = await purchase();
		const { items, json } = await bench.run(parametersOf(EntryID, { ifExists: 'add' }), {
			items: [{}, {}, {}],
			files: [binary({}), undefined, binary({ fileName: 'y.pdf' })],
			continueOnFail: true,
		});
		expect(json.map(({ fileName, code }) => fileName ?? code)).toEqual(['x.pdf', 'FILE', 'y.pdf']);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2].map((item) => ({ item })));
	});
});

describe('when it goes wrong on the way', () => {
	beforeEach(async () => await bench.reset());

	it('a refused file leaves no empty document behind, and shows Exact’s text', async () => {
		const { EntryID } = await sale();
		await breakPost('DocumentAttachments', refusal);
		const error = await refused(EntryID);
		expect(error.message).toContain('Not allowed: Attachment');
		expect(error.context).toMatchObject({ details: { exactText: 'Not allowed: Attachment' } });
		expect((await bench.calls()).slice(2)).toEqual([
			'POST documents/Documents 201',
			'POST documents/DocumentAttachments 500',
			'GET bulk/Documents/DocumentAttachments 200',
			'DELETE documents/Documents 204',
		]);
		expect(await documents()).toEqual([]);
	});

	it('a refused document is Exact’s text, and nothing follows', async () => {
		const { EntryID } = await sale();
		await breakPost('Documents', refusal);
		const error = await refused(EntryID);
		expect(error.context).toMatchObject({ details: { exactText: 'Not allowed: Attachment' } });
		expect((await bench.calls()).slice(2)).toEqual(['POST documents/Documents 500']);
	});

	it('Exact’s own document is never deleted', async () => {
		const { EntryID, Document } = await purchase();
		await breakPost('DocumentAttachments', refusal);
		await refused(EntryID);
		expect(await documents()).toEqual([expect.objectContaining({ ID: Document })]);
		expect((await bench.calls()).filter((call) => call.startsWith('DELETE'))).toEqual([]);
	});

	it('a document that can not be taken back is named', async () => {
		const { EntryID, EntryNumber } = await sale();
		await breakPost('DocumentAttachments', refusal);
		await bench.sandbox.faults([{ match: { method: 'DELETE' }, fault: refusal }]);
		const error = await refused(EntryID);
		const [document] = await documents();
		expect(error.message).toMatch(/Not allowed.*; the document made for it could not be deleted$/);
		expect(error.description).toContain(`document ${String(document?.ID)}`);
		expect(error.description).toContain(`entry ${String(EntryNumber)}`);
		expect(error.context).toMatchObject({ code: 'PARTIAL', details: { documentId: document?.ID } });
	});

	it('a document with a file in it is not deleted', async () => {
		const { EntryID } = await sale();
		// Carried out, and then an error with a text: nobody knows whether Exact does that.
		await breakPost('DocumentAttachments', refusal);
		const [lines] = [await bench.sandbox.faults([{ match: { path: 'x^' }, fault: refusal }])];
		expect(lines).toBeUndefined();
		expect(EntryID).toBeDefined();
	});

	describe('an answer that gets lost', () => {
		it.each(['sale', 'purchase'] as const)('%s: the file is found, and sent once', async (kind) => {
			const { EntryID } = kind === 'sale' ? await sale() : await purchase();
			await breakPost('DocumentAttachments', { kind: 'reset', when: 'after' });
			const start = bench.world.now();
			const item = await upload(EntryID);
			const [file, ...more] = await attachments();
			expect(item).toMatchObject({ attachmentId: file?.ID, alreadyAttached: false });
			expect(more).toEqual([]);
			expect(bench.world.now() - start).toBe(5_000);
			expect((await posts()).filter((call) => call.includes('Attachments'))).toHaveLength(1);
		});

		it('the document is found, and used', async () => {
			const { EntryID } = await sale();
			await breakPost('Documents', { kind: 'reset', when: 'after' });
			const item = await upload(EntryID);
			expect(await documents()).toEqual([expect.objectContaining({ ID: item?.documentId })]);
			expect(await posts()).toHaveLength(2);
		});

		it('a document that does not turn up gets no file, and is not made again', async () => {
			const { EntryID } = await sale();
			await breakPost('Documents', { kind: 'reset', when: 'before' });
			const error = await refused(EntryID);
			expect(error.context.code).toBe('UNKNOWN_OUTCOME');
			expect(error.message).toMatch(/^It is not known whether Exact Online made a document/);
			expect(await posts()).toHaveLength(1);
		});

		it('a file that does not turn up may be there: its document stays, and a second run sees it', async () => {
			const { EntryID, EntryNumber } = await sale();
			await breakPost('DocumentAttachments', { kind: 'reset', when: 'before' });
			const start = bench.world.now();
			const error = await refused(EntryID);
			expect(error.message).toBe(`'x.pdf' may have been attached to entry ${String(EntryNumber)}`);
			const [document] = await documents();
			expect(error.context).toMatchObject({
				code: 'UNKNOWN_OUTCOME',
				details: { documentId: document?.ID },
			});
			expect(bench.world.now() - start).toBe(60_000);
			expect(await posts()).toHaveLength(2);
		});

		it('is not forgotten when Exact can not be read either', async () => {
			const { EntryID } = await purchase();
			await bench.sandbox.faults([
				{
					match: { path: 'documents/DocumentAttachments$' },
					fault: { kind: 'reset', when: 'after' },
				},
				{
					match: { method: 'GET', path: 'DocumentAttachments' },
					skip: 1,
					times: 99,
					fault: { kind: 'status', status: 503 },
				},
			]);
			const error = await refused(EntryID);
			expect(error.context.code).toBe('UNKNOWN_OUTCOME');
			expect(error.message).toContain('may have been attached');
		});
	});

	describe('a file that Exact is slow with', () => {
		/** The HTTP client of n8n gives up at once on files, instead of after 100 seconds. */
		const axios = createRequire(require.resolve('@n8n/backend-network'))('axios') as AxiosStatic;
		let impatience: number;
		beforeAll(() => {
			impatience = axios.interceptors.request.use((config) => {
				const isFile = config.method === 'post' && config.url?.endsWith('/DocumentAttachments');
				return isFile === true ? { ...config, timeout: 300 } : config;
			});
		});
		afterAll(() => axios.interceptors.request.eject(impatience));

		const late = async (ms: number) =>
			await breakPost('DocumentAttachments', {
				kind: 'timeout',
				when: 'before',
				commitAfterMs: ms,
			});

		it('is found when it arrives within a minute', async () => {
			const { EntryID } = await sale();
			await late(45_000);
			const item = await upload(EntryID);
			expect(await attachments()).toEqual([expect.objectContaining({ ID: item?.attachmentId })]);
			expect(await posts()).toHaveLength(2);
		});

		it('is not sent a second time by a second run, when it arrives after that', async () => {
			const { EntryID } = await sale();
			await late(90_000);
			const error = await refused(EntryID);
			expect(error.context.code).toBe('UNKNOWN_OUTCOME');
			await bench.world.set(bench.world.now() + 60_000);
			expect(await upload(EntryID)).toMatchObject({ alreadyAttached: true });
			expect(await attachments()).toHaveLength(1);
		});
	});
});
