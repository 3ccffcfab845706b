import { columns } from './columns';

/** Columns of `purchaseentry/PurchaseEntries`. */
export const purchaseEntryColumns = columns({
	Guid: `
		EntryID Creator Document Modifier Supplier
	`,
	Double: `
		AmountDC AmountFC GAccountAmountFC Rate VATAmountDC VATAmountFC
	`,
	Int32: `
		BatchNumber Division DocumentNumber EntryNumber InvoiceNumber OrderNumber ProcessNumber
		Type
	`,
	DateTime: `
		Created DueDate EntryDate Modified
	`,
	String: `
		CreatorFullName Currency CustomField Description DocumentSubject ExternalLinkDescription
		ExternalLinkReference Journal JournalDescription ModifierFullName PaymentCondition
		PaymentConditionDescription PaymentConditionPaymentMethod PaymentReference
		StatusDescription SupplierName TypeDescription YourRef
	`,
	Collection: `
		PurchaseEntryLines
	`,
	Int16: `
		ReportingPeriod ReportingYear Status
	`,
	Boolean: `
		Reversal
	`,
});
