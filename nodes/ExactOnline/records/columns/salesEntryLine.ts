import { columns } from './columns';

/** Columns of `salesentry/SalesEntryLines`. */
export const salesEntryLineColumns = columns({
	Guid: `
		ID Asset EntryID GLAccount Project ProjectWBS Subscription TaxSchedule TrackingNumber
	`,
	Double: `
		AmountDC AmountFC ExtraDutyAmountFC ExtraDutyPercentage Quantity StatisticalNetWeight
		StatisticalQuantity StatisticalValue VATAmountDC VATAmountFC VATBaseAmountDC
		VATBaseAmountFC VATPercentage
	`,
	String: `
		AssetDescription CostCenter CostCenterDescription CostUnit CostUnitDescription CustomField
		Description GLAccountCode GLAccountDescription IntraStatArea IntraStatCountry
		IntraStatDeliveryTerm IntraStatTransactionA IntraStatTransactionB IntraStatTransportMethod
		Notes ProjectDescription ProjectWBSDescription SerialNumber StatisticalNumber
		SubscriptionDescription TrackingNumberDescription VATCode VATCodeDescription
	`,
	Int32: `
		Division LineNumber Type
	`,
	DateTime: `
		From To
	`,
});
