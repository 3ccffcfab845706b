import { isSeveral, plainText, quoted, type Field, type Place } from '../field';
import { property, type Words } from './property';

/** A line of text; undefined when it is empty. */
export function textField(words: Words): Field<string | undefined> {
	return {
		section: words.section ?? 'subject',
		property: property(words, {}),
		read: (value, place) => entered(value, place) || undefined,
	};
}

/** A line of text that has to be there. */
export function requiredText(words: Words): Field<string> {
	return {
		section: words.section ?? 'subject',
		property: property(words, { required: true }),
		read: (value, place) =>
			entered(value, place) || place.refuse('PARAM_REQUIRED', 'is empty', 'Enter a value.'),
	};
}

/** A list or an object would be booked as its JSON. */
function entered(value: unknown, place: Place): string {
	if (!isSeveral(value)) return plainText(value);
	return place.refuse(
		'PARAM_FORMAT',
		`is ${quoted(value)}`,
		'Enter a text; an expression has to name one value.',
	);
}

/** A switch. */
export function switchField(words: Words & { hint: string; on?: boolean }): Field<boolean> {
	return {
		section: words.section ?? 'options',
		property: property(words, { type: 'boolean', default: words.on ?? false }),
		read: (value, place) => {
			const text = plainText(value);
			if (text === 'true' || text === 'false' || text === '') return text === 'true';
			return place.refuse('PARAM_FORMAT', `is ${quoted(value)}`, 'Expected true or false.');
		},
	};
}

/** A whole number from `min` to `max`. */
export function wholeNumber(
	words: Words,
	{ min, max, initial }: { min: number; max?: number; initial: number },
): Field<number> {
	const range = max === undefined ? `of at least ${min}` : `from ${min} to ${max}`;
	return {
		section: words.section ?? 'options',
		property: property(words, { type: 'number', default: initial, typeOptions: { minValue: min } }),
		read: (value, place) => {
			const number = typeof value === 'number' ? value : Number(plainText(value) || NaN);
			const fits = Number.isInteger(number) && number >= min && number <= (max ?? Infinity);
			if (fits) return number;
			return place.refuse('PARAM_RANGE', `is ${quoted(value)}`, `Enter a whole number ${range}.`);
		},
	};
}
