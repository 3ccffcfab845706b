import { columns } from './columns';

/** Columns of `read/financial/PayablesList`. */
export const payablesListColumns = columns({
	Int64: 'HID',
	Guid: 'AccountId Id',
	String: `
		AccountCode AccountName CurrencyCode Description JournalCode JournalDescription YourRef
	`,
	Double: 'Amount AmountInTransit',
	DateTime: 'DueDate InvoiceDate',
	Int16: 'ApprovalStatus',
	Int32: 'EntryNumber InvoiceNumber',
});
