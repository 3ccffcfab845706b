import type { IDataObject } from 'n8n-workflow';

import type { Session } from '../../exact/session';
import { byDivision } from '../batch';
import type { Batch, Result, Task } from '../operation';

import { attempt, codeOf } from './attempt';
import { gatherFacts, type Facts, type Needs } from './facts';
import { refuse, type Problem } from './problems';

/** What is to be written for one item. A draft with problems is never sent. */
export interface Draft {
	problems: readonly Problem[];
	/** Set by *Preview*: what would be sent, instead of sending it. */
	preview?: IDataObject;
}

/** What came of a draft, good or bad. */
export type Written = { json: IDataObject } | { error: unknown };

/** Writes the drafts of one division; knows never to write twice, and to look at what came of it. */
export interface Writer<D extends Draft> {
	/** Looks up, for a chunk at once, what is there already. */
	look(drafts: readonly D[]): Promise<void>;
	/** Writes one draft, or finds that it is there. Its outcome comes from `settle`. */
	write(draft: D): Promise<void>;
	/** Compares what was written with what Exact stored, for a chunk at once. */
	settle(drafts: readonly D[]): Promise<Map<D, Written>>;
}

/** The parts of a writing operation that differ from one to the other. */
export interface Booking<I, D extends Draft> {
	needs(inputs: I): Needs;
	draft(inputs: I, facts: Facts): D;
	/** Checks what takes more than looking at the draft, such as a file; only a preview may call Exact for it. */
	check?(draft: D, session: Session): Promise<void>;
	writer(division: number, session: Session): Writer<D>;
}

/** Items that are looked up and compared together; Exact's filters get slow with more. */
const CHUNK = 40;

type Inputs = { division: number };

/**
 * Takes all items of an execution through a booking, division by division: look everything up, draft, refuse what can
 * not be right, look for what is booked already, write one by one, compare. Without *Continue* in the node's settings
 * nothing at all is written while one item has a problem.
 */
export async function* runBooking<I extends Inputs, D extends Draft>(
	booking: Booking<I, D>,
	{ tasks, goesOn }: Batch,
	session: Session,
): AsyncGenerator<Result> {
	const drafted: Array<Drafted<I, D>> = [];
	for (const group of byDivision(tasks)) {
		for (const result of await draftAll(booking, group, session)) {
			if ('error' in result) yield result;
			else drafted.push(result);
		}
	}
	const real: Array<Drafted<I, D>> = [];
	for (const one of drafted) {
		const { preview } = one.draft;
		if (preview === undefined) real.push(one);
		else yield { item: one.item, json: preview };
	}
	for (const group of byDivision(real)) yield* writeAll(booking, group, goesOn, session);
}

interface Drafted<I, D> {
	item: number;
	inputs: I;
	draft: D;
}

interface Failed {
	item: number;
	error: unknown;
}

async function draftAll<I extends Inputs, D extends Draft>(
	{ needs, draft, check }: Booking<I, D>,
	tasks: readonly Task[],
	session: Session,
): Promise<Array<Drafted<I, D> | Failed>> {
	const all = tasks as unknown as ReadonlyArray<{ item: number; inputs: I }>;
	const division = all[0]?.inputs.division ?? 0;
	const wanted = all.map(({ inputs }) => needs(inputs));
	const gathered = await attempt(() => gatherFacts(wanted, division, session));
	if ('error' in gathered) return all.map(({ item }) => ({ item, error: gathered.error }));
	const results: Array<Drafted<I, D> | Failed> = [];
	// One by one: files of a hundred items do not fit into memory together.
	for (const { item, inputs } of all) {
		const result = await attempt(async () => {
			const drafted = draft(inputs, gathered.value);
			if (drafted.problems.length > 0) refuse(drafted.problems, division, session);
			await check?.(drafted, session);
			return drafted;
		});
		results.push('error' in result ? { item, ...result } : { item, inputs, draft: result.value });
	}
	return results;
}

async function* writeAll<I extends Inputs, D extends Draft>(
	booking: Booking<I, D>,
	drafted: ReadonlyArray<Drafted<I, D>>,
	goesOn: boolean,
	session: Session,
): AsyncGenerator<Result> {
	const [first] = drafted;
	if (first === undefined) return;
	const writer = booking.writer(first.inputs.division, session);
	for (let start = 0; start < drafted.length; start += CHUNK) {
		yield* await writeChunk(writer, drafted.slice(start, start + CHUNK), goesOn);
	}
}

async function writeChunk<I, D extends Draft>(
	writer: Writer<D>,
	chunk: ReadonlyArray<Drafted<I, D>>,
	goesOn: boolean,
): Promise<Result[]> {
	const looked = await attempt(() => writer.look(chunk.map(({ draft }) => draft)));
	if ('error' in looked) return chunk.map(({ item }) => ({ item, error: looked.error }));
	const results = new Map<D, Written>();
	const written: D[] = [];
	for (const { draft } of chunk) {
		const outcome = await attempt(() => writer.write(draft));
		if (!('error' in outcome)) written.push(draft);
		else results.set(draft, outcome);
		if ('error' in outcome && (!goesOn || codeOf(outcome.error) === 'CANCELLED')) break;
	}
	const compared = await attempt(() => writer.settle(written));
	return chunk.flatMap(({ item, draft }) => {
		const result =
			results.get(draft) ??
			('value' in compared
				? compared.value.get(draft)
				: written.includes(draft)
					? compared
					: undefined);
		return result === undefined ? [] : [{ item, ...result }];
	});
}
