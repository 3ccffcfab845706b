import type { Finding, Where } from './finding';

/** `+++123/1234/12345+++`, or with stars; blanks and slashes are there for people. */
const FRAMED = /^(\+{3}|\*{3})(.*)\1$/s;

const BARE = /^(?:\d{12}|\d{3}\/\d{4}\/\d{5})$/;

const EXPECTED =
	'Expected a structured communication such as +++090/9337/55493+++: 10 digits, and as check the remainder of their division by 97 (97 for 0).';

/**
 * Reads a Belgian structured communication (OGM-VCS) as the 12 digits that Exact keeps in `PaymentReference`. With
 * `+++` or `***` around it, it is checked in every country; 12 digits alone are checked in Belgium (`BE`, the country
 * of the division). Every other text is free, and comes back unchanged.
 */
export function readPaymentReference(
	text: string,
	country: string,
	where: Where = [],
): { digits: string } | { text: string } | Finding {
	const trimmed = text.trim();
	const framed = FRAMED.exec(trimmed)?.[2];
	if (framed === undefined && !(country === 'BE' && BARE.test(trimmed))) return { text };
	const digits = (framed ?? trimmed).replace(/[\s/]/g, '');
	if (/^\d{12}$/.test(digits) && checkOf(digits) === digits.slice(10)) return { digits };
	return { code: 'PARAM_FORMAT', where, what: `is '${text}'`, expected: EXPECTED };
}

function checkOf(digits: string): string {
	const remainder = Number(digits.slice(0, 10)) % 97;
	return String(remainder === 0 ? 97 : remainder).padStart(2, '0');
}
