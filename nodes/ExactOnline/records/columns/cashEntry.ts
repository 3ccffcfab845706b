import { columns } from './columns';

/** Columns of `financialtransaction/CashEntries`. */
export const cashEntryColumns = columns({
	Guid: 'EntryID',
	String: 'Currency CustomField JournalCode JournalDescription StatusDescription',
	Double: 'ClosingBalanceFC OpeningBalanceFC',
	DateTime: 'Created Modified',
	Int32: 'Division EntryNumber',
	Int16: 'FinancialPeriod FinancialYear Status',
	Collection: 'CashEntryLines',
});
