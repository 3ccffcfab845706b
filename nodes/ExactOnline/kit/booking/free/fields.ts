import { dayField, textField } from '../../fields';
import { lookUps } from '../../lookups';
import { optionalReference } from '../../reference';
import { analyticFields } from '../draft/analyticFields';
import { bookingFields } from '../draft/bookingFields';

const date = dayField({ label: 'Date', section: 'subject' });

/** Not required for n8n alone: an expression may come to nothing. */
export const entryDate = { ...date, property: { ...date.property, required: true } };

/** What the additional fields of all free entries hold. */
export const freeEntryFields = {
	...bookingFields('entry', 'CustomField'),
	bookingReference: textField({
		label: 'Booking Reference',
		hint: 'A key of your own, such as an ID, by which the entry is never booked twice; kept in the notes of its first line',
	}),
	entryNumber: textField({
		label: 'Entry Number',
		hint: 'Without it, Exact gives the next number',
	}),
};

/** What the lines of all free entries may say. */
export const freeLineFields = {
	...analyticFields,
	client: optionalReference(lookUps.client, {
		hint: 'Whom the line is with; needed on an account of receivables',
	}),
	supplier: optionalReference(lookUps.supplier, {
		hint: 'Whom the line is with; needed on an account of payables',
	}),
	description: textField({ label: 'Description' }),
};
