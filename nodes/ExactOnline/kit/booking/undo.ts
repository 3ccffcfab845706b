import type { Session } from '../../exact/session';
import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import type { EntryDraft } from './entry';
import { entryWords } from './sameEntry';

/** A credit note that came out as an invoice: it is deleted while it is open, and said. */
export async function undo(draft: EntryDraft, row: Row, session: Session): Promise<never> {
	await remove(draft, row, session);
	const { words, division, record, expect } = draft;
	return session.fail({
		code: 'WRONG_KIND',
		message: `Exact Online did not make a ${words} of it, so it was deleted again (${entryWords(row)})`,
		description: `Journal ${expect.journal} does not take a ${words} as it was sent. Choose a journal for credit notes (type 'return invoice') and run this again; nothing is booked.`,
		endpoint: record.path,
		division,
	});
}

/** Deletes an entry that this run has booked. */
export async function remove(
	{ record, division }: EntryDraft,
	row: Row,
	session: Session,
): Promise<void> {
	await session.remove({ source: record, division, key: textOf(row[record.key]) });
}
