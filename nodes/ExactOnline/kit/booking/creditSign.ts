import type { Session } from '../../exact/session';
import { perWorld } from '../../exact/world';
import type { EntryDraft } from './entry';

/**
 * What a return journal takes for a credit note is not documented: amounts below zero, as everywhere else (1), or above
 * (-1). What Exact did with the first one tells; it is remembered by app, division and journal.
 */
const signs = perWorld(() => new Map<string, 1 | -1>());

/** The sign that the journal of a draft is known to want, if it is known. */
export function creditSign(draft: EntryDraft, session: Session): 1 | -1 | undefined {
	return signs(session.connection.world).get(keyOf(draft, session));
}

/** Remembers the sign that the journal of a draft wants. */
export function learnCreditSign(draft: EntryDraft, sign: 1 | -1, session: Session): void {
	signs(session.connection.world).set(keyOf(draft, session), sign);
}

function keyOf({ division, expect }: EntryDraft, { connection }: Session): string {
	return `${connection.clientId} ${division} ${expect.journal}`;
}
