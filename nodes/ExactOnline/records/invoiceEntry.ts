import { entrySign } from './entryLines';
import { paymentMethods } from './paymentCondition';
import { day, decimal, derived, guid, money, moment, text, whole, word, type Shown } from './shows';

/**
 * How an invoice reads, the same on both sides of the books. `relation` is the side's column for whom it is with
 * (`Customer`). Amounts are those of the invoice's currency; `total` includes VAT.
 */
export function invoiceShows(relation: 'Customer' | 'Supplier'): Readonly<Record<string, Shown>> {
	return {
		id: guid('EntryID'),
		kind: word('Type', {
			20: 'customerInvoice',
			21: 'customerRefund',
			30: 'supplierInvoice',
			31: 'supplierRefund',
		}),
		number: whole('EntryNumber'),
		journal: text('Journal'),
		journalName: text('JournalDescription'),
		date: day('EntryDate'),
		dueDate: day('DueDate'),
		year: whole('ReportingYear'),
		period: whole('ReportingPeriod'),
		status: word('Status', { 5: 'rejected', 20: 'open', 50: 'processed' }),
		relationId: guid(relation),
		relationName: text(`${relation}Name`),
		currency: text('Currency'),
		exchangeRate: decimal('Rate'),
		net: derived(['VATAmountFC', ...entrySign.columns], 'number', (row, context) => {
			const { AmountFC, VATAmountFC } = row;
			if (typeof AmountFC !== 'number' || typeof VATAmountFC !== 'number') return null;
			return difference(AmountFC, VATAmountFC) * entrySign.of(row, context) + 0;
		}),
		vat: money('VATAmountFC', entrySign),
		total: money('AmountFC', entrySign),
		totalInDivisionCurrency: money('AmountDC', entrySign),
		gAccountAmount: money('GAccountAmountFC', entrySign),
		description: text('Description'),
		reference: text('YourRef'),
		paymentReference: text('PaymentReference'),
		paymentTerm: text('PaymentCondition'),
		paymentMethod: word('PaymentConditionPaymentMethod', paymentMethods),
		bookingReference: text('ExternalLinkReference'),
		documentId: guid('Document'),
		created: moment('Created'),
		modified: moment('Modified'),
	};
}

/** No currency has more decimals; what lies beyond is noise of binary fractions, as in 0.3 - 0.1. */
const DECIMALS = 1e4;

function difference(total: number, vat: number): number {
	return Math.round((total - vat) * DECIMALS) / DECIMALS;
}
