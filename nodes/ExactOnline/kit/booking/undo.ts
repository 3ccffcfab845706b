import type { Session } from '../../exact/session';
import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import { told } from '../attaching/told';
import { attempt, codeOf } from './attempt';
import { creditSign, learnCreditSign } from './creditSign';
import type { EntryDraft } from './entry';
import { entryWords } from './once';
import { writeOnce } from './recover';
import { isGone } from './removeOnce';

/** An entry that came out as another kind: it is deleted while it is open, and said. */
export async function undo(draft: EntryDraft, row: Row, session: Session): Promise<never> {
	await remove(draft, row, session);
	const { words, division, record } = draft;
	return session.fail({
		code: 'WRONG_KIND',
		message: `Exact Online did not make a ${words} of it, so it was deleted again (${entryWords(row)})`,
		description: `${adviceFor(draft, session)} Nothing is booked.`,
		endpoint: record.path,
		division,
	});
}

function adviceFor(draft: EntryDraft, session: Session): string {
	const { words, expect, isCredit, inReturnJournal } = draft;
	const journal = `Journal ${expect.journal}`;
	if (inReturnJournal) {
		learnCreditSign(draft, creditSign(draft, session) === -1 ? 1 : -1, session);
		return `${journal} takes credit notes with the opposite sign. Run this again: it is sent that way then.`;
	}
	return `${journal} does not take a ${words} as it was sent. Choose ${isCredit ? "a journal for credit notes (type 'return invoice')" : 'another journal'} and run this again.`;
}

/**
 * Deletes an entry that this run has booked and that came out wrong. When Exact does not do it, or nobody knows whether
 * it did, the error names the entry.
 */
export async function remove(draft: EntryDraft, row: Row, session: Session): Promise<void> {
	const { record, division } = draft;
	const target = { source: record, division, key: textOf(row[record.key]) };
	const removed = await attempt(
		async () =>
			await writeOnce(
				async () => {
					await session.remove(target);
					return true;
				},
				async () => await isGone(record, division, target.key, session),
				(lost) => leftBehind(draft, row, 'UNKNOWN_OUTCOME', lost, session),
				session,
			),
	);
	if ('value' in removed) return;
	const { error } = removed;
	if (['UNKNOWN_OUTCOME', 'CANCELLED', undefined].includes(codeOf(error))) throw error;
	leftBehind(draft, row, 'BOOKED_DIFFERENTLY', error, session);
}

function leftBehind(
	{ words, division, record }: EntryDraft,
	row: Row,
	code: 'UNKNOWN_OUTCOME' | 'BOOKED_DIFFERENTLY',
	error: unknown,
	session: Session,
): never {
	const { message, description, details } = told(error);
	const not = code === 'UNKNOWN_OUTCOME' ? 'may not have been' : 'could not be';
	return session.fail({
		code,
		message: `Exact Online did not make a ${words} of it, and it ${not} deleted (${entryWords(row)}): ${message}`,
		description: `Look at this entry in Exact Online and delete it there before you run this again. ${description}`,
		endpoint: record.path,
		division,
		more: { ...details, entryId: textOf(row[record.key]), entryNumber: textOf(row.EntryNumber) },
	});
}
