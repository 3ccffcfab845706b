import { salesEntryColumns } from './columns/salesEntry';
import { linesOf, salesEntryLine } from './entryLines';
import { invoiceShows } from './invoiceEntry';
import { record } from './record';

/** A sales invoice or credit note as it stands in the ledger. */
export const salesEntry = record({
	noun: 'invoice',
	path: 'salesentry/SalesEntries',
	key: 'EntryID',
	scope: 'Financial: accounting',
	columns: salesEntryColumns,
	parts: { lines: linesOf('SalesEntryLines', salesEntryLine) },
	shows: invoiceShows('Customer'),
});
