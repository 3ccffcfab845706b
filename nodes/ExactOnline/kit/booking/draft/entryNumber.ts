import type { Problem, Where } from '../problems';

/** Exact keeps numbers of entries and invoices as whole numbers of 32 bits. */
const HIGHEST_NUMBER = 2_147_483_647;

/** An entry number as it was entered; `otherwise` names the field that takes text. */
export function readNumber(
	text: string | undefined,
	otherwise: string,
	problems: Problem[],
): number | undefined {
	return readWhole(text, ['Additional Fields', 'Entry Number'], otherwise, problems);
}

/** The same of any field with the number of an entry or an invoice. */
export function readWhole(
	text: string | undefined,
	where: Where,
	otherwise: string,
	problems: Problem[],
): number | undefined {
	if (text === undefined) return undefined;
	if (/^\d{1,10}$/.test(text) && Number(text) > 0 && Number(text) <= HIGHEST_NUMBER) {
		return Number(text);
	}
	problems.push({
		code: 'PARAM_FORMAT',
		where,
		what: `is "${text}"`,
		expected: `Enter a whole number; one with letters belongs in '${otherwise}'.`,
	});
	return undefined;
}
