import { all, equals } from '../../exact/odata/filter';
import type { Session } from '../../exact/session';
import { withoutMetadata, type Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import { document } from '../../records/document';
import { documentAttachment } from '../../records/documentAttachment';
import { transactionLine } from '../../records/transactionLine';

/** Sales invoices and credit notes, which may have been made in the sales module. */
const SALES = [20, 21];

/** Columns without which no file can be fetched or told apart. */
export const neededOfFiles = ['ID', 'Document', 'FileName', 'Url'];

/** An entry, as far as its documents are concerned. */
interface Entry {
	type: number;
	number: number;
	relationId: string;
	/** Documents that its lines point at. */
	documents: string[];
}

/**
 * The files of an entry: rows of `documentAttachment` with number and subject of their document. Documents are those
 * that its lines point at, those that name the entry and, of a sales invoice without any, those of its number.
 */
export async function filesOfEntry(
	entryId: string,
	{ division, select }: { division: number; select: readonly string[] },
	session: Session,
): Promise<Row[]> {
	const entry = await entryOf(entryId, division, session);
	const documents = await documentsOf(entryId, entry, division, session);
	const reading = {
		division,
		select: [...new Set([...select, ...neededOfFiles])],
		field: 'Document',
		values: [...documents.keys()],
	};
	const files: Row[] = [];
	for await (const row of session.listByValues(documentAttachment, reading)) {
		const { HID, Subject } = documents.get(textOf(row.Document)) ?? {};
		files.push({ ...withoutMetadata(row), DocumentNumber: HID, DocumentSubject: Subject });
	}
	return files;
}

async function entryOf(entryId: string, division: number, session: Session): Promise<Entry> {
	const select = ['LineNumber', 'Type', 'EntryNumber', 'Account', 'Document'];
	const where = equals('EntryID', entryId);
	const documents = new Set<string>();
	let head: Row | undefined;
	for await (const line of session.list(transactionLine, { division, select, where })) {
		if (head === undefined || Number(line.LineNumber) < Number(head.LineNumber)) head = line;
		if (textOf(line.Document) !== '') documents.add(textOf(line.Document));
	}
	if (head === undefined) {
		return session.fail({
			code: 'NOT_FOUND',
			message: `No invoice or entry with ID ${entryId} in division ${division}`,
			description:
				'It may have been deleted, or belong to another division. Expected the ID of an invoice as Invoice > Get Many gives it, or of another entry.',
			endpoint: transactionLine.path,
			division,
		});
	}
	return {
		type: Number(head.Type),
		number: Number(head.EntryNumber),
		relationId: textOf(head.Account),
		documents: [...documents],
	};
}

/** The documents of an entry by ID; of those that only its lines know, nothing more is known. */
async function documentsOf(
	entryId: string,
	{ type, number, relationId, documents }: Entry,
	division: number,
	session: Session,
): Promise<Map<string, Row>> {
	const select = ['ID', 'HID', 'Subject'];
	const found = new Map<string, Row>(documents.map((id) => [id, {}]));
	const where = equals('FinancialTransactionEntryID', entryId);
	for await (const row of session.list(document, { division, select, where })) {
		found.set(textOf(row.ID), row);
	}
	// The document of an invoice of the sales module names that invoice, and not its entry.
	if (found.size > 0 || !SALES.includes(type) || relationId === '') return found;
	const ofInvoice = all(equals('SalesInvoiceNumber', number), equals('Account', relationId));
	for await (const row of session.list(document, { division, select, where: ofInvoice })) {
		found.set(textOf(row.ID), row);
	}
	return found;
}
