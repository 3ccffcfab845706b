import { transactionLineColumns } from './columns/transactionLine';
import { record } from './record';
import {
	day,
	decimal,
	derived,
	guid,
	moment,
	money,
	percent,
	text,
	whole,
	word,
	type Shown,
} from './shows';

/** The columns of which Exact wants one in every filter on transaction lines. */
const mandatoryFilter = `
	ID Account AccountCode Asset CostCenter CostUnit Date Description Document EntryID EntryNumber FinancialPeriod
	FinancialYear GLAccount GLAccountCode InvoiceNumber Item JournalCode Modified OffsetID OrderNumber Project
	ProjectCode ShopOrder Status Subscription Type VATCode VATType YourRef`
	.trim()
	.split(/\s+/);

/** A line in the ledger, whatever it was booked with. Debit is positive; line 0 is the entry's own account. */
export const transactionLine = record({
	noun: 'transaction line',
	path: 'financialtransaction/TransactionLines',
	bulk: 'bulk/Financial/TransactionLines',
	key: 'ID',
	scope: 'Financial: accounting',
	mandatoryFilter,
	columns: transactionLineColumns,
	shows: {
		id: guid('ID'),
		entryId: guid('EntryID'),
		entryNumber: whole('EntryNumber'),
		number: whole('LineNumber'),
		type: word('Type', {
			10: 'openingBalance',
			20: 'salesEntry',
			21: 'salesCreditNote',
			30: 'purchaseEntry',
			31: 'purchaseCreditNote',
			40: 'cashFlow',
			50: 'vatReturn',
			70: 'depreciation',
			80: 'revaluation',
			82: 'exchangeRateDifference',
			83: 'paymentDifference',
			84: 'deferredRevenue',
			86: 'deferredCost',
			90: 'other',
			95: 'accruedRevenue',
			96: 'accruedCosts',
			310: 'periodClosing',
		}),
		status: word('Status', { 20: 'open', 50: 'processed' }),
		date: day('Date'),
		year: whole('FinancialYear'),
		period: whole('FinancialPeriod'),
		journal: text('JournalCode'),
		journalName: text('JournalDescription'),
		ledgerAccount: text('GLAccountCode'),
		ledgerAccountId: guid('GLAccount'),
		ledgerAccountName: text('GLAccountDescription'),
		relationId: guid('Account'),
		relationCode: text('AccountCode'),
		relationName: text('AccountName'),
		currency: text('Currency'),
		exchangeRate: decimal('ExchangeRate'),
		amount: money('AmountFC'),
		amountInDivisionCurrency: money('AmountDC'),
		debit: side(1),
		credit: side(-1),
		vatCode: text('VATCode'),
		vatPercentage: percent('VATPercentage'),
		vatAmount: money('AmountVATFC'),
		vatBase: money('AmountVATBaseFC'),
		description: text('Description'),
		reference: text('YourRef'),
		paymentReference: text('PaymentReference'),
		invoiceNumber: whole('InvoiceNumber'),
		dueDate: day('DueDate'),
		quantity: decimal('Quantity'),
		costCenter: text('CostCenter'),
		costUnit: text('CostUnit'),
		projectId: guid('Project'),
		projectCode: text('ProjectCode'),
		documentId: guid('Document'),
		created: moment('Created'),
		modified: moment('Modified'),
	},
});

/** One side of the ledger, in the currency of the division: what stands on the other is 0. */
function side(sign: 1 | -1): Shown {
	return derived(['AmountDC'], 'number', ({ AmountDC }) =>
		typeof AmountDC === 'number' ? Math.max(AmountDC * sign, 0) : null,
	);
}
