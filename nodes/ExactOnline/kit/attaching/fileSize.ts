const MEGABYTE = 1024 * 1024;

/** Exact's limit of one POST. For a file, the bytes of the file itself count. */
const LARGEST_POST = 10 * MEGABYTE;

/**
 * Outside of the Netherlands and Belgium, a message may have 9.5 MB: base64 makes a third more of a file, and the
 * rest of the message needs a little room.
 */
const LARGEST_IN_SMALL_MESSAGE = 7.1 * MEGABYTE;

/**
 * The most bytes that a file may have on a site of Exact (`https://start.exactonline.nl`). Which site stands behind an
 * address of one's own is not known, so the smaller limit holds.
 */
export function largestFile(baseUrl: string): number {
	return /^https:\/\/start\.exactonline\.(?:nl|be)$/i.test(baseUrl)
		? LARGEST_POST
		: LARGEST_IN_SMALL_MESSAGE;
}

/** Bytes in words, rounded up: `7.2 MB`. */
export function megabytes(bytes: number): string {
	return `${Math.ceil((bytes / MEGABYTE) * 10) / 10} MB`;
}
