import { dayFrom } from '../../../exact/values/input';
import { plainText, quoted, type Field } from '../../../kit/field';
import { property, type Words } from '../../../kit/fields/property';
import { lastDayOfMonth } from '../../../ledger/entries';

/** A month or a day that a range begins or ends with. */
export interface Bound {
	/** As it is said in messages: `2026-06`, `2026-06-25`. */
	entered: string;
	isMonth: boolean;
	/** First and last day of it. */
	start: string;
	end: string;
}

/** A month (`2026-06` or `202606`) or a day; undefined when empty. */
export function boundField(words: Words): Field<Bound | undefined> {
	return {
		section: words.section ?? 'subject',
		property: property({ placeholder: 'e.g. 2026-06', ...words }, {}),
		read: (value, place) => {
			const text = plainText(value);
			if (text === '') return undefined;
			const [, year, month] = /^(\d{4})-?(0[1-9]|1[0-2])$/.exec(text) ?? [];
			if (year !== undefined && month !== undefined) {
				const start = `${year}-${month}-01`;
				return { entered: `${year}-${month}`, isMonth: true, start, end: lastDayOfMonth(start) };
			}
			const day = dayFrom(text, place.zone);
			if (day !== undefined) return { entered: day, isMonth: false, start: day, end: day };
			return place.refuse(
				'PARAM_FORMAT',
				`is ${quoted(value)}`,
				'Enter a month such as 2026-06, or a day such as 2026-06-25.',
			);
		},
	};
}

/** The same where it has to be there. */
export function requiredBound(words: Words): Field<Bound> {
	const field = boundField(words);
	return {
		...field,
		property: { ...field.property, required: true },
		read: (value, place) =>
			field.read(value, place) ??
			place.refuse('PARAM_REQUIRED', 'is empty', 'Enter a month such as 2026-06, or a day.'),
	};
}
