import type { Session } from '../../exact/session';
import { SETS_AN_UPLOAD } from '../../exact/xml/upload';
import { attempt, codeOf } from '../booking/attempt';
import type { Written } from '../booking/pipeline';
import { refuse } from '../booking/problems';
import { readBooks } from './books';
import { draftOf, type MatchDraft } from './draft';
import { matchedItem, outcomeOf } from './outcome';
import { statesOf, upload, type Sent } from './upload';
import type { Wanted } from './wanted';

/** What came of the matching at this place of the list. */
export interface Outcome {
	at: number;
	written: Written;
}

/**
 * Matches in one division: reads the books once for all, refuses what can not be right, and sends what is not matched yet,
 * 50 an upload. With `stops`, nothing is sent while one matching has a mistake, and nothing more after an upload in which one
 * was refused; what was not sent has no outcome.
 */
export async function* matchAll(
	wanted: readonly Wanted[],
	{ division, stops }: { division: number; stops: boolean },
	session: Session,
): AsyncGenerator<Outcome> {
	const read = await attempt(() => readBooks(wanted, division, session));
	if ('error' in read) {
		if (codeOf(read.error) === 'CANCELLED') throw read.error;
		yield* wanted.map((_, at) => ({ at, written: read }));
		return;
	}
	const drafts = withoutShared(wanted.map((one) => draftOf(one, read.value)));
	for (const [at, { problems }] of drafts.entries()) {
		if (problems.length === 0) continue;
		const refused = await attempt((): never => refuse(problems, division, session));
		if ('error' in refused) yield { at, written: refused };
	}
	const fine = drafts.filter(({ problems }) => problems.length === 0);
	for (const draft of fine.filter(({ set }) => set === undefined)) {
		yield { at: drafts.indexOf(draft), written: { json: matchedItem(draft, division) } };
	}
	if (stops && fine.length < drafts.length) return;
	const sendable = fine.filter(({ set }) => set !== undefined);
	for (let start = 0; start < sendable.length; start += SETS_AN_UPLOAD) {
		const some = sendable.slice(start, start + SETS_AN_UPLOAD);
		const { results, refusal } = await send(some, division, session);
		yield* results.map(([draft, written]) => ({ at: drafts.indexOf(draft), written }));
		if (stops && results.some(([, written]) => 'error' in written)) return;
		if (refusal === undefined) continue;
		const rest = sendable.slice(start + SETS_AN_UPLOAD);
		yield* rest.map((draft) => ({ at: drafts.indexOf(draft), written: refusal }));
		return;
	}
}

/** A line can not be in two sets of a run: what is open of it changes with the first. */
function withoutShared(drafts: readonly MatchDraft[]): MatchDraft[] {
	const taken = new Map<string, number>();
	return drafts.map((draft, at) => {
		if (draft.set === undefined) return draft;
		const shared = draft.parts.find(({ lineId }) => taken.has(lineId));
		if (shared === undefined) {
			for (const { lineId } of draft.parts) taken.set(lineId, at);
			return draft;
		}
		const what = `contains entry ${String(shared.line.EntryNumber)}, which an earlier matching (number ${(taken.get(shared.lineId) ?? 0) + 1}) contains as well`;
		const expected = 'Match all that belongs together at once, or run this again for the rest.';
		const where = [...draft.wanted.where, 'Entries'];
		return { ...draft, problems: [{ code: 'PARAM_PAIR', where, what, expected }] };
	});
}

type Results = Array<[MatchDraft, Written]>;

/** One upload and what came of it; `refusal` is why nothing that follows would be carried out either. */
async function send(
	drafts: readonly MatchDraft[],
	division: number,
	session: Session,
): Promise<{ results: Results; refusal?: { error: unknown } }> {
	const sent = await upload(drafts, division, session);
	const errors = new Set([...sent.values()].map(({ error }) => error));
	const [error] = errors;
	const isOfAll = errors.size === 1 && error !== undefined && codeOf(error) !== 'UNKNOWN_OUTCOME';
	if (!isOfAll) return { results: await verified(sent, division, session) };
	return { results: drafts.map((draft) => [draft, { error }]), refusal: { error } };
}

/** Compares what Exact said with what became of the terms, in one reading of them. */
async function verified(
	sent: ReadonlyMap<MatchDraft, Sent>,
	division: number,
	session: Session,
): Promise<Results> {
	const drafts = [...sent.keys()];
	const read = await attempt(() => statesOf(drafts, division, session));
	if ('error' in read && codeOf(read.error) === 'CANCELLED') throw read.error;
	return drafts.map((draft) => {
		const state = 'error' in read ? read : (read.value.get(draft) ?? 'open');
		return [draft, outcomeOf(draft, sent.get(draft) ?? {}, state, division, session)];
	});
}
