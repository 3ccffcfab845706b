import type { Session } from '../../exact/session';
import { attach, existingFiles, prepareFile } from '../attaching';
import type { AttachTo, EntryFiles, PreparedFile } from '../attaching';
import { told } from '../attaching/told';
import { attempt, codeOf } from './attempt';
import { entryWords, type Booked, type OnceDraft } from './once';

/** What a run knows of the files of entries. */
export interface FilesOfRun {
	/** What entries have already, by their ID; what this run attaches is added. */
	entries: Map<string, EntryFiles>;
	/** Errors of files that may have arrived, by entry and name: they are not sent again. */
	inDoubt: Map<string, unknown>;
}

/** Looks up which files these entries have, for a chunk at once. */
export async function filesOfBooked(
	entries: readonly AttachTo[],
	division: number,
	session: Session,
): Promise<Map<string, EntryFiles>> {
	return entries.length === 0 ? new Map() : await existingFiles(session, division, entries);
}

/** The fields that errors about the file name. */
const labels = {
	file: 'Additional Fields > File (Input Data Field Name)',
	name: 'Additional Fields > File Name',
};

/** Loads and checks the file of a draft before anything is booked: a wrong file must not leave half a booking. */
export async function loadFile(
	{ file }: OnceDraft,
	session: Session,
): Promise<PreparedFile | undefined> {
	if (file === undefined) return undefined;
	return await prepareFile(session, file.source, file.name, labels);
}

/** Attaches the file to its entry, unless it has it; says that the entry is booked when that does not work. */
export async function attachFile(
	entry: Booked<OnceDraft>,
	to: AttachTo,
	file: PreparedFile,
	{ entries, inDoubt }: FilesOfRun,
	session: Session,
): Promise<void> {
	const { draft, row } = entry;
	const sending = `${to.entryId} ${file.name}`;
	const doubt = inDoubt.get(sending);
	const outcome =
		doubt === undefined
			? await attempt(() => attach(session, to, file, entries.get(to.entryId)))
			: { error: doubt };
	if ('value' in outcome) {
		entry.attachment = { ...outcome.value };
		const { documents = [], files: before = [] } = entries.get(to.entryId) ?? {};
		const { documentId, attachmentId: id, fileName: name, size } = outcome.value;
		entries.set(to.entryId, {
			documents: [...documents, documentId],
			files: [...before, { id, documentId, name, size }],
		});
		return;
	}
	const code = codeOf(outcome.error);
	if ([undefined, 'CANCELLED'].includes(code)) throw outcome.error;
	if (code === 'UNKNOWN_OUTCOME') inDoubt.set(sending, outcome.error);
	const { message, description, details } = told(outcome.error);
	const { words, division } = draft;
	const again =
		draft.same === undefined
			? 'Attach the file with Attachment > Upload; running this again would book it a second time, since it has no reference.'
			: 'Run this again: it does not book again, and attaches what is missing.';
	session.fail({
		code: 'PARTIAL',
		message: `The ${words} is booked (${entryWords(row)}), its file is not attached yet: ${message}`,
		description: `${again} ${description}`,
		division,
		more: { ...details, entryId: to.entryId, entryNumber: to.number },
	});
}
