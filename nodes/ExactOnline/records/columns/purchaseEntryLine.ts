import { columns } from './columns';

/** Columns of `purchaseentry/PurchaseEntryLines`. */
export const purchaseEntryLineColumns = columns({
	Guid: `
		ID Asset EntryID Expense GLAccount Project Subscription TrackingNumber
	`,
	Double: `
		AmountDC AmountFC PrivateUsePercentage Quantity StatisticalNetWeight StatisticalQuantity
		StatisticalValue VATAmountDC VATAmountFC VATBaseAmountDC VATBaseAmountFC
		VATNonDeductiblePercentage VATPercentage WithholdingAmountDC
	`,
	String: `
		AssetDescription CostCenter CostCenterDescription CostUnit CostUnitDescription CustomField
		Description ExpenseDescription GLAccountCode GLAccountDescription IntraStatArea
		IntraStatCountry IntraStatDeliveryTerm IntraStatTransactionA IntraStatTransactionB
		IntraStatTransportMethod Notes ProjectDescription SerialNumber StatisticalNumber
		SubscriptionDescription TrackingNumberDescription VATCode VATCodeDescription
		WithholdingTax
	`,
	Int32: `
		Division LineNumber Type
	`,
	DateTime: `
		From To
	`,
});
