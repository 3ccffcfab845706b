import { broken, requestPage } from './answer';
import type { Connection } from './connection';
import type { Call } from './http/call';
import { isOfDivision, isSameHost } from './odata/page';
import type { Row } from './source';

/** Rows as they arrive, a page at a time: to hand on each row by itself takes longer than to read it. */
export type Pages = AsyncGenerator<readonly Row[]>;

/** The same, row by row. */
export async function* rowsOf(pages: Pages): AsyncGenerator<Row> {
	for await (const rows of pages) for (const row of rows) yield row;
}

/** Follows `__next` word for word, to the host that the token belongs to and to no other, and never in circles. */
export async function* pages(connection: Connection, first: Call, limit = Infinity): Pages {
	const visited = new Set<string>();
	let left = limit;
	for (let url = first.url; ;) {
		visited.add(unescaped(url));
		const page = await requestPage(connection, { ...first, url });
		yield page.rows.slice(0, left);
		left -= page.rows.length;
		if (page.next === undefined || left <= 0) return;
		url = page.next;
		checkNew(connection, first, url, visited);
		checkNext(connection, first, url);
	}
}

/** Refuses a next page that was read already. */
export function checkNew(
	connection: Connection,
	call: Call,
	next: string,
	visited: ReadonlySet<string>,
): void {
	if (!visited.has(unescaped(next))) return;
	broken(connection, call, 'a page points back to an earlier one');
}

/** Refuses a next page that is not of the host and the company that were asked. */
export function checkNext(connection: Connection, call: Call, next: string): void {
	if (!isSameHost(next, connection.baseUrl)) {
		broken(connection, call, 'the next page lies on another host');
	}
	if (!isOfDivision(next, call.division)) {
		broken(connection, call, 'the next page is of another division');
	}
}

/** An address in the one spelling that all of its spellings have in common: on its way, a quote becomes %27. */
export function unescaped(url: string): string {
	try {
		return decodeURIComponent(url);
	} catch {
		return url;
	}
}
