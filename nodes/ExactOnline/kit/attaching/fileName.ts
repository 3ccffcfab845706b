/** Longest name of a file, ending included. */
export const LONGEST_NAME = 200;

/** Endings of what bookkeepers attach, for files that come without a name or without an ending. */
const endings: Readonly<Record<string, string>> = {
	'application/pdf': '.pdf',
	'application/json': '.json',
	'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
	'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
	'application/xml': '.xml',
	'application/zip': '.zip',
	'image/jpeg': '.jpg',
	'image/png': '.png',
	'image/tiff': '.tif',
	'message/rfc822': '.eml',
	'text/csv': '.csv',
	'text/plain': '.txt',
	'text/xml': '.xml',
};

/** Characters that nobody sees, and halves of characters. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Characters that Windows takes in no file name: what is attached is saved there one day. */
const FORBIDDEN = /[\\/<>:"|?*]/g;

/** Names that mean a device to Windows, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/**
 * The name under which a file came, as Exact or a disk may keep it: without folders, invisible and forbidden
 * characters. Empty when nothing is left.
 */
export function cleanName(name: string): string {
	const [last = ''] = name.split(/[\\/]/).slice(-1);
	return tidy(last.replace(INVISIBLE, '').replace(FORBIDDEN, '_')).replace(DEVICE, '_$&');
}

/** Whether a name that somebody chose can be kept as it is (blanks around it aside). */
export function isFileName(name: string): boolean {
	const isClean = name.search(INVISIBLE) < 0 && name.search(FORBIDDEN) < 0;
	return isClean && tidy(name) !== '' && name.length <= LONGEST_NAME;
}

/** One spelling of accents, and no dots and blanks where Windows drops them. */
export function tidy(name: string): string {
	const text = name.normalize('NFC').trim();
	let end = text.length;
	while (end > 0 && /[.\s]/.test(text.charAt(end - 1))) end--;
	return text.slice(0, end);
}

/** The ending of a name in lower case, `.pdf`, or nothing. A number behind a dot is none: `Invoice 12.50`. */
export function endingOf(name: string): string | undefined {
	return /.(\.[a-z][a-z0-9]{0,7})$/i.exec(name)?.[1]?.toLowerCase();
}

/** The ending for a MIME type (`application/pdf; charset=...`), or an empty text when it is not known. */
export function endingFor(mimeType: string): string {
	const [given = ''] = mimeType.split(';');
	const type = given.trim().toLowerCase();
	// `constructor` is no type, though every object has something of this name.
	return Object.hasOwn(endings, type) ? (endings[type] ?? '') : '';
}

/** A name with this ending, cut before it where it is too long. */
export function named(stem: string, ending: string): string {
	const room = LONGEST_NAME - ending.length;
	// The cut may go through a character that takes two places.
	return tidy(`${stem.slice(0, room).replace(/\p{Cs}$/u, '')}${ending}`);
}
