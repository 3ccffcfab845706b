import type { INodeExecutionData } from 'n8n-workflow';

import { beforeEachCall } from '../harness/betweenCalls.cjs';
import { Bench } from '../harness/n8n.cjs';
import type { ProfileName } from '../harness/sandbox.cjs';
import { TriggerBench } from '../harness/trigger.cjs';
import { NL } from '../harness/inputs.cjs';
import { attachments, PDF, purchase, upload } from './attaching.cjs';
import { few, idsOf, MAY, MINUTE } from './triggerEntries.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
}, 30_000);
afterAll(async () => await bench.stop());

const start = async (includeFiles: string) => {
	const trigger = new TriggerBench(bench, {
		event: 'newInvoice',
		divisions: [NL],
		kinds: ['supplierInvoice'],
		...few,
		options: { includeLines: false, includeFiles },
	});
	await trigger.activate();
	return trigger;
};
const contentOf = ({ binary = {} }: INodeExecutionData) =>
	Object.fromEntries(
		Object.entries(binary).map(([name, { data }]) => [
			name,
			Buffer.from(data, 'base64').toString('latin1'),
		]),
	);

describe.each<ProfileName>(['strict', 'lenient'])('files of a new invoice (%s)', (profile) => {
	beforeEach(async () => await bench.reset(profile, MAY));

	it('come as a list: two calls more for all invoices of a poll', async () => {
		const trigger = await start('list');
		const entries = [await purchase(bench), await purchase(bench)];
		await upload(bench, entries[0]!);
		await bench.sandbox.clearLog();
		const { json, items } = await trigger.poll();
		const [file] = await attachments(bench, entries[0]!);
		const listed = {
			id: file?.ID,
			documentId: entries[0]?.Document,
			name: 'x.pdf',
			size: PDF.length,
		};
		const byId = new Map(json.map(({ id, files }) => [id, files]));
		expect(byId.get(entries[0]?.EntryID as string)).toEqual([listed]);
		expect(byId.get(entries[1]?.EntryID as string)).toEqual([]);
		expect(items.every(({ binary }) => binary === undefined)).toBe(true);
		const calls = (await bench.calls()).slice(2);
		expect(calls).toEqual([
			'GET bulk/Documents/Documents 200',
			'GET bulk/Documents/DocumentAttachments 200',
		]);
	});

	it('come with their content', async () => {
		const trigger = await start('download');
		const entry = await purchase(bench);
		await upload(bench, entry);
		await upload(
			bench,
			entry,
			{ ifExists: 'add' },
			{ content: '%PDF-1.7 another', fileName: 'y.pdf' },
		);
		const { items } = await trigger.poll();
		const names = (items[0]?.json.files as Array<{ name: string }>).map(({ name }) => name);
		const contents: Record<string, string> = { 'x.pdf': PDF, 'y.pdf': '%PDF-1.7 another' };
		expect(names.sort()).toEqual(['x.pdf', 'y.pdf']);
		const found = Object.values(contentOf(items[0]!));
		expect(found.sort()).toEqual(Object.values(contents).sort());
		expect(items[0]?.binary?.file_0).toMatchObject({ mimeType: 'application/pdf' });
	});

	it('come with the content of the first five of them', async () => {
		const trigger = await start('download');
		const entry = await purchase(bench);
		for (let n = 1; n <= 6; n++) {
			const file = { content: `%PDF-1.7 ${n}`, fileName: `${n}.pdf` };
			await upload(bench, entry, { ifExists: 'add' }, file);
		}
		const { items } = await trigger.poll();
		expect(items[0]?.json.files).toHaveLength(6);
		expect(Object.keys(items[0]?.binary ?? {})).toHaveLength(5);
	});

	it('that can not be had say why, and keep nothing back', async () => {
		const trigger = await start('download');
		const entry = await purchase(bench);
		await upload(bench, entry);
		await bench.sandbox.faults([
			{ match: { path: 'SysAttachment' }, times: 9, fault: { kind: 'html', status: 200 } },
		]);
		const { json, error } = await trigger.poll();
		expect(error).toBeUndefined();
		expect(json[0]?.files).toEqual([expect.objectContaining({ error: expect.any(String) })]);
	});
});

describe('many files', () => {
	let trigger: TriggerBench;
	const ids: unknown[] = [];
	beforeEach(async () => {
		await bench.reset('strict', MAY);
		trigger = await start('download');
		await bench.sandbox.settings({ minuteLimit: 1000 });
		ids.length = 0;
		for (let n = 0; n < 30; n++) {
			const entry = await purchase(bench);
			await upload(bench, entry);
			ids.push(entry.EntryID);
		}
		await bench.world.set(MAY + MINUTE);
	});
	let undo = (): void => undefined;
	afterEach(() => undo());

	const received = async () => {
		const found: unknown[] = [];
		for (let poll = 0; poll < 6; poll++) {
			await bench.world.set(MAY + (poll + 2) * MINUTE);
			const { json, items, error } = await trigger.poll();
			expect(error).toBeUndefined();
			expect(bench.world.now() - MAY - (poll + 2) * MINUTE).toBeLessThan(36_000);
			for (const item of items) expect(Object.keys(item.binary ?? {})).toEqual(['file_0']);
			found.push(...idsOf(json));
		}
		return found.sort();
	};

	it('for which the minute has too few calls come over several polls, each once', async () => {
		await bench.sandbox.settings({ minuteLimit: 20 });
		expect(await received()).toEqual(ids.sort());
	}, 120_000);

	it('for which a poll has too little time come over several polls, each once', async () => {
		undo = beforeEachCall(async () => await bench.world.set(bench.world.now() + 1000));
		expect(await received()).toEqual(ids.sort());
	}, 120_000);
});
