import { termRules } from '../rules/terms.mjs';
import { bulk, ordinary } from './endpoint.mjs';
import { columns } from './column.mjs';
import type { Entity } from './entity.mjs';
import { termColumns } from './entryColumns.mjs';

/** The only properties that the bulk twin can be filtered by. */
const closedFilter = [
	...['Account', 'Document', 'EndDate', 'EndToEndID', 'EntryDate', 'EntryID', 'GLAccount', 'ID'],
	...['InvoiceDate', 'InvoiceNumber', 'Source', 'Status', 'TransactionID', 'TransactionType'],
];

/** What customers owe, one row a term. An invoice is negative as long as it is open. */
export const receivables: Entity = {
	name: 'Receivables',
	model: 'Exact.Web.Api.Models.Cashflow.Receivable',
	key: 'ID',
	title: { en: 'Receivable', nl: 'Te ontvangen bedrag' },
	deletedType: 10,
	rules: termRules,
	computed: { ...termColumns, IsFullyPaid: (row) => row['Status'] === 50 },
	columns: columns(`
	ID                                  Guid        rw
	Account                             Guid
	AccountBankAccountID                Guid
	AccountBankAccountNumber            String
	AccountCode                         String      left 18
	AccountContact                      Guid
	AccountContactName                  String
	AccountCountry                      String      right 3
	AccountName                         String
	AmountDC                            Double
	AmountDiscountDC                    Double
	AmountDiscountFC                    Double
	AmountFC                            Double
	BankAccountID                       Guid
	BankAccountNumber                   String
	CashflowTransactionBatchCode        String
	Created                             Moment
	Creator                             Guid
	CreatorFullName                     String
	Currency                            String
	Description                         String      rw
	DirectDebitMandate                  Guid
	DirectDebitMandateDescription       String
	DirectDebitMandatePaymentType       Int16
	DirectDebitMandateReference         String
	DirectDebitMandateType              Int16
	DiscountDueDate                     Day
	Division                            Int32
	Document                            Guid
	DocumentNumber                      Int32
	DocumentSubject                     String
	DueDate                             Day
	EndDate                             Day
	EndPeriod                           Int16
	EndToEndID                          String
	EndYear                             Int16
	EntryDate                           Day
	EntryID                             Guid
	EntryNumber                         Int32
	GLAccount                           Guid
	GLAccountCode                       String
	GLAccountDescription                String
	InvoiceDate                         Day
	InvoiceNumber                       Int32
	IsBatchBooking                      Byte
	IsFullyPaid                         Boolean
	Journal                             String
	JournalDescription                  String
	LastPaymentDate                     Day
	Modified                            Moment
	Modifier                            Guid
	ModifierFullName                    String
	OrderNumber                         Int32
	PaymentCondition                    String
	PaymentConditionDescription         String
	PaymentDays                         Int32
	PaymentDaysDiscount                 Int32
	PaymentDiscountPercentage           Double
	PaymentInformationID                String
	PaymentMethod                       String      rw
	PaymentReference                    String      rw
	RateFC                              Double
	ReceivableBatchNumber               Int32
	ReceivableSelected                  Moment
	ReceivableSelector                  Guid
	ReceivableSelectorFullName          String
	Source                              Int32
	Status                              Int16
	TransactionAmountDC                 Double
	TransactionAmountFC                 Double
	TransactionDueDate                  Day
	TransactionEntryID                  Guid
	TransactionID                       Guid
	TransactionIsReversal               Boolean
	TransactionReportingPeriod          Int16
	TransactionReportingYear            Int16
	TransactionStatus                   Int16
	TransactionType                     Int32
	YourRef                             String
	`),
};

export const receivableEndpoints = [
	ordinary('cashflow/Receivables', receivables, { verbs: ['GET', 'PUT'] }),
	bulk('Cashflow/Receivables', receivables, { closedFilter }),
];
