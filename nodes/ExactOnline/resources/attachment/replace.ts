import type { Session } from '../../exact/session';
import {
	told,
	upload,
	type Attached,
	type AttachTo,
	type EntryFiles,
	type PreparedFile,
} from '../../kit/attaching';
import { attempt, codeOf } from '../../kit/booking/attempt';
import { documentAttachment } from '../../records/documentAttachment';

/**
 * Puts a file in the place of those that an entry has: in the same document, so that none stays behind empty. The old
 * ones are deleted when the new one is there; nothing is lost when it is refused.
 */
export async function replace(
	session: Session,
	to: AttachTo,
	file: PreparedFile,
	existing: EntryFiles,
): Promise<Attached> {
	const { files } = existing;
	const attached = await upload(session, to, file, existing, files[0]?.documentId);
	for (const { id: key, name } of files) {
		const target = { source: documentAttachment, division: to.division, key };
		const removed = await attempt(async () => await session.remove(target));
		if ('value' in removed) continue;
		const { message, description, details } = told(removed.error);
		if (codeOf(removed.error) === 'CANCELLED') throw removed.error;
		session.fail({
			code: 'PARTIAL',
			message: `'${attached.fileName}' is attached to entry ${to.number}, but '${name}' could not be deleted`,
			description: `${message}. ${description}`,
			more: { ...details, documentId: attached.documentId, attachmentId: attached.attachmentId },
		});
	}
	return attached;
}
