import { bookingChoices } from '../../../kit/booking/draft/bookingFields';
import { entryDate, freeEntryFields } from '../../../kit/booking/free/fields';
import { requiredIdField } from '../../../kit/entryKey';
import type { Field, Inputs } from '../../../kit/field';
import {
	amountField,
	choice,
	collection,
	jsonRows,
	rows,
	switchField,
	textField,
} from '../../../kit/fields';
import { lookUps } from '../../../kit/lookups';
import type { OutputInputs } from '../../../kit/output';
import { divisionReference, reference } from '../../../kit/reference';

/** What one row says. */
const payment = {
	invoiceId: requiredIdField(
		{
			label: 'Invoice or Entry ID',
			placeholder: 'e.g. 4f68481a-7b2a-4f2e-9c1b-5d3c0a1e8f77',
			hint: 'ID of the invoice, credit note or other entry that is paid; that of a ledger line or outstanding item works as well',
		},
		'the ID of an invoice, such as 4f68481a-7b2a-4f2e-9c1b-5d3c0a1e8f77: Invoice > Get Many returns it.',
	),
	amount: amountField(
		{
			label: 'Amount',
			hint: 'What is paid of it, positive whoever pays; 0 pays all that is open',
		},
		{ min: 0 },
	),
};

const shownFor = <T>(field: Field<T>, way: 'fields' | 'json'): Field<T> => ({
	...field,
	property: { ...field.property, displayOptions: { show: { specifyPayments: [way] } } },
});

const section = 'lines' as const;

/** What Create asks for besides the division and the output. */
export const paymentFields = {
	journal: reference(lookUps.journal, {
		hint: 'The journal of a bank account, a payment service or a cash desk',
	}),
	date: entryDate,
	specifyPayments: choice<'fields' | 'json'>(
		{ label: 'Specify Payments', section },
		[
			{ name: 'Using Fields Below', value: 'fields' },
			{ name: 'Using JSON', value: 'json' },
		],
		'fields',
	),
	payments: shownFor(
		rows({ label: 'Payments', section, row: 'Payment', add: 'Add Payment' }, payment),
		'fields',
	),
	paymentsJson: shownFor(
		jsonRows(
			{
				label: 'Payments (JSON)',
				section,
				row: 'Payment',
				hint: 'A list of what is paid: invoiceId, and amount where it is not all that is open',
				placeholder:
					'e.g. [{"invoiceId": "4f68481a-…", "amount": 121}, {"invoiceId": "7c1d9e02-…"}]',
			},
			payment,
		),
		'json',
	),
	additionalFields: collection(
		{ label: 'Additional Fields', section: 'more', add: 'Add Field' },
		{
			...freeEntryFields,
			closingBalance: amountField({
				label: 'Closing Balance',
				hint: 'As on the statement, as a check: the item stops when opening balance and lines come to something else',
			}),
			description: textField({ label: 'Description', hint: 'Text on each line of the entry' }),
			openingBalance: amountField({
				label: 'Opening Balance',
				hint: 'Without it, what the last entry of the journal closes with',
			}),
		},
	),
	options: collection(
		{ label: 'Options', section: 'options', add: 'Add Option' },
		{
			...bookingChoices('entry'),
			match: switchField({
				label: 'Match',
				hint: 'Whether to match each invoice with what it was paid with',
				on: true,
			}),
		},
	),
};

export const division = divisionReference(lookUps.division);

/** What was entered for one item: one bank or cash entry. */
export type PaymentInputs = Inputs<typeof paymentFields> & OutputInputs & { division: number };
