import type { Session } from '../../exact/session';
import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import { document } from '../../records/document';
import { documentAttachment } from '../../records/documentAttachment';

/** An entry that a file is attached to, as far as the file's document has to say it. */
export interface AttachTo {
	division: number;
	/** GUID in lower case, as Exact writes it. */
	entryId: string;
	/** Exact's type of entry: 20 and 21 sales, 30 and 31 purchase, 40 bank and cash, 90 general journal, ... */
	entryType: number;
	/** Entry number, for names and messages. */
	number: string;
	/** Day of the entry, `2026-06-25`. */
	day: string;
	/** ID of the client or supplier. */
	relationId?: string;
	/** The entry's own `Document`. */
	documentId?: string;
}

/** A file that an entry has. */
export interface EntryFile {
	id: string;
	documentId: string;
	/** The number that people see; unknown for a document that does not name the entry itself. */
	documentNumber?: number;
	name: string;
	/** Bytes. */
	size: number;
	/** Where its content is, with the login; not known of a file that was attached just now. */
	url?: string;
}

/** What an entry has: IDs of its documents, with or without files, and the files. */
export interface EntryFiles {
	documents: string[];
	files: EntryFile[];
}

/**
 * The documents and files of entries, by entry ID; every entry is in the answer. Documents are those that name the
 * entry in `FinancialTransactionEntryID`, and the entry's own. Two calls for up to 40 entries; none without entries,
 * and only the first when there are no documents. Throws what the calls throw.
 */
export async function existingFiles(
	session: Session,
	division: number,
	entries: ReadonlyArray<Pick<AttachTo, 'entryId' | 'documentId'>>,
): Promise<Map<string, EntryFiles>> {
	const byEntry = new Map(
		entries.map(({ entryId, documentId }): [string, EntryFiles] => [
			entryId,
			{ documents: documentId === undefined ? [] : [documentId], files: [] },
		]),
	);
	const numbers = await addDocuments(session, division, byEntry);
	const all = [...byEntry.values()];
	const documents = [...new Set(all.flatMap((entry) => entry.documents))];
	for (const file of await filesOf(session, division, documents)) {
		const documentNumber = numbers.get(file.documentId);
		for (const entry of all) {
			if (entry.documents.includes(file.documentId)) entry.files.push({ ...file, documentNumber });
		}
	}
	return byEntry;
}

/** Adds the documents that name one of the entries, and answers their numbers by ID. */
async function addDocuments(
	session: Session,
	division: number,
	byEntry: ReadonlyMap<string, EntryFiles>,
): Promise<Map<string, number>> {
	const numbers = new Map<string, number>();
	for (const row of await documentsOf(session, division, [...byEntry.keys()])) {
		const id = textOf(row.ID);
		const documents = byEntry.get(textOf(row.FinancialTransactionEntryID))?.documents;
		if (documents?.includes(id) === false) documents.push(id);
		numbers.set(id, Number(row.HID));
	}
	return numbers;
}

/** The documents that name one of the entries, with ID, HID, Subject and FinancialTransactionEntryID. */
export async function documentsOf(
	session: Session,
	division: number,
	entryIds: readonly string[],
): Promise<Row[]> {
	const select = ['ID', 'HID', 'Subject', 'FinancialTransactionEntryID'];
	const field = 'FinancialTransactionEntryID';
	const reading = { division, select, field, values: entryIds };
	const rows: Row[] = [];
	for await (const row of session.listByValues(document, reading)) rows.push(row);
	return rows;
}

/** The files of documents. */
export async function filesOf(
	session: Session,
	division: number,
	documents: readonly string[],
): Promise<EntryFile[]> {
	const select = ['ID', 'Document', 'FileName', 'FileSize', 'Url'];
	const reading = { division, select, field: 'Document', values: documents };
	const files: EntryFile[] = [];
	for await (const row of session.listByValues(documentAttachment, reading)) {
		files.push({
			id: textOf(row.ID),
			documentId: textOf(row.Document),
			name: textOf(row.FileName),
			size: Number(row.FileSize),
			url: textOf(row.Url),
		});
	}
	return files;
}
