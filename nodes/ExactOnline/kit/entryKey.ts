import { all, equals, type Condition } from '../exact/odata/filter';
import type { Session } from '../exact/session';
import { isGuid } from '../exact/values/guid';
import { textOf } from '../exact/values/text';
import { plainText, quoted, type Field, type Inputs } from './field';
import { choice } from './fields';
import { property, type Words } from './fields/property';
import { lookUps } from './lookups';
import { resolve } from './lookups/resolve';
import { notFound } from './referred';
import { optionalReference, type Reference } from './reference';

const INT32 = 2_147_483_647;

/** What an entry is found by: the one with an ID, or those with a number. */
export interface FoundBy {
	where: Condition;
	/** `ID 4f68…`, `number 26700001 in journal 70`. */
	named: string;
	/** Given when the key was an ID, which no two entries share. */
	id?: string;
}

/** The same field, shown while *Find By* has one of these values. */
const shownFor = <T>(field: Field<T>, ...values: string[]): Field<T> => ({
	...field,
	property: { ...field.property, displayOptions: { show: { getBy: values } } },
});

/** The number of an entry, and what tells several with the same number apart. */
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

type Noun = 'entry' | 'invoice';

/** Whether an entry is found by its ID or by its number. */
export function findBy(noun: Noun): Field<'id' | 'number'> {
	return choice<'id' | 'number'>(
		{ label: 'Find By', hint: `What you know of the ${noun}`, section: 'subject' },
		[
			{ name: 'ID', value: 'id', description: 'The key that Exact Online gave it' },
			{ name: 'Number', value: 'number', description: 'The entry number that people see' },
		],
		'id',
	);
}

const idLabels: Readonly<Record<Noun, string>> = { entry: 'Entry ID', invoice: 'Invoice ID' };

/** The ID of an entry. Not required: n8n would insist when *Find By* is an expression. */
export function entryId(noun: Noun): Field<string | undefined> {
	const field = idField(
		{
			label: idLabels[noun],
			placeholder: 'e.g. 4f68481a-7b2a-4f2e-9c1b-5d3c0a1e8f77',
			hint: 'The ID of the entry, as Get Many returns it',
		},
		`the ID of an ${noun}, such as 4f68481a-7b2a-4f2e-9c1b-5d3c0a1e8f77. To use its number, switch 'Find By' to 'Number'.`,
	);
	return shownFor(field, 'id');
}

/** What was entered to find one entry. */
export interface KeyInputs extends Inputs<typeof numberFields> {
	getBy: 'id' | 'number';
	id?: string;
}

/** The condition for what was entered; refuses a key that is missing. Entities differ in what they call journal and year. */
export async function foundBy(
	noun: Noun,
	{ getBy, id, entryNumber, journal, year }: KeyInputs,
	columns: { journal: string; year: string },
	division: number,
	session: Session,
): Promise<FoundBy> {
	if (getBy === 'id') {
		const key = id ?? missingKey(session, idLabels[noun]);
		return { where: equals('EntryID', key), named: `ID ${key}`, id: key };
	}
	const number = entryNumber ?? missingKey(session, 'Entry Number');
	const code = journal === undefined ? undefined : await journalCodeOf(journal, division, session);
	const where = all(
		equals('EntryNumber', number),
		code === undefined ? undefined : equals(columns.journal, code),
		year === undefined ? undefined : equals(columns.year, year),
	);
	const places = [code && ` in journal ${code}`, year && ` in year ${year}`];
	return { where, named: `number ${number}${places.filter(Boolean).join('')}` };
}

/** Entries know their journal by its code only. */
async function journalCodeOf(
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

function missingKey(session: Session, label: string): never {
	return session.fail({
		code: 'PARAM_REQUIRED',
		message: `'${label}' is empty`,
		description: 'Enter a value.',
	});
}

/** A GUID that may be left empty, in lower case; `expected` says what to enter, after "Expected". */
function idField(words: Words, expected: string): Field<string | undefined> {
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
