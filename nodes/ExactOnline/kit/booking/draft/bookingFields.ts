import {
	amountField,
	choice,
	collection,
	fileField,
	jsonObject,
	switchField,
	textField,
} from '../../fields';
import { lookUps } from '../../lookups';
import { optionalReference } from '../../reference';

/** What all bookings ask for among their additional fields; `noun` is what is booked: `invoice`. */
export function bookingFields(noun: 'invoice' | 'entry', example: string) {
	return {
		additionalExactFields: jsonObject({
			label: 'Additional Exact Fields',
			hint: `Further fields of the entry by Exact's own names, such as ${example}`,
			placeholder: `e.g. {"${example}": 4711}`,
		}),
		currency: optionalReference(lookUps.currency, {
			hint: 'Without it, the currency of the journal',
		}),
		exchangeRate: amountField(
			{
				label: 'Exchange Rate',
				hint: `One unit of the ${noun}'s currency in the company's currency; without it, Exact's own rate`,
			},
			{ min: 0 },
		),
		file: fileField({
			label: 'File (Input Data Field Name)',
			hint: 'Name of the binary field of the item that holds the file to attach',
			placeholder: 'e.g. data',
		}),
		fileName: textField({ label: 'File Name', hint: 'Without it, the name that the file has' }),
		period: textField({
			label: 'Book in Period',
			placeholder: 'e.g. 03/2026',
			hint: `Month and year; without it, the period of the ${noun} date`,
		}),
	};
}

/** *Options* of all bookings. */
export function bookingOptions(noun: 'invoice' | 'entry') {
	return collection(
		{ label: 'Options', section: 'options', add: 'Add Option' },
		bookingChoices(noun),
	);
}

/** The same one by one, for bookings that have more of them. */
export function bookingChoices(noun: 'invoice' | 'entry') {
	return {
		ifAlreadyBooked: choice<'return' | 'fail'>(
			{
				label: 'If Already Booked',
				hint: `What to do when an ${noun} with the same key is there; another date or total is always an error`,
			},
			[
				{ name: 'Return Existing', value: 'return' },
				{ name: 'Stop With an Error', value: 'fail' },
			],
			'return',
		),
		preview: switchField({
			label: 'Preview',
			hint: 'Whether to check everything and return what would be sent, without booking it',
		}),
	};
}
