import type { Session } from '../../exact/session';
import { attempt, codeOf } from './attempt';

/** When to look for what a write may have made although its answer got lost (ms after it). */
const LOOK_AFTER_MS = [5_000, 20_000, 60_000];

/**
 * Writes once. When the answer is lost, looks for the outcome up to a minute: Exact sometimes carries a write out after
 * the client has given up. Never sends it again: what is not found then may still come.
 */
export async function writeOnce<T>(
	write: () => Promise<T>,
	find: (() => Promise<T | undefined>) | undefined,
	notFound: (lost: Error) => never,
	session: Session,
): Promise<T> {
	const outcome = await attempt(write);
	if ('value' in outcome) return outcome.value;
	const { error } = outcome;
	if (!(error instanceof Error) || codeOf(error) !== 'UNKNOWN_OUTCOME') throw error;
	const found = find === undefined ? undefined : await lookFor(find, session);
	return found ?? notFound(error);
}

/** A look that fails is as good as one that finds nothing; only a stopped workflow ends the search. */
async function lookFor<T>(
	find: () => Promise<T | undefined>,
	session: Session,
): Promise<T | undefined> {
	let waited = 0;
	for (const due of LOOK_AFTER_MS) {
		await session.sleep(due - waited);
		waited = due;
		const looked = await attempt(find);
		if ('error' in looked) {
			if (codeOf(looked.error) === 'CANCELLED') throw looked.error;
		} else if (looked.value !== undefined) return looked.value;
	}
	return undefined;
}
