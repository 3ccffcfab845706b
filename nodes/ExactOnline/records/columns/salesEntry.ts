import { columns } from './columns';

/** Columns of `salesentry/SalesEntries`. */
export const salesEntryColumns = columns({
	Guid: `
		EntryID Creator Customer Document Modifier
	`,
	Double: `
		AmountDC AmountFC GAccountAmountFC Rate VATAmountDC VATAmountFC WithholdingTaxAmountDC
		WithholdingTaxBaseAmount WithholdingTaxPercentage
	`,
	Int32: `
		BatchNumber Division DocumentNumber EntryNumber InvoiceNumber OrderNumber ProcessNumber
		Type
	`,
	DateTime: `
		Created DueDate EntryDate Modified
	`,
	String: `
		CreatorFullName Currency CustomerName CustomField Description DocumentSubject
		ExternalLinkDescription ExternalLinkReference Journal JournalDescription ModifierFullName
		PaymentCondition PaymentConditionDescription PaymentConditionPaymentMethod
		PaymentReference StatusDescription TypeDescription YourRef
	`,
	Boolean: `
		IsExtraDuty Reversal
	`,
	Int16: `
		ReportingPeriod ReportingYear Status
	`,
	Collection: `
		SalesEntryLines
	`,
});
