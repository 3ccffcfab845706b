import type { IDataObject } from 'n8n-workflow';

import { equals } from '../../exact/odata/filter';
import type { Session } from '../../exact/session';
import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import type { RecordType } from '../../records/record';
import type { JsonSchema } from '../../records/shows';
import { writeOnce } from './recover';

/** What the deletion of an entry puts out. */
export const removedSchema: JsonSchema = {
	type: 'object',
	properties: {
		division: { type: 'integer' },
		id: { type: 'string' },
		number: { type: 'integer' },
		journal: { type: 'string' },
		deleted: { type: 'boolean' },
	},
};

/** An entry that was found, as a row with EntryID, EntryNumber, its journal and `Status`. */
interface Target {
	/** The entity that it is deleted from. */
	record: RecordType;
	division: number;
	row: Row;
	/** `Invoice` */
	noun: string;
}

/** Exact's status of an entry that can still be changed. */
const OPEN = 20;

/** Stops when an entry can no longer be changed: Exact has processed or rejected it. */
export function refuseUnlessOpen({ record, division, row, noun }: Target, session: Session): void {
	if (Number(row.Status) === OPEN) return;
	const another = noun === 'Invoice' ? 'a credit note' : 'one that reverses it';
	session.fail({
		code: 'CONFLICT',
		message: `${noun} ${textOf(row.EntryNumber)} in journal ${journalOf(row)} can not be changed: it is ${Number(row.Status) === 50 ? 'processed' : 'rejected'}`,
		description: `Only open ${noun === 'Invoice' ? 'invoices' : 'entries'} can be changed or deleted. Reopen it in Exact Online, or book ${another}.`,
		endpoint: record.path,
		division,
	});
}

/** Deletes an entry that is still open, once: when the answer gets lost, it is looked whether the entry is gone. */
export async function removeOnce(target: Target, session: Session): Promise<IDataObject> {
	const { record, division, row, noun } = target;
	refuseUnlessOpen(target, session);
	const id = textOf(row.EntryID);
	await writeOnce(
		async () => {
			await session.remove({ source: record, division, key: id });
			return true;
		},
		async () => await isGone(record, division, id, session),
		(lost) =>
			session.fail({
				code: 'UNKNOWN_OUTCOME',
				message: `${noun} ${textOf(row.EntryNumber)} may or may not have been deleted`,
				description: `It was still there a minute later. Look it up before you run this again. ${lost.message}`,
				endpoint: record.path,
				division,
			}),
		session,
	);
	const journal = journalOf(row);
	return { division, id, number: Number(row.EntryNumber), journal, deleted: true };
}

/** `true` when there is no such entry (any more). */
export async function isGone(
	record: RecordType,
	division: number,
	id: string,
	session: Session,
): Promise<true | undefined> {
	const where = equals(record.key, id);
	const { rows } = await session.first(record, { division, select: [record.key], where });
	return rows.length === 0 ? true : undefined;
}

function journalOf(row: Row): string {
	return textOf(row.Journal ?? row.JournalCode);
}
