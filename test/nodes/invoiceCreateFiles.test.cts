import type { IDataObject } from 'n8n-workflow';

import { NL } from '../harness/inputs.cjs';
import {
	cost,
	countOf,
	expectBalanced,
	posted,
	purchase,
	revenue,
	runAll,
	sale,
} from '../harness/invoices.cjs';
import { Bench } from '../harness/n8n.cjs';
import type { Row } from '../harness/sandbox.cjs';
import { binary, PDF } from './attaching.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
});
afterAll(async () => await bench.stop());
afterEach(async () => await expectBalanced(bench));

const withFile = (more = {}) => ({ additionalFields: { file: 'data', ...more } });
const sides = [
	['purchase', purchase('F-1', [cost()], withFile())],
	['sale', sale('', [revenue()], withFile({ bookingReference: 'order 1' }))],
] as const;

/** The files of an invoice, and the document that they are in. */
async function filesOf(shown: IDataObject | undefined): Promise<{ files: Row[]; document?: Row }> {
	const { documentId } = (shown?.attachment ?? {}) as IDataObject;
	const files = await bench.sandbox.records(NL, 'DocumentAttachments');
	const documents = await bench.sandbox.records(NL, 'Documents');
	return {
		files: files.filter(({ Document }) => Document === documentId),
		document: documents.find(({ ID }) => ID === documentId),
	};
}

const attempts = async (path: RegExp) =>
	(await bench.sandbox.log()).filter(
		({ method, endpoint }) => method === 'POST' && path.test(endpoint),
	);

describe.each(['strict', 'lenient'] as const)('A file with an invoice, %s sandbox', (profile) => {
	beforeEach(async () => await bench.reset(profile));

	it.each(sides)('goes with the %s', async (side, parameters) => {
		const [shown] = (await bench.run(parameters, { files: [binary({})] })).json;
		const { files, document } = await filesOf(shown);
		expect(files).toEqual([expect.objectContaining({ FileName: 'x.pdf', FileSize: PDF.length })]);
		expect(document).toMatchObject({
			FinancialTransactionEntryID: shown?.id,
			Type: side === 'purchase' ? 20 : 10,
		});
		expect(shown?.attachment).toEqual({
			documentId: document?.ID,
			attachmentId: files[0]?.ID,
			fileName: 'x.pdf',
			size: PDF.length,
			alreadyAttached: false,
		});
		expect(shown?.alreadyBooked).toBe(false);
	});

	it.each(sides)('is not attached twice to the %s', async (_, parameters) => {
		const files = [binary({})];
		const [first] = (await bench.run(parameters, { files })).json;
		const [again] = (await bench.run(parameters, { files })).json;
		expect(again).toMatchObject({
			id: first?.id,
			alreadyBooked: true,
			attachment: { ...(first?.attachment as IDataObject), alreadyAttached: true },
		});
		expect((await filesOf(first)).files).toHaveLength(1);
	});

	it.each(sides)(
		'that is missing is attached to the %s that is booked already',
		async (_, parameters) => {
			const { additionalFields } = parameters as { additionalFields: object };
			const without = { ...parameters, additionalFields: { ...additionalFields, file: '' } };
			const [first] = (await bench.run(without)).json;
			expect(first).not.toHaveProperty('attachment');
			const [again] = (await bench.run(parameters, { files: [binary({})] })).json;
			expect(again).toMatchObject({
				id: first?.id,
				alreadyBooked: true,
				attachment: { alreadyAttached: false },
			});
			expect((await filesOf(again)).files).toHaveLength(1);
			expect(await posted(bench)).toHaveLength(1);
		},
	);

	it.each(sides)(
		'that Exact refuses leaves the %s booked, and says so; a rerun attaches it',
		async (_, parameters) => {
			const body = { error: { message: { value: 'Not allowed: Attachment' } } };
			await bench.sandbox.faults([
				{
					match: { method: 'POST', path: 'documents/DocumentAttachments' },
					times: 1,
					fault: { kind: 'status', status: 500, body },
				},
			]);
			const files = [binary({})];
			const error = await bench.fail(parameters, { files });
			expect(error.context).toMatchObject({
				code: 'PARTIAL',
				details: { entryId: expect.any(String), exactText: 'Not allowed: Attachment' },
			});
			expect(error.message).toMatch(
				/is booked \(entry \d+ in journal \d+\), its file is not attached yet/,
			);
			expect(error.description).toMatch(/^Run this again: it does not book again/);
			const { entryId } = error.context.details ?? {};
			const empty = (await bench.sandbox.records(NL, 'Documents')).filter(
				(one) => one.FinancialTransactionEntryID === entryId,
			);
			expect(empty).toHaveLength(_ === 'purchase' ? 1 : 0);

			const [again] = (await bench.run(parameters, { files })).json;
			expect(again).toMatchObject({ id: entryId, alreadyBooked: true });
			expect((await filesOf(again)).files).toHaveLength(1);
			expect(await posted(bench)).toHaveLength(1);
		},
	);

	it('that Exact refuses says where there is no key that a rerun would double', async () => {
		const body = { error: { message: { value: 'Not allowed: Attachment' } } };
		await bench.sandbox.faults([
			{
				match: { method: 'POST', path: 'documents/' },
				times: 1,
				fault: { kind: 'status', status: 500, body },
			},
		]);
		const keyless = sale('', [revenue()], withFile());
		const error = await bench.fail(keyless, { files: [binary({})] });
		expect(error.context.code).toBe('PARTIAL');
		expect(error.description).toMatch(
			/^Attach the file with Attachment > Upload; running this again would book it a second time/,
		);
	});

	it('leaves the other items alone when it is wrong', async () => {
		const all = [1, 2, 3].map((n) => purchase(`F-${n}`, [cost()], withFile()));
		const files = [binary({}), binary({ content: '{"error": "no file"}' }), binary({})];
		const { json } = await runAll(bench, all, { files, continueOnFail: true });
		expect(json.map(({ code }) => code)).toEqual([undefined, 'FILE', undefined]);
		expect(json[1]?.error).toMatch(/File.*' holds JSON and not a PDF, as "x\.pdf" says/);
		expect(await countOf(bench, 'F-2')).toBe(0);
		const { json: again } = await runAll(bench, all, { files: [1, 2, 3].map(() => binary({})) });
		expect(again.map(({ alreadyBooked }) => alreadyBooked)).toEqual([true, false, true]);
		expect(await attempts(/DocumentAttachments/)).toHaveLength(3);
	});
});

describe('A file that can not be attached', () => {
	beforeEach(async () => await bench.reset());

	it.each<[string, Parameters<typeof binary>[0], object, RegExp]>([
		['holds JSON', { content: '{"error": 1}' }, {}, /File.*' holds JSON and not a PDF/],
		[
			'holds a web page',
			{ content: '<!doctype html><title>' },
			{},
			/File.*' holds a web page and not a PDF/,
		],
		['is empty', { content: '' }, {}, /File.*' names an empty file/],
		[
			'is too large',
			{ content: `${PDF}${'x'.repeat(7_500_000)}` },
			{},
			/File.*' names a file of 7\.2 MB/,
		],
		['has a name that is none', {}, { fileName: 'a/b.pdf' }, /File Name' is "a\/b\.pdf"/],
	])('because it %s stops the item before anything is booked', async (_, file, fields, says) => {
		const parameters = purchase('F-1', [cost()], withFile(fields));
		const error = await bench.fail(parameters, { files: [binary(file)] });
		expect(error.message).toMatch(says);
		expect(['FILE', 'PARAM_FORMAT']).toContain(error.context.code);
		expect(await posted(bench)).toEqual([]);
		const preview = { ...parameters, options: { preview: true } };
		expect((await bench.fail(preview, { files: [binary(file)] })).message).toBe(error.message);
	});

	it('stops all items, unless the workflow goes on', async () => {
		const all = [1, 2].map((n) => purchase(`F-${n}`, [cost()], withFile()));
		const files = [binary({}), binary({ content: '[]' })];
		await expect(runAll(bench, all, { files })).rejects.toThrow('holds JSON and not a PDF');
		expect(await posted(bench)).toEqual([]);
	});

	it('is named as the user wishes, else as it came, else by the number of the invoice', async () => {
		const names = [{ fileName: 'scan.PDF' }, { fileName: '' }, { fileName: 'x.pdf' }];
		const wishes = [{}, {}, { fileName: 'Invoice 7' }];
		const all = wishes.map((wish, n) =>
			purchase(`N-${n}`, [cost()], withFile({ fileName: '', ...wish })),
		);
		const files = names.map((name) => binary(name));
		const { json } = await runAll(bench, all, { files });
		expect(json.map(({ attachment }) => (attachment as IDataObject).fileName)).toEqual([
			'scan.pdf',
			`${String(json[1]?.number)}.pdf`,
			'Invoice 7.pdf',
		]);
	});
});
