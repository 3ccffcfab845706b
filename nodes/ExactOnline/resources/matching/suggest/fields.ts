import { choice, amountField, collection, dayField, textField } from '../../../kit/fields';
import { matchFields } from '../fields';

const bankLine = collection(
	{
		label: 'Bank Line',
		section: 'more',
		add: 'Add Field',
		hint: 'What the bank says of the payment',
	},
	{
		amount: amountField({
			label: 'Amount',
			hint: 'In the currency of the division; money that comes in is positive, what goes out negative',
		}),
		date: dayField({ label: 'Date', hint: 'The day of the payment' }),
		description: textField({ label: 'Description', hint: 'What the payer wrote' }),
		iban: textField({
			label: 'IBAN',
			placeholder: 'e.g. NL91ABNA0417164300',
			hint: 'The bank account of the other side',
		}),
		name: textField({ label: 'Name', hint: 'The name of the other side' }),
		reference: textField({
			label: 'Reference',
			placeholder: 'e.g. +++090/9337/55493+++',
			hint: 'A structured communication, or another reference of the payment',
		}),
	},
);

/** What Suggest asks for besides the division. */
export const fields = {
	side: matchFields.side,
	client: matchFields.client,
	supplier: matchFields.supplier,
	suggestFor: choice<'unmatchedPayments' | 'bankLine'>(
		{ label: 'Find Invoices For', hint: 'What was paid', section: 'subject' },
		[
			{
				name: 'Bank Line',
				value: 'bankLine',
				description: 'A line of a bank statement that is not booked yet',
			},
			{
				name: 'Unmatched Payments',
				value: 'unmatchedPayments',
				description: 'Payments that are booked on the receivable or payable account',
			},
		],
		'unmatchedPayments',
	),
	bankLine: {
		...bankLine,
		property: { ...bankLine.property, displayOptions: { show: { suggestFor: ['bankLine'] } } },
	},
};
