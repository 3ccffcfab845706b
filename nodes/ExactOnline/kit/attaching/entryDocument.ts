import type { Session } from '../../exact/session';
import { textOf } from '../../exact/values/text';
import { document } from '../../records/document';
import { attempt } from '../booking/attempt';
import { writeOnce } from '../booking/recover';
import { documentsOf, filesOf, type AttachTo, type EntryFiles } from './entryFiles';
import { told } from './told';

/** Exact makes a document for each of these by itself. */
export function isPurchase({ entryType }: AttachTo): boolean {
	return entryType === 30 || entryType === 31;
}

/** Exact's types of documents: sales invoice, purchase invoice, miscellaneous. */
function documentType(to: AttachTo): number {
	if (to.entryType === 20 || to.entryType === 21) return 10;
	return isPurchase(to) ? 20 : 55;
}

/**
 * Makes a document that links files to an entry, and answers its ID. Sent once: when the answer gets lost, the document
 * is looked for, and UNKNOWN_OUTCOME thrown when it does not turn up.
 */
export async function makeDocument(
	session: Session,
	to: AttachTo,
	subject: string,
	existing: EntryFiles,
): Promise<string> {
	const { division, entryId, number, day, relationId } = to;
	const body = {
		Subject: subject,
		Type: documentType(to),
		DocumentDate: day,
		FinancialTransactionEntryID: entryId,
		...(relationId === undefined ? {} : { Account: relationId }),
	};
	const create = async () => await session.create(document, division, body);
	const find = async () => {
		const rows = await documentsOf(session, division, [entryId]);
		const fresh = rows.filter(({ ID }) => !existing.documents.includes(textOf(ID)));
		return fresh.find(({ Subject }) => textOf(Subject) === subject);
	};
	const mayBeThere = (lost: Error) =>
		session.fail({
			code: 'UNKNOWN_OUTCOME',
			message: `It is not known whether Exact Online made a document for '${subject}' of entry ${number}`,
			description: `No document turned up within a minute, and the file was not sent. An empty document may stand behind the entry by now. ${told(lost).description}`,
			endpoint: document.path,
			division,
		});
	return textOf((await writeOnce(create, find, mayBeThere, session)).ID);
}

/**
 * Deletes a document that was made for a file which Exact refused, unless there are files in it. Throws PARTIAL, with
 * what was refused and why, when that does not work.
 */
export async function takeBack(
	session: Session,
	{ division, number }: AttachTo,
	documentId: string,
	refused: unknown,
): Promise<void> {
	const removed = await attempt(async () => {
		const files = await filesOf(session, division, [documentId]);
		if (files.length === 0) await session.remove({ source: document, division, key: documentId });
	});
	if ('value' in removed) return;
	const { message, description, details } = told(refused);
	session.fail({
		code: 'PARTIAL',
		message: `${message}; the document made for it could not be deleted`,
		description: `${description} Delete document ${documentId} of entry ${number} in Exact Online, if it is empty.`,
		more: { ...details, division, documentId },
	});
}
