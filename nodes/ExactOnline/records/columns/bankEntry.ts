import { columns } from './columns';

/** Columns of `financialtransaction/BankEntries`. */
export const bankEntryColumns = columns({
	Guid: 'EntryID BankStatementDocument',
	String: `
		BankStatementDocumentSubject Currency CustomField JournalCode JournalDescription StatusDescription
	`,
	Double: 'ClosingBalanceFC OpeningBalanceFC',
	DateTime: 'Created Modified',
	Int32: 'BankStatementDocumentNumber Division EntryNumber',
	Int16: 'FinancialPeriod FinancialYear Status',
	Collection: 'BankEntryLines',
});
