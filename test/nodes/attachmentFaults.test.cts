import { inspect } from 'node:util';

import { giveUpOn } from '../harness/impatience.cjs';
import { Bench } from '../harness/n8n.cjs';
import {
	attachments,
	breakPost,
	documents,
	PDF,
	purchase,
	refusal,
	refused,
	sale,
	upload,
} from './attaching.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
}, 30_000);
afterAll(async () => await bench.stop());
beforeEach(async () => await bench.reset());

/** The calls after the look at what there is. */
const calls = async () => {
	const all = await bench.calls();
	return all.slice(all.findIndex((call) => call.startsWith('POST')));
};
const posts = async (entity: string) =>
	(await bench.calls()).filter((call) => call.startsWith(`POST documents/${entity} `));

describe('a file that Exact refuses', () => {
	it('leaves no empty document behind, and the error is Exact’s text', async () => {
		const entry = await sale(bench);
		await breakPost(bench, 'DocumentAttachments', refusal);
		const error = await refused(bench, entry);
		expect(error.message).toMatch(/^Exact Online does not allow 'Attachment' here/);
		expect(error.context).toMatchObject({ details: { exactText: 'Not allowed: Attachment' } });
		expect(inspect(error, { depth: 9 })).not.toContain(Buffer.from(PDF).toString('base64'));
		expect(await calls()).toEqual([
			'POST documents/Documents 201',
			'POST documents/DocumentAttachments 500',
			'GET bulk/Documents/DocumentAttachments 200',
			'DELETE documents/Documents 204',
		]);
		expect(await documents(bench, entry)).toEqual([]);
	});

	it('leaves the document that Exact made by itself alone', async () => {
		const entry = await purchase(bench);
		await breakPost(bench, 'DocumentAttachments', refusal);
		await refused(bench, entry);
		expect(await documents(bench, entry)).toHaveLength(1);
		expect(await calls()).toEqual(['POST documents/DocumentAttachments 500']);
	});

	it('names a document that can not be taken back', async () => {
		const entry = await sale(bench);
		await breakPost(bench, 'DocumentAttachments', refusal);
		await bench.sandbox.faults([{ match: { method: 'DELETE' }, fault: refusal }]);
		const error = await refused(bench, entry);
		const [document] = await documents(bench, entry);
		expect(error.message).toMatch(/here .*; the document made for it could not be deleted$/);
		expect(error.description).toContain(`document ${String(document?.ID)}`);
		const details = { documentId: document?.ID, exactText: 'Not allowed: Attachment' };
		expect(error.context).toMatchObject({ code: 'PARTIAL', details });
	});

	it('keeps its document when nobody can see whether that is empty', async () => {
		const entry = await sale(bench);
		await breakPost(bench, 'DocumentAttachments', refusal);
		const look = { method: 'GET', path: 'bulk/Documents/DocumentAttachments' };
		await bench.sandbox.faults([{ match: look, fault: refusal }]);
		const error = await refused(bench, entry);
		expect(error.context.code).toBe('PARTIAL');
		expect(await documents(bench, entry)).toHaveLength(1);
	});

	it('is not sent when its document is refused', async () => {
		const entry = await sale(bench);
		await breakPost(bench, 'Documents', refusal);
		const error = await refused(bench, entry);
		expect(error.context).toMatchObject({ details: { exactText: 'Not allowed: Attachment' } });
		expect(await calls()).toEqual(['POST documents/Documents 500']);
	});
});

describe('an answer that gets lost', () => {
	it.each([
		['sales', sale],
		['purchase', purchase],
	])('of a file, %s: it is found, and was sent once', async (_, book) => {
		const entry = await book(bench);
		await breakPost(bench, 'DocumentAttachments', { kind: 'reset', when: 'after' });
		const start = bench.world.now();
		const item = await upload(bench, entry);
		const files = await attachments(bench, entry);
		expect(files).toEqual([expect.objectContaining({ ID: item.attachmentId })]);
		expect(item.alreadyAttached).toBe(false);
		expect(bench.world.now() - start).toBe(5_000);
		expect(await posts('DocumentAttachments')).toHaveLength(1);
	});

	it('of a document: it is found, and used', async () => {
		const entry = await sale(bench);
		await breakPost(bench, 'Documents', { kind: 'reset', when: 'after' });
		const item = await upload(bench, entry);
		expect(await documents(bench, entry)).toEqual([
			expect.objectContaining({ ID: item.documentId }),
		]);
		expect(await attachments(bench, entry)).toHaveLength(1);
		expect(await posts('Documents')).toHaveLength(1);
	});

	it('of a document that does not turn up: it is not made again, and gets no file', async () => {
		const entry = await sale(bench);
		await breakPost(bench, 'Documents', { kind: 'reset', when: 'before' });
		const error = await refused(bench, entry);
		expect(error.context.code).toBe('UNKNOWN_OUTCOME');
		expect(error.message).toMatch(
			/^It is not known whether Exact Online made a document for 'x.pdf'/,
		);
		expect(await posts('Documents')).toHaveLength(1);
		expect(await posts('DocumentAttachments')).toEqual([]);
	});

	it('of a file that does not turn up: its document stays', async () => {
		const entry = await sale(bench);
		await breakPost(bench, 'DocumentAttachments', { kind: 'reset', when: 'before' });
		const start = bench.world.now();
		const error = await refused(bench, entry);
		const number = String(entry.EntryNumber);
		expect(error.message).toBe(`'x.pdf' may have been attached to entry ${number}`);
		const [document] = await documents(bench, entry);
		const details = { documentId: document?.ID };
		expect(error.context).toMatchObject({ code: 'UNKNOWN_OUTCOME', details });
		expect(bench.world.now() - start).toBe(60_000);
		expect(await posts('DocumentAttachments')).toHaveLength(1);
	});

	it('is not looked for when somebody stops the workflow; nothing is deleted', async () => {
		const entry = await sale(bench);
		await breakPost(bench, 'DocumentAttachments', { kind: 'reset', when: 'after' });
		const stop = new AbortController();
		jest.spyOn(bench.world, 'sleep').mockImplementationOnce(async () => stop.abort());
		const error = await refused(bench, entry, {}, {}, stop.signal);
		expect(error.context.code).toBe('CANCELLED');
		expect(await calls()).toEqual([
			'POST documents/Documents 201',
			'POST documents/DocumentAttachments 201',
		]);
	});

	it('is not forgotten when Exact can not be read either', async () => {
		const entry = await purchase(bench);
		await breakPost(bench, 'DocumentAttachments', { kind: 'reset', when: 'after' });
		const look = { method: 'GET', path: 'bulk/Documents/DocumentAttachments' };
		const down = { kind: 'status', status: 503 } as const;
		await bench.sandbox.faults([{ match: look, skip: 1, times: 99, fault: down }]);
		const error = await refused(bench, entry);
		expect(error.context.code).toBe('UNKNOWN_OUTCOME');
		expect(error.message).toContain('may have been attached');
	});
});

describe('a file that Exact is slow with', () => {
	let restore = () => {};
	afterEach(() => restore());

	const late = async (commitAfterMs: number) => {
		restore = giveUpOn({ method: 'POST', path: '/DocumentAttachments' });
		await breakPost(bench, 'DocumentAttachments', {
			kind: 'timeout',
			when: 'before',
			commitAfterMs,
		});
	};

	it('is found when it arrives within a minute', async () => {
		const entry = await sale(bench);
		await late(45_000);
		const item = await upload(bench, entry);
		const files = await attachments(bench, entry);
		expect(files).toEqual([expect.objectContaining({ ID: item.attachmentId })]);
		expect(await posts('DocumentAttachments')).toHaveLength(1);
	});

	it('is not sent by a second run, when it arrives after that', async () => {
		const entry = await sale(bench);
		await late(90_000);
		const error = await refused(bench, entry);
		expect(error.context.code).toBe('UNKNOWN_OUTCOME');
		await bench.world.set(bench.world.now() + 60_000);
		expect(await upload(bench, entry)).toMatchObject({ alreadyAttached: true });
		expect(await attachments(bench, entry)).toHaveLength(1);
	});
});
