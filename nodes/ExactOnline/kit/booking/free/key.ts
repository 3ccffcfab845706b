import type { FreeKey } from './draft';

/**
 * By what a free entry is known: its booking reference, or the number that was asked for. A number goes into the notes as
 * well: a journal may number by itself, and a rerun would not find the entry under the number again.
 */
export function freeKey(
	bookingReference: string | undefined,
	number: FreeKey['number'],
): FreeKey | undefined {
	const place = number && `${number.journal}/${number.year}/${number.number}`;
	const notes = bookingReference ?? place;
	if (notes === undefined) return undefined;
	return {
		notes,
		number,
		keys: [`notes ${notes.toLowerCase()}`, ...(place === undefined ? [] : [`number ${place}`])],
		words:
			bookingReference === undefined
				? `number ${number?.number} in journal ${number?.journal}, year ${number?.year}`
				: `booking reference ${bookingReference}`,
	};
}
