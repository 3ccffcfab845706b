/**
 * SQL Server orders a uniqueidentifier by its bytes 10-15 first, then 8-9, 6-7, 4-5 and 0-3. The first
 * three groups are stored little-endian, so inside them the text is read by byte from the right.
 * (The byte order of SqlGuid in .NET.)
 */
export function compareGuids(a: string, b: string): number {
	return leading(a) - leading(b) || compareTexts(rest(a), rest(b));
}

/** The six bytes that are compared first, as a number: they decide nearly always. */
export function leading(guid: string): number {
	return Number.parseInt(guid.slice(24), 16);
}

function rest(guid: string): string {
	const littleEndian = [16, 14, 11, 9, 6, 4, 2, 0];
	return guid.slice(19, 23) + littleEndian.map((at) => guid.slice(at, at + 2)).join('');
}

function compareTexts(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
