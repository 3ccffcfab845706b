import { documentColumns } from './columns/document';
import { documentAttachment } from './documentAttachment';
import { record } from './record';
import { day, guid, money, moment, text, whole, word } from './shows';

/** A document: what files hang on, and what an entry points at. */
export const document = record({
	noun: 'document',
	path: 'documents/Documents',
	bulk: 'bulk/Documents/Documents',
	bulkFilters: [
		'Account',
		'Category',
		'Contact',
		'Created',
		'Creator',
		'Division',
		'DocumentDate',
		'DocumentFolder',
		'FinancialTransactionEntryID',
		'HID',
		'ID',
		'Modified',
		'Opportunity',
		'Project',
		'SalesInvoiceNumber',
		'Subject',
		'Type',
	],
	key: 'ID',
	scope: 'Organization: documents',
	columns: documentColumns,
	parts: {
		attachments: { name: 'Attachments', record: documentAttachment, parent: 'Document' },
	},
	shows: {
		id: guid('ID'),
		number: whole('HID'),
		subject: text('Subject'),
		date: day('DocumentDate'),
		type: word('Type', { 10: 'salesInvoice', 20: 'purchaseInvoice', 55: 'miscellaneous' }),
		typeName: text('TypeDescription'),
		category: text('CategoryDescription'),
		relationId: guid('Account'),
		relationCode: text('AccountCode'),
		relationName: text('AccountName'),
		entryId: guid('FinancialTransactionEntryID'),
		invoiceNumber: whole('SalesInvoiceNumber'),
		currency: text('Currency'),
		amount: money('AmountFC'),
		url: text('DocumentViewUrl'),
		created: moment('Created'),
		modified: moment('Modified'),
	},
});
