import { all, equals, type Condition } from '../../exact/odata/filter';
import type { Session } from '../../exact/session';
import { idField, journalCodeOf, missingKey, numberFields, shownFor } from '../../kit/entryKey';
import type { Inputs } from '../../kit/field';
import { choice } from '../../kit/fields';

/** The invoice that Get is asked for. */
export interface Wanted {
	where: Condition;
	/** `ID 4f68…`, `number 26700001 in journal 70`. */
	named: string;
	/** Given when the key was an ID, which no two invoices share. */
	id?: string;
}

/** How Get finds its invoice. Neither key is required: n8n would insist on both when *Get By* is an expression. */
export const keyFields = {
	getBy: choice(
		{ label: 'Get By', hint: 'What you know of the invoice', section: 'subject' },
		[
			{ name: 'ID', value: 'id', description: 'The key that Exact Online gave it' },
			{ name: 'Number', value: 'number', description: 'The entry number that people see' },
		],
		'id',
	),
	invoice: shownFor(
		idField(
			{
				label: 'Invoice ID',
				placeholder: 'e.g. 4f68481a-7b2a-4f2e-9c1b-5d3c0a1e8f77',
				hint: 'The ID of the entry, as Get Many returns it',
			},
			"the ID of an invoice, such as 4f68481a-7b2a-4f2e-9c1b-5d3c0a1e8f77. To use its number, switch 'Get By' to 'Number'.",
		),
		'id',
	),
	...numberFields,
};

/** What is to be looked for; refuses a key that is missing. */
export async function wantedOf(
	{ getBy, invoice, entryNumber, journal, year }: Inputs<typeof keyFields>,
	division: number,
	session: Session,
): Promise<Wanted> {
	if (getBy === 'id') {
		const id = invoice ?? missingKey(session, 'Invoice ID');
		return { where: equals('EntryID', id), named: `ID ${id}`, id };
	}
	const number = entryNumber ?? missingKey(session, 'Entry Number');
	const code = journal === undefined ? undefined : await journalCodeOf(journal, division, session);
	const where = all(
		equals('EntryNumber', number),
		code === undefined ? undefined : equals('Journal', code),
		year === undefined ? undefined : equals('ReportingYear', year),
	);
	const places = [code && ` in journal ${code}`, year && ` in year ${year}`];
	return { where, named: `number ${number}${places.filter(Boolean).join('')}` };
}
