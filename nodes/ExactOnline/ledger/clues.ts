/** Fewer signs than this, or no digit among them, are found in any text. */
const SHORTEST_REFERENCE = 4;

/** How alike two names have to be, from 0 to 1. */
const ALIKE = 0.7;

/** What says nothing about who somebody is. */
const LEGAL_FORMS = new Set(
	'bv nv vof cv eenmanszaak holding bvba srl sprl sa sarl sas eurl gmbh ag kg ug ohg ltd limited llc inc plc and en et und the de der mevrouw dhr hr mr mw'.split(
		' ',
	),
);

/**
 * Tells which references a text names: an invoice number, or a structured communication, with or without blanks, points,
 * slashes and dashes between its signs. Part of a longer number does not count.
 */
export function textThatNames(text: string): (reference: string) => boolean {
	const plain = text.normalize('NFKC');
	const signsOfText = signsOf(plain).join('').toLowerCase();
	return (reference) => {
		const signs = signsOf(reference.normalize('NFKC'));
		if (signs.length < SHORTEST_REFERENCE || !signs.some((sign) => /\d/.test(sign))) return false;
		if (!signsOfText.includes(signs.join('').toLowerCase())) return false;
		const outside = signs.every((sign) => /\d/.test(sign)) ? '\\d' : '[\\p{L}\\p{N}]';
		const pattern = `(?<!${outside})${signs.join('[\\s./-]*')}(?!${outside})`;
		return new RegExp(pattern, 'iu').test(plain);
	};
}

/** Letters and digits. */
function signsOf(text: string): string[] {
	return [...text].filter((sign) => /[\p{L}\p{N}]/u.test(sign));
}

/** Whether two names are of the same person or company, most likely. */
export function areAlike(one: string, other: string): boolean {
	const [a, b] = [wordsOf(one), wordsOf(other)];
	const [few, many] = a.length <= b.length ? [a, b] : [b, a];
	const isLong = few.join('').length >= SHORTEST_REFERENCE;
	if (!isLong) return false;
	return few.every((word) => many.includes(word)) || alike(a.join(''), b.join('')) >= ALIKE;
}

function wordsOf(name: string): string[] {
	const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
	const words = plain.replace(/\./g, '').split(/[^\p{L}\p{N}]+/u);
	return words.filter((word) => word !== '' && !LEGAL_FORMS.has(word));
}

/** Dice's coefficient of the pairs of letters. */
function alike(one: string, other: string): number {
	const [a, b] = [pairsOf(one), pairsOf(other)];
	const left = [...b];
	const shared = a.filter((pair) => {
		const at = left.indexOf(pair);
		if (at >= 0) left.splice(at, 1);
		return at >= 0;
	});
	return a.length + b.length === 0 ? 0 : (2 * shared.length) / (a.length + b.length);
}

function pairsOf(text: string): string[] {
	const signs = [...text];
	return signs.slice(1).map((sign, at) => `${signs[at]}${sign}`);
}
