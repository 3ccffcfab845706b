import type { Row } from '../exact/source';

/**
 * The rows that are wanted, up to a limit; no page is read that is not needed. For conditions that Exact's own filters
 * can not say.
 */
export async function* only(
	rows: AsyncIterable<Row>,
	isWanted: (row: Row) => boolean,
	limit = Infinity,
): AsyncGenerator<Row> {
	let left = limit;
	for await (const row of rows) {
		if (!isWanted(row)) continue;
		yield row;
		if (--left <= 0) return;
	}
}
