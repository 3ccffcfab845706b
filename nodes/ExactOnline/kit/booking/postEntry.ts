import type { Session } from '../../exact/session';
import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import { attempt, codeOf } from './attempt';
import { creditSign, learnCreditSign } from './creditSign';
import type { BookedEntry, EntryDraft } from './entry';
import { ledgerLines, outcomeOf } from './ledgerLines';
import { mayBeBooked } from './lost';
import { entryWords } from './once';
import { writeOnce } from './recover';
import { findBooked } from './sameEntry';
import { remove, undo } from './undo';

/** Books one entry, and makes sure that it is of the kind that was asked for, before a file is attached to it. */
export async function postEntry(draft: EntryDraft, session: Session): Promise<BookedEntry> {
	const { expect, inReturnJournal } = draft;
	const known = creditSign(draft, session);
	const row = await post(draft, known ?? 1, session);
	const booked = { draft, row, alreadyBooked: false, warnings: [...draft.warnings] };
	if (known !== undefined) return booked;
	const isRight = await isRightKind(draft, row, session);
	if (isRight === undefined) return booked;
	if (isRight) {
		if (inReturnJournal) learnCreditSign(draft, 1, session);
		return booked;
	}
	if (!inReturnJournal) return await undo(draft, row, session);
	await remove(draft, row, session);
	learnCreditSign(draft, -1, session);
	booked.warnings.push(
		`Journal ${expect.journal} takes credit notes with positive amounts: ${entryWords(row)} came out as an invoice, was deleted and booked again`,
	);
	return { ...booked, row: await post(draft, -1, session) };
}

/**
 * Whether Exact made of it what was asked for. In a return journal only the ledger tells; undefined while it is silent or
 * can not be read: it is booked all the same, and looked at again when the chunk is compared.
 */
async function isRightKind(
	draft: EntryDraft,
	row: Row,
	session: Session,
): Promise<boolean | undefined> {
	if (Number(row.Type) !== draft.expect.entryType) return false;
	if (!draft.inReturnJournal) return true;
	const entryId = textOf(row[draft.record.key]);
	const read = await attempt(() => ledgerLines([entryId], draft.division, session));
	if ('value' in read) return outcomeOf(draft, row, read.value)?.isRightKind;
	if (codeOf(read.error) === 'CANCELLED') throw read.error;
	return undefined;
}

async function post(draft: EntryDraft, sign: 1 | -1, session: Session): Promise<Row> {
	const { record, division, same } = draft;
	return await writeOnce(
		() => session.create(record, division, draft.bodyFor(sign)),
		same && (async () => (await findBooked([draft], division, session)).get(draft)),
		(lost) => mayBeBooked(draft, lost, session),
		session,
	);
}
