import { amountField, collection, dayField, textField } from '../../fields';
import { lookUps } from '../../lookups';
import { optionalReference } from '../../reference';
import { bookingFields } from '../draft/bookingFields';

/** What most invoices do without. */
export const additionalFields = collection(
	{ label: 'Additional Fields', section: 'more', add: 'Add Field' },
	{
		...bookingFields('invoice', 'OrderNumber'),
		accrueFrom: dayField({
			label: 'Accrue From',
			hint: 'For all lines without dates of their own',
		}),
		accrueTo: dayField({ label: 'Accrue To', hint: 'For all lines without dates of their own' }),
		bookingReference: textField({
			label: 'Booking Reference',
			hint: "A key of your own, such as an order ID, by which the invoice is never booked twice; kept in Exact's External Link Reference",
		}),
		correctionLedgerAccount: optionalReference(lookUps.ledgerAccount, {
			label: 'Correction Ledger Account',
			hint: "Books the difference between the lines and 'Total', such as a rounding",
		}),
		correctionVatCode: optionalReference(lookUps.vatCode, { label: 'Correction VAT Code' }),
		description: textField({ label: 'Description' }),
		dueDate: dayField({
			label: 'Due Date',
			hint: 'Without it, Exact takes the payment term of the invoice or the relation',
		}),
		entryNumber: textField({
			label: 'Entry Number',
			hint: 'Without it, Exact gives the next number; for sales it is the invoice number',
		}),
		gAccountAmount: amountField(
			{
				label: 'G-Account Amount',
				hint: 'Part of the total for the blocked account (Netherlands)',
			},
			{ min: 0 },
		),
		journal: optionalReference(lookUps.journal, {
			hint: 'Needed when there are several journals for this type',
		}),
		paymentReference: textField({
			label: 'Payment Reference',
			hint: 'A Belgian structured communication (+++090/9337/55493+++) is checked',
		}),
		paymentTerm: optionalReference(lookUps.paymentTerm),
		total: amountField({
			label: 'Total',
			hint: 'Total with VAT, as a check: the item stops when the lines add up to something else',
		}),
		vatAmount: amountField({
			label: 'VAT Amount',
			hint: 'VAT of the whole invoice; only to overrule what Exact calculates',
		}),
		withholdingAmount: amountField({
			label: 'Withholding Tax Amount',
			hint: 'Sales in Spain only',
		}),
		withholdingBase: amountField({ label: 'Withholding Tax Base', hint: 'Sales in Spain only' }),
		withholdingPercentage: amountField(
			{ label: 'Withholding Tax (%)', hint: 'Sales in Spain only' },
			{ min: 0, max: 100 },
		),
	},
);
