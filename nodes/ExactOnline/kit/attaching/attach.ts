import type { Session } from '../../exact/session';
import { textOf } from '../../exact/values/text';
import { documentAttachment } from '../../records/documentAttachment';
import { attempt, codeOf } from '../booking/attempt';
import { writeOnce } from '../booking/recover';
import { isPurchase, makeDocument, takeBack } from './entryDocument';
import { filesOf, type AttachTo, type EntryFile, type EntryFiles } from './entryFiles';
import type { PreparedFile } from './prepareFile';
import { told } from './told';

/** A file that an entry has now. */
export interface Attached {
	documentId: string;
	attachmentId: string;
	fileName: string;
	/** Bytes. */
	size: number;
	/** Whether it was there before: then nothing was sent. */
	alreadyAttached: boolean;
}

/** A file on its way: where to, under which name, and what was there before. */
interface Sending {
	to: AttachTo;
	documentId: string;
	fileName: string;
	content: Buffer;
	existing: EntryFiles;
}

const NOTHING: EntryFiles = { documents: [], files: [] };

/**
 * Attaches a file to an entry, unless the entry has one of the same name and size. `existing` is what `existingFiles`
 * found; leave it out for an entry that was made just now. Every call is sent once. Throws Exact's refusal as it is,
 * PARTIAL when an empty document of ours could not be taken back, and UNKNOWN_OUTCOME when an answer got lost and
 * nothing turned up within a minute.
 */
export async function attach(
	session: Session,
	to: AttachTo,
	file: PreparedFile,
	existing = NOTHING,
): Promise<Attached> {
	const same = sameFile(to, file, existing);
	if (same === undefined) return await upload(session, to, file, existing);
	const { documentId, id: attachmentId, name: fileName, size } = same;
	return { documentId, attachmentId, fileName, size, alreadyAttached: true };
}

/** The file of this name and size that an entry has already. */
export function sameFile(
	to: AttachTo,
	file: PreparedFile,
	{ files }: EntryFiles,
): EntryFile | undefined {
	const fileName = nameFor(file, to);
	return files.find(({ name, size }) => name === fileName && size === file.content.length);
}

/**
 * Attaches a file, whatever the entry has, and answers and throws as `attach` does. It goes into the document that Exact
 * made by itself (purchase entries), else into the document `into`, else into a new one.
 */
export async function upload(
	session: Session,
	to: AttachTo,
	file: PreparedFile,
	existing = NOTHING,
	into?: string,
): Promise<Attached> {
	const { content } = file;
	const fileName = nameFor(file, to);
	const given = (isPurchase(to) ? to.documentId : undefined) ?? into;
	const documentId = given ?? (await makeDocument(session, to, fileName, existing));
	const sending: Sending = { to, documentId, fileName, content, existing };
	const attachmentId = await sendFile(session, sending, given === undefined);
	return { documentId, attachmentId, fileName, size: content.length, alreadyAttached: false };
}

function nameFor({ name, ending }: PreparedFile, { number }: AttachTo): string {
	return name ?? `${number}${ending}`;
}

/** Sends a file into its document; a document that was made for it does not stay behind empty. */
async function sendFile(
	session: Session,
	sending: Sending,
	isDocumentOurs: boolean,
): Promise<string> {
	const { to, documentId } = sending;
	const sent = await attempt(async () => await sendOnce(session, sending));
	if ('value' in sent) return sent.value;
	// A file that may have arrived keeps its document; who stops the workflow gets no further call.
	const mayBeThere = ['UNKNOWN_OUTCOME', 'CANCELLED'].includes(codeOf(sent.error) ?? '');
	if (isDocumentOurs && !mayBeThere) await takeBack(session, to, documentId, sent.error);
	throw sent.error;
}

async function sendOnce(session: Session, sending: Sending): Promise<string> {
	const { to, documentId, fileName, content } = sending;
	const { division, number } = to;
	const Attachment = content.toString('base64');
	const body = { Document: documentId, FileName: fileName, Attachment };
	const create = async () => textOf((await session.create(documentAttachment, division, body)).ID);
	const find = async () => await newFile(session, sending);
	const mayBeThere = (lost: Error) =>
		session.fail({
			code: 'UNKNOWN_OUTCOME',
			message: `'${fileName}' may have been attached to entry ${number}`,
			description: `The file did not turn up within a minute, and was not sent again. ${told(lost).description}`,
			endpoint: documentAttachment.path,
			division,
			more: { documentId },
		});
	return await writeOnce(create, find, mayBeThere, session);
}

/** The ID of the file that was sent, when it stands in its document by now. */
async function newFile(
	session: Session,
	{ to, documentId, fileName, content, existing }: Sending,
): Promise<string | undefined> {
	const old = existing.files.map(({ id }) => id);
	const files = await filesOf(session, to.division, [documentId]);
	return files.find(
		({ id, name, size }) => !old.includes(id) && name === fileName && size === content.length,
	)?.id;
}
