import type { Session } from '../exact/session';
import { isGuid } from '../exact/values/guid';
import { textOf } from '../exact/values/text';
import { plainText, quoted, type Field } from './field';
import { property, type Words } from './fields/property';
import { lookUps } from './lookups';
import { resolve } from './lookups/resolve';
import { notFound } from './referred';
import { optionalReference, type Reference } from './reference';

const INT32 = 2_147_483_647;

/** The same field, shown while *Get By* has one of these values. */
export const shownFor = <T>(field: Field<T>, ...values: string[]): Field<T> => ({
	...field,
	property: { ...field.property, displayOptions: { show: { getBy: values } } },
});

/** How an entry is named by its number. Nothing is required: n8n would insist when *Get By* is an expression. */
export const numberFields = {
	entryNumber: shownFor(
		wholeText({ label: 'Entry Number', placeholder: 'e.g. 26700001' }, INT32),
		'number',
	),
	journal: shownFor(
		optionalReference(lookUps.journal, { hint: 'Needed when several journals use the number' }),
		'number',
	),
	year: shownFor(
		wholeText(
			{
				label: 'Year',
				placeholder: 'e.g. 2026',
				hint: 'The financial year; needed when the number comes back every year',
			},
			9999,
		),
		'number',
	),
};

/** Entries know their journal by its code only. */
export async function journalCodeOf(
	reference: Reference,
	division: number,
	session: Session,
): Promise<string> {
	if ('code' in reference) return reference.code;
	const lookUp = lookUps.journal;
	const known = await resolve([{ lookUp, reference }], division, session);
	const row = known.row(lookUp, reference);
	return row === undefined
		? notFound(session, lookUp.record, reference, division)
		: textOf(row.Code);
}

/** Stops because a key is missing. */
export function missingKey(session: Session, label: string): never {
	return session.fail({
		code: 'PARAM_REQUIRED',
		message: `'${label}' is empty`,
		description: 'Enter a value.',
	});
}

/** A GUID that may be left empty, in lower case; `expected` says what to enter, after "Expected". */
export function idField(words: Words, expected: string): Field<string | undefined> {
	return {
		section: words.section ?? 'subject',
		property: property(words, {}),
		read: (value, place) => {
			// Exact's own addresses write IDs in braces.
			const text = plainText(value).replace(/^\{(.*)\}$/, '$1');
			if (text === '') return undefined;
			if (isGuid(text)) return text.toLowerCase();
			return place.refuse('ID_FORMAT', `is ${quoted(value)}`, `Expected ${expected}`);
		},
	};
}

/** The same where it has to be there. */
export function requiredIdField(words: Words, expected: string): Field<string> {
	const field = idField(words, expected);
	return {
		...field,
		property: { ...field.property, required: true },
		read: (value, place) =>
			field.read(value, place) ?? place.refuse('PARAM_REQUIRED', 'is empty', 'Enter an ID.'),
	};
}

/** A whole number from 1 to `max` that may be left empty. */
function wholeText(words: Words, max: number): Field<number | undefined> {
	return {
		section: 'subject',
		property: property(words, {}),
		read: (value, place) => {
			const text = plainText(value);
			if (text === '') return undefined;
			const number = /^\d+$/.test(text) ? Number(text) : 0;
			if (number >= 1 && number <= max) return number;
			return place.refuse(
				'PARAM_FORMAT',
				`is ${quoted(value)}`,
				`Expected a whole number from 1 to ${max}.`,
			);
		},
	};
}
