import { termRules } from '../rules/terms.mjs';
import { bulk, ordinary } from './endpoint.mjs';
import { columns } from './column.mjs';
import type { Entity } from './entity.mjs';
import { termColumns } from './entryColumns.mjs';

/** The only properties that the bulk twin can be filtered by. */
const closedFilter = [
	...['Account', 'AccountBankAccountID', 'AccountContact', 'BankAccountID', 'Document', 'EndDate'],
	...['EntryDate', 'EntryID', 'GLAccount', 'ID', 'InvoiceDate', 'InvoiceNumber', 'Source'],
	...['Status', 'TransactionID', 'TransactionType'],
];

/** What suppliers are owed, one row a term. An invoice is positive as long as it is open. */
export const payments: Entity = {
	name: 'Payments',
	model: 'Exact.Web.Api.Models.Cashflow.Payment',
	key: 'ID',
	title: { en: 'Payment', nl: 'Te betalen bedrag' },
	deletedType: 10,
	rules: termRules,
	computed: termColumns,
	columns: columns(`
	ID                                  Guid        rw
	Account                             Guid
	AccountBankAccountID                Guid        rw  -> BankAccounts
	AccountBankAccountNumber            String
	AccountCode                         String      left 18
	AccountContact                      Guid
	AccountContactName                  String
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
	DiscountDueDate                     Day
	Division                            Int32
	Document                            Guid
	DocumentNumber                      Int32
	DocumentSubject                     String
	DueDate                             Day
	EndDate                             Day
	EndPeriod                           Int16
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
	Journal                             String
	JournalDescription                  String
	Modified                            Moment
	Modifier                            Guid
	ModifierFullName                    String
	PaymentBatchNumber                  Int32
	PaymentCondition                    String
	PaymentConditionDescription         String
	PaymentDays                         Int32
	PaymentDaysDiscount                 Int32
	PaymentDiscountPercentage           Double
	PaymentMethod                       String      rw
	PaymentReference                    String      rw
	PaymentSelected                     Moment
	PaymentSelector                     Guid
	PaymentSelectorFullName             String
	RateFC                              Double
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

export const paymentEndpoints = [
	ordinary('cashflow/Payments', payments, { verbs: ['GET', 'PUT'] }),
	bulk('Cashflow/Payments', payments, { closedFilter }),
];
