import { purchaseEntryColumns } from './columns/purchaseEntry';
import { linesOf, purchaseEntryLine } from './entryLines';
import { invoiceShows } from './invoiceEntry';
import { record } from './record';

/** A purchase invoice or credit note as it stands in the ledger. */
export const purchaseEntry = record({
	noun: 'invoice',
	path: 'purchaseentry/PurchaseEntries',
	key: 'EntryID',
	scope: 'Financial: accounting',
	columns: purchaseEntryColumns,
	parts: { lines: linesOf('PurchaseEntryLines', purchaseEntryLine) },
	shows: invoiceShows('Supplier'),
});
