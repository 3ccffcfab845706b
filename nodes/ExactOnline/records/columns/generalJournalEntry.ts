import { columns } from './columns';

/** Columns of `generaljournalentry/GeneralJournalEntries`. */
export const generalJournalEntryColumns = columns({
	Guid: 'EntryID',
	String: 'Currency CustomField JournalCode JournalDescription StatusDescription TypeDescription',
	Double: 'ExchangeRate',
	Boolean: 'Reversal',
	DateTime: 'Created Modified',
	Int32: 'Division EntryNumber Type',
	Int16: 'FinancialPeriod FinancialYear Status',
	Collection: 'GeneralJournalEntryLines',
});

/** Columns of `generaljournalentry/GeneralJournalEntryLines`. */
export const generalJournalEntryLineColumns = columns({
	Guid: 'ID Account Asset Creator Document EntryID GLAccount Modifier OffsetID Project ProjectWBS',
	String: `
		AccountCode AccountName AssetCode AssetDescription CostCenter CostCenterDescription CostUnit
		CostUnitDescription CreatorFullName CustomField Description DocumentSubject GLAccountCode
		GLAccountDescription ModifierFullName Notes ProjectCode ProjectDescription ProjectWBSDescription
		VATCode VATCodeDescription VATType
	`,
	Double: `
		AmountDC AmountFC AmountVATDC AmountVATFC Quantity VATBaseAmountDC VATBaseAmountFC VATPercentage
	`,
	DateTime: 'Created Date Modified',
	Int32: 'Division DocumentNumber EntryNumber LineNumber OurRef',
});
