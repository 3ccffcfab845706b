import { all, equals, type Condition } from '../../exact/odata/filter';
import type { Session } from '../../exact/session';
import { isGuid } from '../../exact/values/guid';
import { textOf } from '../../exact/values/text';
import { plainText, quoted, type Field, type Inputs } from '../../kit/field';
import { choice } from '../../kit/fields';
import { property, type Words } from '../../kit/fields/property';
import { lookUps } from '../../kit/lookups';
import { resolve } from '../../kit/lookups/resolve';
import { notFound } from '../../kit/referred';
import { optionalReference, type Reference } from '../../kit/reference';

/** The invoice that Get is asked for. */
export interface Wanted {
	where: Condition;
	/** `ID 4f68…`, `number 26700001 in journal 70`. */
	named: string;
	/** Given when the key was an ID, which no two invoices share. */
	id?: string;
}

const INT32 = 2_147_483_647;

const shownFor = <T>(field: Field<T>, ...values: string[]): Field<T> => ({
	...field,
	property: { ...field.property, displayOptions: { show: { getBy: values } } },
});

/** How Get finds its invoice. Neither key is required: n8n would insist on both when *Find By* is an expression. */
export const keyFields = {
	getBy: choice(
		{ label: 'Find By', hint: 'What you know of the invoice', section: 'subject' },
		[
			{ name: 'ID', value: 'id', description: 'The key that Exact Online gave it' },
			{ name: 'Number', value: 'number', description: 'The entry number that people see' },
		],
		'id',
	),
	invoice: shownFor(invoiceId(), 'id'),
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

/** What is to be looked for; refuses a key that is missing. */
export async function wantedOf(
	{ getBy, invoice, entryNumber, journal, year }: Inputs<typeof keyFields>,
	division: number,
	session: Session,
): Promise<Wanted> {
	if (getBy === 'id') {
		const id = invoice ?? missing(session, 'Invoice ID');
		return { where: equals('EntryID', id), named: `ID ${id}`, id };
	}
	const number = entryNumber ?? missing(session, 'Entry Number');
	const code = journal === undefined ? undefined : await codeOf(journal, division, session);
	const where = all(
		equals('EntryNumber', number),
		code === undefined ? undefined : equals('Journal', code),
		year === undefined ? undefined : equals('ReportingYear', year),
	);
	const places = [code && ` in journal ${code}`, year && ` in year ${year}`];
	return { where, named: `number ${number}${places.filter(Boolean).join('')}` };
}

/** Entries know their journal by its code only. */
async function codeOf(reference: Reference, division: number, session: Session): Promise<string> {
	if ('code' in reference) return reference.code;
	const lookUp = lookUps.journal;
	const known = await resolve([{ lookUp, reference }], division, session);
	const row = known.row(lookUp, reference);
	return row === undefined
		? notFound(session, lookUp.record, reference, division)
		: textOf(row.Code);
}

function missing(session: Session, label: string): never {
	return session.fail({
		code: 'PARAM_REQUIRED',
		message: `'${label}' is empty`,
		description: 'Enter a value.',
	});
}

function invoiceId(): Field<string | undefined> {
	const words = {
		label: 'Invoice ID',
		placeholder: 'e.g. 4f68481a-7b2a-4f2e-9c1b-5d3c0a1e8f77',
		hint: 'The ID of the entry, as Get Many returns it',
	};
	return {
		section: 'subject',
		property: property(words, {}),
		read: (value, place) => {
			// Exact's own addresses write IDs in braces.
			const text = plainText(value).replace(/^\{(.*)\}$/, '$1');
			if (text === '') return undefined;
			if (isGuid(text)) return text.toLowerCase();
			return place.refuse(
				'ID_FORMAT',
				`is ${quoted(value)}`,
				"Expected the ID of an invoice, such as 4f68481a-7b2a-4f2e-9c1b-5d3c0a1e8f77. To use its number, switch 'Find By' to 'Number'.",
			);
		},
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
