import { bookingOptions } from '../../../kit/booking/draft/bookingFields';
import { lineForms } from '../../../kit/booking/draft/lineForms';
import { entryDate, freeEntryFields, freeLineFields } from '../../../kit/booking/free/fields';
import type { GeneralLineInput } from '../../../kit/booking/general/lines';
import type { Inputs } from '../../../kit/field';
import { amountField, collection, dayField, textField } from '../../../kit/fields';
import { lookUps } from '../../../kit/lookups';
import { optionalReference, reference } from '../../../kit/reference';
import type { OutputInputs } from '../../../kit/output';

/** What Journal Entry: Create asks for besides division and output. */
export const fields = {
	journal: reference(lookUps.journal, {
		hint: 'Its type decides what is booked: a general, sales, purchase, bank or cash entry',
	}),
	date: entryDate,
	...lineForms(
		{
			ledgerAccount: reference(lookUps.ledgerAccount, { section: 'lines' }),
			debit: amountField({
				label: 'Debit',
				hint: 'Without VAT, which the VAT code adds',
				section: 'lines',
			}),
			credit: amountField({
				label: 'Credit',
				hint: 'Without VAT, which the VAT code adds',
				section: 'lines',
			}),
		},
		{
			...freeLineFields,
			employee: optionalReference(lookUps.employee, {
				hint: 'Whom the line is with; the relation that Exact has for the employee is booked',
			}),
			vatCode: optionalReference(lookUps.vatCode, {
				hint: 'Of a line of costs or revenue; Exact books the VAT itself, so lines of VAT are left out',
			}),
			vatAmount: amountField({
				label: 'VAT Amount',
				hint: 'Only to overrule the VAT that Exact calculates; positive',
			}),
		},
		{
			hint: 'A list of lines: ledgerAccount and debit or credit, and any of client, supplier, employee, vatCode, vatAmount, description, costCenter, costUnit, project, distribution',
			placeholder:
				'e.g. [{"ledgerAccount": "1300", "debit": 121, "client": "1022"}, {"ledgerAccount": "8000", "credit": 100, "vatCode": "4"}]',
		},
	),
	additionalFields: collection(
		{ label: 'Additional Fields', section: 'more', add: 'Add Field' },
		{
			...freeEntryFields,
			bookingReference: textField({
				label: 'Booking Reference',
				hint: 'A key of your own, such as an ID, by which the entry is never booked twice; kept in the notes of its first line, of an invoice in its External Link Reference',
			}),
			dueDate: dayField({
				label: 'Due Date',
				hint: 'Of invoices; without it, Exact takes the payment term of the relation',
			}),
			reference: textField({
				label: 'Your Reference',
				hint: "Of invoices: the supplier's invoice number, by which a purchase is booked once, or the client's reference",
			}),
		},
	),
	options: bookingOptions('entry'),
};

/** A journal entry as it was entered, its lines from the form or from JSON. */
export type EntryInputs = Omit<Inputs<typeof fields>, 'lines' | 'linesJson' | 'specifyLines'> &
	OutputInputs & { division: number; lines: GeneralLineInput[] };
