import { plainText, quoted, type Field } from '../field';
import { property, type Words } from './property';

/** A financial year; undefined when empty. */
export function yearField(words: Words): Field<number | undefined> {
	return {
		section: words.section ?? 'filters',
		property: property({ placeholder: 'e.g. 2026', ...words }, {}),
		read: (value, place) => {
			const text = plainText(value);
			if (text === '') return undefined;
			if (/^(19|20)\d\d$/.test(text)) return Number(text);
			return place.refuse(
				'PARAM_FORMAT',
				`is ${quoted(value)}`,
				'Enter a year with four digits, such as 2026.',
			);
		},
	};
}
