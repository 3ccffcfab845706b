import { quoted } from '../../../kit/field';
import type { Problem, Where } from '../../../kit/booking/problems';
import { exactLanguage } from './language';

/** Two letters, as Exact wants a country; something else becomes a problem. */
export function countryOf(
	given: string | undefined,
	where: Where,
	problems: Problem[],
): string | undefined {
	if (given === undefined || /^[a-z]{2}$/i.test(given)) return given?.toUpperCase();
	const expected = 'Enter the two-letter ISO code of the country, such as BE.';
	problems.push({ code: 'PARAM_FORMAT', where, what: `is ${quoted(given)}`, expected });
	return undefined;
}

export function languageOf(
	given: string | undefined,
	country: string,
	where: Where,
	problems: Problem[],
): string | undefined {
	const code = given === undefined ? undefined : exactLanguage(given, country);
	if (given === undefined || code !== undefined) return code;
	const expected = 'Enter a two-letter ISO code such as nl, or one of Exact such as NL-BE.';
	problems.push({ code: 'PARAM_FORMAT', where, what: `is ${quoted(given)}`, expected });
	return undefined;
}

/** Digits only: Exact has a list of numbers for kinds of Peppol IDs. */
export function peppolTypeOf(
	given: string | undefined,
	where: Where,
	problems: Problem[],
): number | undefined {
	if (given === undefined || /^\d{1,5}$/.test(given)) return (given && Number(given)) || undefined;
	const expected = 'Enter the number that Exact has for this kind of Peppol ID.';
	problems.push({ code: 'PARAM_FORMAT', where, what: `is ${quoted(given)}`, expected });
	return undefined;
}
