import type { Session } from '../../exact/session';
import type { SetAnswer } from '../../exact/xml/upload';
import { attempt, codeOf } from '../booking/attempt';
import { writeOnce } from '../booking/recover';
import { openOf } from '../../ledger/matching';
import type { MatchDraft } from './draft';
import { openAmounts, readTerms } from './terms';

/** What became of the terms of a matching. */
export type State = 'matched' | 'open' | 'different';

/** What is known of a matching that was sent: Exact's answer to it, or why there is none. */
export interface Sent {
	answer?: SetAnswer;
	error?: unknown;
}

/** What Exact said of each; nothing at all when it can not be told apart. */
interface Answers {
	answers: ReadonlyArray<SetAnswer | undefined> | undefined;
}

/**
 * Sends matchings in one upload. When Exact does not say which set it speaks of, the terms are read, and only what is
 * still open is sent again, one by one and once. A lost answer is looked for in the terms and never sent again.
 */
export async function upload(
	drafts: readonly MatchDraft[],
	division: number,
	session: Session,
): Promise<Map<MatchDraft, Sent>> {
	const sets = drafts.flatMap(({ set }) => set ?? []);
	const sent = await attempt(
		async () =>
			await writeOnce(
				async (): Promise<Answers> => ({ answers: await session.match(division, sets) }),
				async () => {
					const states = await statesOf(drafts, division, session);
					const isDone = [...states.values()].every((state) => state !== 'open');
					return isDone ? { answers: drafts.map(() => undefined) } : undefined;
				},
				(lost) => mayBeMatched(lost, division, session),
				session,
			),
	);
	if ('error' in sent) {
		if (codeOf(sent.error) === 'CANCELLED') throw sent.error;
		return new Map(drafts.map((draft) => [draft, sent]));
	}
	const { answers } = sent.value;
	if (answers !== undefined) {
		return new Map(drafts.map((draft, at) => [draft, { answer: answers[at] }]));
	}
	return await sendOpenOnes(drafts, division, session);
}

async function sendOpenOnes(
	drafts: readonly MatchDraft[],
	division: number,
	session: Session,
): Promise<Map<MatchDraft, Sent>> {
	const read = await attempt(() => statesOf(drafts, division, session));
	if ('error' in read) {
		if (codeOf(read.error) === 'CANCELLED') throw read.error;
		return new Map(drafts.map((draft) => [draft, read]));
	}
	const sent = new Map<MatchDraft, Sent>();
	let stopped: Sent | undefined;
	for (const draft of drafts) {
		const isOpen = read.value.get(draft) === 'open';
		const one = isOpen ? (stopped ?? (await upload([draft], division, session)).get(draft)) : {};
		sent.set(draft, one ?? {});
		if (one?.error !== undefined && codeOf(one.error) !== 'UNKNOWN_OUTCOME') stopped = one;
	}
	return sent;
}

/** Reads the terms of matchings that were sent: 40 lines of a side a call. */
export async function statesOf(
	drafts: readonly MatchDraft[],
	division: number,
	session: Session,
): Promise<Map<MatchDraft, State>> {
	const after = new Map<MatchDraft, number>();
	for (const side of ['client', 'supplier'] as const) {
		const mine = drafts.filter(({ wanted }) => wanted.side === side);
		const lineIds = mine.flatMap(({ parts }) => parts.map(({ lineId }) => lineId));
		const terms = await readTerms(lineIds, side, division, session);
		for (const draft of mine) {
			const open = draft.parts.map(({ line, lineId }) => ({
				open: openAmounts(line, terms.get(lineId)),
			}));
			after.set(draft, openOf(open));
		}
	}
	return new Map(drafts.map((draft) => [draft, stateOf(draft, after.get(draft) ?? 0)]));
}

function stateOf({ parts, left }: MatchDraft, after: number): State {
	const before = openOf(parts.map(({ openOfLine }) => ({ open: openOfLine })));
	if (after === before) return 'open';
	return after === before - openOf(parts) + left ? 'matched' : 'different';
}

function mayBeMatched(lost: Error, division: number, session: Session): never {
	return session.fail({
		code: 'UNKNOWN_OUTCOME',
		message: `It is not known whether Exact Online has matched this: its answer got lost (division ${division})`,
		description: `The terms were still open a minute later. It may still come; nothing was sent again. Running this again later is safe: it looks first. ${lost.message}`,
		division,
	});
}
