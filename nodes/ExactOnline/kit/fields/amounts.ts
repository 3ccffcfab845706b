import { plainText, quoted, type Field } from '../field';
import { property, type Words } from './property';

interface Range {
	min?: number;
	max?: number;
}

/**
 * A number that may have decimals: an amount, a quantity, a rate; undefined when empty. Text counts when it is written
 * with a point: `1.234,56` could mean two things, and must never be booked as the wrong one.
 */
export function amountField(
	words: Words,
	{ min = -Infinity, max = Infinity }: Range = {},
): Field<number | undefined> {
	return {
		section: words.section ?? 'subject',
		property: property(words, { type: 'number', default: 0 }),
		// 0 is an amount; a field that was not added is none.
		absent: 'nothing',
		read: (value, place) => {
			const text = plainText(value);
			if (text === '') return undefined;
			if (!/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,2})?$/i.test(text)) {
				return place.refuse(
					'PARAM_FORMAT',
					`is not a number: ${quoted(value)}`,
					'Enter a number such as 1234.56: a point before the decimals, none between thousands.',
				);
			}
			const number = Number(text);
			if (number >= min && number <= max) return number;
			return place.refuse('PARAM_RANGE', `is ${text}`, `Enter a number ${rangeText(min, max)}.`);
		},
	};
}

/** A percentage from 0 to 100. */
export function percentField(words: Words): Field<number | undefined> {
	return amountField(words, { min: 0, max: 100 });
}

function rangeText(min: number, max: number): string {
	if (max === Infinity) return `of at least ${min}`;
	return min === -Infinity ? `of at most ${max}` : `from ${min} to ${max}`;
}
