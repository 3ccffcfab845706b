import { dayFrom, instantFrom } from '../../exact/values/input';
import { plainText, quoted, type Field } from '../field';
import { property, type Words } from './property';

/** A calendar day, `2026-06-25`; undefined when empty. */
export function dayField(words: Words): Field<string | undefined> {
	return dateTime(words, dayFrom, 'a date such as 2026-06-25');
}

/** An instant as epoch ms; undefined when empty. Without an offset the workflow's zone holds. */
export function momentField(words: Words): Field<number | undefined> {
	return dateTime(words, instantFrom, 'a date and time such as 2026-06-25T14:30');
}

function dateTime<T>(
	words: Words,
	parse: (text: string, zone: string) => T | undefined,
	expected: string,
): Field<T | undefined> {
	return {
		section: words.section ?? 'filters',
		property: property(words, { type: 'dateTime' }),
		read: (value, place) => {
			const text = plainText(value);
			if (text === '') return undefined;
			return (
				parse(text, place.zone) ??
				place.refuse('PARAM_FORMAT', `is not a date: ${quoted(value)}`, `Enter ${expected}.`)
			);
		},
	};
}
