import type { Session } from '../../exact/session';
import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import { document } from '../../records/document';
import { documentAttachment } from '../../records/documentAttachment';
import { transactionLine } from '../../records/transactionLine';
import { noEntry } from './noEntry';

/** Sales invoices and credit notes, which may have been made in the sales module. */
const SALES = [20, 21];

/** Columns without which no file can be fetched or told apart. */
export const neededOfFiles = ['ID', 'Document', 'FileName', 'Url'];

/** An entry, as far as its documents are concerned. */
interface Entry {
	type: number;
	number: number;
	relationId: string;
	/** IDs of its documents. */
	documents: Set<string>;
}

/** The files of one of the entries; fails when there is no such entry. */
export type FilesOfEntries = (entryId: string) => Row[];

/**
 * The files of entries: rows of `documentAttachment` with number and subject of their document. Documents are those that
 * the lines of an entry point at, those that name it and, of sales invoices without any, those of their number.
 */
export async function filesOfEntries(
	entryIds: readonly string[],
	{ division, select }: { division: number; select: readonly string[] },
	session: Session,
): Promise<FilesOfEntries> {
	const entries = await entriesOf([...new Set(entryIds)], division, session);
	const documents = await documentsOf(entries, division, session);
	const reading = {
		division,
		select: [...new Set([...select, ...neededOfFiles])],
		field: 'Document',
		values: [...documents.keys()],
	};
	const files: Row[] = [];
	for await (const row of session.listByValues(documentAttachment, reading)) {
		const { HID, Subject } = documents.get(keyOf(row.Document)) ?? {};
		files.push({ ...row, DocumentNumber: HID, DocumentSubject: Subject });
	}
	return (id) => {
		const { documents: own } = entries.get(id) ?? noEntry(id, division, session);
		return files.filter((row) => own.has(keyOf(row.Document)));
	};
}

async function entriesOf(
	values: readonly string[],
	division: number,
	session: Session,
): Promise<Map<string, Entry>> {
	const select = ['EntryID', 'LineNumber', 'Type', 'EntryNumber', 'Account', 'Document'];
	const lines = new Map<string, Row[]>();
	const reading = { division, select, field: 'EntryID', values };
	for await (const line of session.listByValues(transactionLine, reading)) {
		const id = keyOf(line.EntryID);
		lines.set(id, [...(lines.get(id) ?? []), line]);
	}
	return new Map([...lines].map(([id, own]) => [id, entryOf(own)]));
}

function entryOf(lines: readonly Row[]): Entry {
	const [head] = [...lines].sort((a, b) => Number(a.LineNumber) - Number(b.LineNumber));
	return {
		type: Number(head?.Type),
		number: Number(head?.EntryNumber),
		relationId: keyOf(head?.Account),
		documents: new Set(lines.map(({ Document }) => keyOf(Document)).filter(Boolean)),
	};
}

/** The documents by ID, each noted with its entry; of those that only lines know, nothing more is known. */
async function documentsOf(
	entries: ReadonlyMap<string, Entry>,
	division: number,
	session: Session,
): Promise<Map<string, Row>> {
	const found = new Map<string, Row>();
	for (const { documents } of entries.values()) for (const id of documents) found.set(id, {});
	const note = (row: Row, entry: Entry | undefined) => {
		found.set(keyOf(row.ID), row);
		entry?.documents.add(keyOf(row.ID));
	};
	const find = (field: string, values: ReadonlyArray<string | number>) => {
		const select = ['ID', 'HID', 'Subject', 'Account', field];
		return session.listByValues(document, { division, select, field, values });
	};
	const named = find('FinancialTransactionEntryID', [...entries.keys()]);
	for await (const row of named) note(row, entries.get(keyOf(row.FinancialTransactionEntryID)));
	// The document of an invoice of the sales module names that invoice, and not its entry.
	const bare = [...entries.values()].filter(
		({ type, relationId, documents }) =>
			documents.size === 0 && SALES.includes(type) && relationId !== '',
	);
	const numbers = [...new Set(bare.map(({ number }) => number))];
	for await (const row of find('SalesInvoiceNumber', numbers)) {
		const owners = bare.filter(
			({ number, relationId }) =>
				number === Number(row.SalesInvoiceNumber) && relationId === keyOf(row.Account),
		);
		for (const owner of owners) note(row, owner);
	}
	return found;
}

function keyOf(value: unknown): string {
	return textOf(value).toLowerCase();
}
