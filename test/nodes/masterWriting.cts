import type { INodeParameters } from 'n8n-workflow';

import { giveUpOn } from '../harness/impatience.cjs';
import { by, inDivision, NL } from '../harness/inputs.cjs';
import { Bench, type ShownError } from '../harness/n8n.cjs';
import type { Fault, Row } from '../harness/sandbox.cjs';

export const profiles = ['strict', 'lenient'] as const;
export const NOBODY = '00000000-0000-4000-8000-000000000000';
export const use = { options: { ifCodeExists: 'use' } };
export const preview = { options: { preview: true } };

/** The node and the sandbox of the file that has called `startBench`. */
export let bench: Bench;

let undo: Array<() => void> = [];

/** Starts a sandbox for the tests of a file. */
export function startBench(): void {
	beforeAll(async () => {
		bench = await Bench.start();
	}, 30_000);
	afterAll(async () => await bench.stop());
	afterEach(() => {
		for (const one of undo) one();
		undo = [];
	});
}

export const records = async (entity: string) => await bench.sandbox.records(NL, entity);

export const coded = async (entity: string, code: string): Promise<Row | undefined> =>
	(await records(entity)).find(({ Code }) => String(Code).trim() === code);

export const writes = (resource: string) => ({
	create: (parameters: INodeParameters, additionalFields: INodeParameters = {}) =>
		inDivision(resource, 'create', { additionalFields, ...parameters }),
	update: (parameters: INodeParameters, updateFields: INodeParameters) =>
		inDivision(resource, 'update', { updateFields, ...parameters }),
});

/** The calls since the last look, without those for the clock. */
export async function calls(): Promise<string[]> {
	const made = (await bench.calls()).filter((call) => !call.includes('current/Me'));
	await bench.sandbox.clearLog();
	return made;
}

export const written = async () => (await calls()).filter((call) => !call.startsWith('GET'));

/** The code and all that is said about an input that is refused; nothing was sent, no mistake was counted. */
export async function refused(parameters: INodeParameters): Promise<[unknown, string]> {
	await bench.sandbox.clearLog();
	const error: ShownError = await bench.fail(parameters);
	const log = await bench.sandbox.log();
	expect(log.filter(({ method, counted }) => method !== 'GET' || counted.error)).toEqual([]);
	return [error.context.code, `${error.message}. ${String(error.description)}`];
}

/** The next call of this kind goes wrong; a client that would wait gives up at once. */
export async function hit(method: 'POST' | 'PUT', path: string, fault: Fault): Promise<void> {
	if (fault.kind === 'timeout') undo.push(giveUpOn({ method, path }));
	await bench.sandbox.faults([{ match: { method, path }, fault }]);
}

/** Answers that get lost, and whether Exact carries out what was asked all the same. */
export const lostAnswers: Array<{ name: string; fault: Fault; arrives: boolean }> = (
	[
		[{ kind: 'reset', when: 'before' }, false],
		[{ kind: 'reset', when: 'after' }, true],
		[{ kind: 'timeout', when: 'before', commitAfterMs: 12_000 }, true],
		[{ kind: 'truncate' }, true],
		[{ kind: 'status', status: 503 }, false],
	] as Array<[Fault, boolean]>
).map(([fault, arrives]) => ({ fault, arrives, name: Object.values(fault).join(' ') }));

interface Written {
	entity: string;
	path: string;
	create: INodeParameters;
	/** Changes something of the record with this ID. */
	update?: (id: string) => INodeParameters;
	/** What shows that it is changed. */
	changed?: Row;
	/** Tells the rows that `create` makes. */
	isOne(row: Row): boolean;
}

/** Whatever answer gets lost, there is one record, which was sent once. */
export function neverTwice({ entity, path, create, update, changed, isOne }: Written): void {
	describe.each(lostAnswers)('when the answer gets lost: $name', ({ fault, arrives }) => {
		beforeEach(async () => await bench.reset());
		const made = async () => (await records(entity)).filter(isOne);

		it('is posted once, and found where it has arrived', async () => {
			await hit('POST', path, fault);
			const { json } = await bench.run(create, { continueOnFail: true, items: [{}, {}] });
			const first = arrives ? { isNew: true } : { code: 'UNKNOWN_OUTCOME' };
			const second = { code: arrives ? 'CONFLICT' : 'UNKNOWN_OUTCOME' };
			expect(json).toMatchObject([first, second]);
			expect(await written()).toHaveLength(1);
			await bench.run(create, { continueOnFail: true });
			expect(await made()).toHaveLength(1);
		});

		it('a change is found, or made by running it again', async () => {
			if (update === undefined) return;
			await bench.run(create);
			const change = update(String((await made())[0]?.ID));
			await hit('PUT', path, fault);
			const { json } = await bench.run(change, { continueOnFail: true });
			expect(json).toMatchObject([arrives ? { isUpdated: true } : { code: 'UNKNOWN_OUTCOME' }]);
			await bench.run(change);
			expect((await made())[0]).toMatchObject(changed ?? {});
		});
	});
}

export const byCode = (code: string) => by('code', code);
export const byId = (id: unknown) => by('id', String(id));
