import type { GenericValue } from 'n8n-workflow';

import type { Row } from '../exact/source';
import { documentAttachmentColumns } from './columns/documentAttachment';
import { record } from './record';
import { added, decimal, guid, text } from './shows';

/** A file of a document. The address of its content works with the login only. */
export const documentAttachment = record({
	noun: 'attachment',
	path: 'documents/DocumentAttachments',
	bulk: 'bulk/Documents/DocumentAttachments',
	bulkFilters: ['Document', 'ID'],
	key: 'ID',
	scope: 'Organization: documents',
	columns: documentAttachmentColumns,
	shows: {
		id: guid('ID'),
		documentId: guid('Document'),
		fileName: text('FileName'),
		size: decimal('FileSize'),
		url: text('Url'),
	},
});

/** A file of an entry; `DocumentNumber` and `DocumentSubject` are those of the document that it was found by. */
export const entryAttachment = record({
	...documentAttachment,
	shows: {
		...documentAttachment.shows,
		documentNumber: added({ type: 'integer' }, onRow('DocumentNumber')),
		documentSubject: added({ type: 'string' }, onRow('DocumentSubject')),
	},
});

function onRow(name: string): (row: Row) => GenericValue {
	return (row) => (row[name] as GenericValue) ?? null;
}
