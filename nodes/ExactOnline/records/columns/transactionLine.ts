import { columns } from './columns';

/** Columns of `financialtransaction/TransactionLines` and its bulk twin. */
export const transactionLineColumns = columns({
	Guid: `
		ID Account Asset Creator Document EntryID GLAccount Item Modifier OffsetID Project
		ProjectWBS ShopOrder Subscription
	`,
	String: `
		AccountCode AccountName AssetCode AssetDescription CostCenter CostCenterDescription
		CostUnit CostUnitDescription CreatorFullName Currency CustomField Description
		DocumentSubject ExternalLinkDescription ExternalLinkReference GLAccountCode
		GLAccountDescription ItemCode ItemDescription JournalCode JournalDescription
		ModifierFullName Notes PaymentReference ProjectCode ProjectDescription
		ProjectWBSDescription SerialNumber SubscriptionDescription TrackingNumber
		TrackingNumberDescription VATCode VATCodeDescription VATType YourRef
	`,
	Double: `
		AmountDC AmountFC AmountVATBaseFC AmountVATFC ExchangeRate ExtraDutyAmountFC
		ExtraDutyPercentage PaymentDiscountAmount Quantity VATPercentage
	`,
	DateTime: `
		Created Date DueDate Modified
	`,
	Int32: `
		Division DocumentNumber EntryNumber InvoiceNumber LineNumber OrderNumber Type
	`,
	Int16: `
		FinancialPeriod FinancialYear LineType Status
	`,
});
