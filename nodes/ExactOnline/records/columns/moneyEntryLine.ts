import { columns } from './columns';

/** Columns of `financialtransaction/BankEntryLines` and of `CashEntryLines`, which are the same. */
export const moneyEntryLineColumns = columns({
	Guid: `
		ID Account Asset Creator Document EntryID GLAccount Modifier OffsetID Project ProjectWBS
	`,
	String: `
		AccountCode AccountName AssetCode AssetDescription CostCenter CostCenterDescription CostUnit
		CostUnitDescription CreatorFullName CustomField Description DocumentSubject GLAccountCode
		GLAccountDescription ModifierFullName Notes ProjectCode ProjectDescription
		ProjectWBSDescription VATCode VATCodeDescription VATType
	`,
	Double: 'AmountDC AmountFC AmountVATFC ExchangeRate Quantity VATPercentage',
	DateTime: 'Created Date Modified',
	Int32: 'Division DocumentNumber EntryNumber LineNumber OurRef',
});
