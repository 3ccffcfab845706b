import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { NL } from '../harness/inputs.cjs';
import { Bench } from '../harness/n8n.cjs';
import type { Row } from '../harness/sandbox.cjs';
import {
	attachments,
	binary,
	breakPost,
	documents,
	fileNames,
	parametersOf,
	PDF,
	purchase,
	refusal,
	refused,
	sale,
	upload,
	type Sent,
} from './attaching.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
}, 30_000);
afterAll(async () => await bench.stop());

const OTHER_PDF = '%PDF-1.7 another invoice';

const LOOK = [
	'GET bulk/Financial/TransactionLines 200',
	'GET bulk/Documents/Documents 200',
	'GET bulk/Documents/DocumentAttachments 200',
];
const LOOK_AND_FIND_NO_DOCUMENT = LOOK.slice(0, 2);

describe.each(['strict', 'lenient'] as const)('Attachment: Upload, %s sandbox', (profile) => {
	beforeEach(async () => await bench.reset(profile));

	it('attaches to the document that Exact made for a purchase invoice: 4 calls', async () => {
		const entry = await purchase(bench);
		const item = await upload(bench, entry);
		expect(await bench.calls()).toEqual([...LOOK, 'POST documents/DocumentAttachments 201']);
		const [file] = await attachments(bench, entry);
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
		expect(await documents(bench, entry)).toHaveLength(1);
	});

	it('makes a document for a sales invoice: 4 calls', async () => {
		const entry = await sale(bench);
		const item = await upload(bench, entry);
		expect(await bench.calls()).toEqual([
			...LOOK_AND_FIND_NO_DOCUMENT,
			'POST documents/Documents 201',
			'POST documents/DocumentAttachments 201',
		]);
		const [document] = await documents(bench, entry);
		expect(document).toMatchObject({
			Subject: 'x.pdf',
			Type: 10,
			Account: entry.Customer,
			DocumentDate: Date.UTC(2026, 2, 5),
		});
		expect(item).toMatchObject({ documentId: document?.ID, alreadyAttached: false });
	});

	it.each([
		[90, 55],
		[40, 55],
		[21, 10],
		[31, 20],
	])(
		'makes a document for an entry of type %d: type %d, of no relation when it is about several',
		async (Type, type) => {
			const EntryID = '4f68481a-7b2a-4f2e-9c1b-5d3c0a1e8f77';
			const accounts = await bench.sandbox.records(NL, 'Accounts');
			const lines = accounts.slice(0, 2).map(({ ID }, index) => ({
				EntryID,
				Type,
				EntryNumber: 26900001,
				JournalCode: '90',
				Date: '2026-03-05',
				LineNumber: index + 1,
				Account: ID,
			}));
			await bench.sandbox.insert(NL, 'TransactionLines', lines);
			const entry = { EntryID: `{${EntryID.toUpperCase()}}` };
			const item = await upload(bench, entry, {}, { fileName: '' });
			expect(item).toMatchObject({ entryId: EntryID, fileName: '26900001.pdf' });
			const [document] = await documents(bench, { EntryID });
			expect(document).toMatchObject({ Type: type, Subject: '26900001.pdf' });
			expect(document?.Account ?? null).toBeNull();
		},
	);

	it('gives the file the name that was chosen', async () => {
		const entry = await purchase(bench);
		const item = await upload(bench, entry, { fileName: 'Café 1' });
		expect(item).toMatchObject({ fileName: 'Café 1.pdf' });
		expect(await fileNames(bench, entry)).toEqual(['Café 1.pdf']);
	});

	it('takes a file as large as the site does', async () => {
		const entry = await purchase(bench);
		const size = Math.floor(7.1 * 1024 * 1024);
		expect(await upload(bench, entry, {}, { content: PDF.padEnd(size) })).toMatchObject({ size });
		expect(await attachments(bench, entry)).toMatchObject([{ FileSize: size }]);
	});

	describe('when there is a file', () => {
		let entry: Row;
		let first: IDataObject;
		beforeEach(async () => {
			entry = await sale(bench);
			first = await upload(bench, entry);
			await bench.sandbox.clearLog();
		});

		it.each(['fail', 'add'])('does not send the same file again (%s)', async (ifExists) => {
			const again = await upload(bench, entry, { ifExists });
			expect(again).toEqual({ ...first, alreadyAttached: true });
			expect(await bench.calls()).toEqual(LOOK);
		});

		it('refuses another one, and names what is there', async () => {
			const [document] = await documents(bench, entry);
			const error = await refused(bench, entry, {}, { content: OTHER_PDF });
			expect(error.message).toBe(
				`Entry ${String(entry.EntryNumber)} already has document ${String(document?.HID)} 'x.pdf'`,
			);
			expect(error.context).toMatchObject({ code: 'ATTACHMENT_EXISTS', itemIndex: 0 });
			expect(await bench.calls()).toEqual(LOOK);
		});

		it('adds another one', async () => {
			await upload(bench, entry, { ifExists: 'add' }, { fileName: 'y.pdf' });
			expect(await fileNames(bench, entry)).toEqual(['x.pdf', 'y.pdf']);
			const error = await refused(bench, entry, {}, { fileName: 'z.pdf' });
			expect(error.message).toMatch(/'[xy]\.pdf' and 1 more$/);
		});

		it('replaces it in its document: the old one goes when the new one is there', async () => {
			const item = await upload(bench, entry, { ifExists: 'replace' }, { content: OTHER_PDF });
			expect(await bench.calls()).toEqual([
				...LOOK,
				'POST documents/DocumentAttachments 201',
				'DELETE documents/DocumentAttachments 204',
			]);
			const files = await attachments(bench, entry);
			expect(files).toEqual([expect.objectContaining({ ID: item.attachmentId })]);
			expect(item.documentId).toBe(first.documentId);
			expect(await documents(bench, entry)).toHaveLength(1);
		});

		it('keeps it when the new one is refused', async () => {
			await breakPost(bench, 'DocumentAttachments', refusal);
			const error = await refused(bench, entry, { ifExists: 'replace' }, { fileName: 'y.pdf' });
			expect(error.context).toMatchObject({ details: { exactText: 'Not allowed: Attachment' } });
			expect(await fileNames(bench, entry)).toEqual(['x.pdf']);
		});

		it('does not take it for a new one of the same name and size whose answer got lost', async () => {
			await breakPost(bench, 'DocumentAttachments', { kind: 'reset', when: 'before' });
			const error = await refused(bench, entry, { ifExists: 'replace' });
			expect(error.context.code).toBe('UNKNOWN_OUTCOME');
			expect(await fileNames(bench, entry)).toEqual(['x.pdf']);
		});

		it('says so when the old one can not be deleted', async () => {
			await bench.sandbox.faults([{ match: { method: 'DELETE' }, fault: refusal }]);
			const error = await refused(bench, entry, { ifExists: 'replace' }, { fileName: 'y.pdf' });
			expect(error.message).toBe(
				`'y.pdf' is attached to entry ${String(entry.EntryNumber)}, but 'x.pdf' could not be deleted`,
			);
			const details = { exactText: 'Not allowed: Attachment', documentId: first.documentId };
			expect(error.context).toMatchObject({ code: 'PARTIAL', details });
			expect(await fileNames(bench, entry)).toEqual(['x.pdf', 'y.pdf']);
		});
	});
});

describe('Attachment: Upload refuses', () => {
	beforeEach(async () => await bench.reset());
	const EntryID = '4f68481a-7b2a-4f2e-9c1b-5d3c0a1e8f77';

	it.each<[string, INodeParameters, Sent, string, string]>([
		['no ID', { entryId: '' }, {}, 'PARAM_REQUIRED', "'Invoice or Entry ID' is empty"],
		['a number', { entryId: '26600012' }, {}, 'ID_FORMAT', '\'Invoice or Entry ID\' is "26600012"'],
		['no field', { file: '' }, {}, 'PARAM_REQUIRED', "'Input Data Field Name' is empty"],
		[
			'a field without a file',
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
			'a file that is too large',
			{},
			{ content: PDF.padEnd(7.2 * 1024 * 1024) },
			'FILE',
			"'Input Data Field Name' names a file of 7.2 MB",
		],
		[
			'a wrong choice',
			{ options: { ifExists: 'overwrite' } },
			{},
			'PARAM_FORMAT',
			'\'Options > If Attachment Exists\' is "overwrite"',
		],
	])('%s, before anything is sent', async (_, parameters, file, code, message) => {
		const error = await bench.fail(parametersOf(EntryID, {}, parameters), {
			files: [binary(file)],
		});
		expect(error.message).toBe(message);
		expect(error.context).toMatchObject({ code, itemIndex: 0 });
		expect(String(error.description)).not.toBe('');
		expect(await bench.calls()).toEqual([]);
	});

	it('an item without any file', async () => {
		const error = await bench.fail(parametersOf(EntryID));
		expect(error.context.code).toBe('FILE');
		expect(await bench.calls()).toEqual([]);
	});

	it('an entry that is not there, after one call', async () => {
		const error = await refused(bench, { EntryID });
		expect(error.message).toBe(`No invoice or entry with ID ${EntryID} in division ${NL}`);
		expect(error.context).toMatchObject({ code: 'NOT_FOUND' });
		expect(await bench.calls()).toEqual(LOOK.slice(0, 1));
	});

	it('one item, and goes on with the files of the others', async () => {
		const entry = await purchase(bench);
		const { items, json } = await bench.run(parametersOf(entry.EntryID, { ifExists: 'add' }), {
			items: [{}, {}, {}],
			files: [binary({}), undefined, binary({ fileName: 'y.pdf' })],
			continueOnFail: true,
		});
		expect(json.map(({ fileName, code }) => fileName ?? code)).toEqual(['x.pdf', 'FILE', 'y.pdf']);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2].map((item) => ({ item })));
	});
});
