import { columns } from './columns';

/** Columns of `cashflow/Payments` and its bulk twin. */
export const payableColumns = columns({
	Guid: `
		ID Account AccountBankAccountID AccountContact BankAccountID Creator Document EntryID GLAccount Modifier
		PaymentSelector TransactionEntryID TransactionID
	`,
	String: `
		AccountBankAccountNumber AccountCode AccountContactName AccountName BankAccountNumber
		CashflowTransactionBatchCode CreatorFullName Currency Description DocumentSubject GLAccountCode
		GLAccountDescription Journal JournalDescription ModifierFullName PaymentCondition
		PaymentConditionDescription PaymentMethod PaymentReference PaymentSelectorFullName YourRef
	`,
	Double: `
		AmountDC AmountDiscountDC AmountDiscountFC AmountFC PaymentDiscountPercentage RateFC TransactionAmountDC
		TransactionAmountFC
	`,
	DateTime: `
		Created DiscountDueDate DueDate EndDate EntryDate InvoiceDate Modified PaymentSelected TransactionDueDate
	`,
	Int32: `
		Division DocumentNumber EntryNumber InvoiceNumber PaymentBatchNumber PaymentDays PaymentDaysDiscount
		Source TransactionType
	`,
	Int16: `
		EndPeriod EndYear Status TransactionReportingPeriod TransactionReportingYear TransactionStatus
	`,
	Byte: 'IsBatchBooking',
	Boolean: 'TransactionIsReversal',
});
