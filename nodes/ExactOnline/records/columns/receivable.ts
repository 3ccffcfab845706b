import { columns } from './columns';

/** Columns of `cashflow/Receivables` and its bulk twin. */
export const receivableColumns = columns({
	Guid: `
		ID Account AccountBankAccountID AccountContact BankAccountID Creator DirectDebitMandate Document EntryID
		GLAccount Modifier ReceivableSelector TransactionEntryID TransactionID
	`,
	String: `
		AccountBankAccountNumber AccountCode AccountContactName AccountCountry AccountName BankAccountNumber
		CashflowTransactionBatchCode CreatorFullName Currency Description DirectDebitMandateDescription
		DirectDebitMandateReference DocumentSubject EndToEndID GLAccountCode GLAccountDescription Journal
		JournalDescription ModifierFullName PaymentCondition PaymentConditionDescription PaymentInformationID
		PaymentMethod PaymentReference ReceivableSelectorFullName YourRef
	`,
	Double: `
		AmountDC AmountDiscountDC AmountDiscountFC AmountFC PaymentDiscountPercentage RateFC TransactionAmountDC
		TransactionAmountFC
	`,
	DateTime: `
		Created DiscountDueDate DueDate EndDate EntryDate InvoiceDate LastPaymentDate Modified ReceivableSelected
		TransactionDueDate
	`,
	Int16: `
		DirectDebitMandatePaymentType DirectDebitMandateType EndPeriod EndYear Status TransactionReportingPeriod
		TransactionReportingYear TransactionStatus
	`,
	Int32: `
		Division DocumentNumber EntryNumber InvoiceNumber OrderNumber PaymentDays PaymentDaysDiscount
		ReceivableBatchNumber Source TransactionType
	`,
	Byte: 'IsBatchBooking',
	Boolean: 'IsFullyPaid TransactionIsReversal',
});
