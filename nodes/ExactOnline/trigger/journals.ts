import type { Session } from '../exact/session';
import { textOf } from '../exact/values/text';
import type { Field } from '../kit/field';
import { textField } from '../kit/fields';
import { lookUps } from '../kit/lookups';
import { resolve } from '../kit/lookups/resolve';
import type { State } from './state';

const field = textField({
	label: 'Journals',
	placeholder: 'e.g. 70,71',
	hint: 'Only entries of these journals: their codes, separated by commas',
	section: 'filters',
});

/** Codes of journals; none for all of them. */
export const journalsField: Field<string[]> = {
	...field,
	read: (value, place) => {
		const codes = (field.read(value, place) ?? '').split(',').map(textOf);
		return [...new Set(codes)].filter((code) => code !== '');
	},
};

/** The same as values of the column that holds the journal. */
export function ofJournals(
	column: string,
	codes: readonly string[],
): Record<string, readonly string[]> {
	return codes.length === 0 ? {} : { [column]: codes };
}

/**
 * Refuses a code that no division knows: it would look like a journal without entries. Looked up when codes or
 * divisions have changed, one call for each division; answers what is remembered of it.
 */
export async function checkJournals(
	{ divisions, journals }: { divisions: readonly number[]; journals?: unknown },
	before: State | undefined,
	session: Session,
): Promise<string | undefined> {
	const codes = Array.isArray(journals) ? journals.map(textOf) : [];
	if (codes.length === 0) return undefined;
	const checked = `${codes.join()} ${divisions.join()}`;
	if (checked === before?.journals) return checked;
	const lookUp = lookUps.journal;
	const missing = new Set(codes);
	for (const division of divisions) {
		const wanted = [...missing].map((code) => ({ lookUp, reference: { code } }));
		const known = await resolve(wanted, division, session);
		for (const code of codes) {
			if (known.row(lookUp, { code }) !== undefined) missing.delete(code);
		}
	}
	if (missing.size === 0) return checked;
	return session.fail({
		code: 'JOURNAL',
		message: `Unknown journal code in division ${divisions.join(', ')}: ${[...missing].join(', ')}`,
		description: 'Enter the codes of journals as Exact Online shows them, separated by commas.',
		endpoint: lookUp.record.path,
	});
}
