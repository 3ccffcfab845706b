import { documentAttachmentColumns } from './columns/documentAttachment';
import { record } from './record';
import { decimal, guid, text } from './shows';

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
