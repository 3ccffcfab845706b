import type { Row } from '../entities/entity.mjs';
import type { View } from './field.mjs';
import { compileFilter } from './filter.mjs';
import type { Options } from './options.mjs';
import { orderOf } from './order.mjs';

export interface Page {
	rows: Row[];
	/** Rows that the filter lets through, whatever page; only when it was asked for. */
	count?: number;
	/** Where the next page begins; undefined on the last one. */
	skipToken?: string;
	/** `$top` that remains after this page. */
	remaining?: number;
}

/** A `$top` of at most a page switches paging off: nothing follows, and the list has no envelope. */
export function isOnePage(view: View, { top }: Options): boolean {
	return top !== undefined && top <= pageSizeOf(view);
}

function pageSizeOf({ endpoint, settings }: View): number {
	return Math.min(endpoint.pageSize, settings.largestPage);
}

/** Cuts one page out of the rows. */
export function pageOf(view: View, options: Options, source: readonly Row[]): Page {
	const pageSize = pageSizeOf(view);
	const { top, filter, skipToken } = options;
	const test = filter ? compileFilter(view, filter) : () => true;
	const order = orderOf(view, options.orderBy, source);
	const size = Math.min(top ?? Infinity, pageSize);
	const start = skipToken ? order.after(skipToken) : 0;
	// One row more than the page tells whether another page follows.
	const found = take(order.sorted, start, test, options.skip, size + 1);
	const rows = found.slice(0, size);
	const more = found.length > size && !isOnePage(view, options);
	const last = more ? rows.at(-1) : undefined;
	return {
		rows,
		count: options.inlineCount ? source.filter(test).length : undefined,
		skipToken: last && order.tokenOf(last),
		remaining: top && top - pageSize,
	};
}

function take(
	sorted: readonly Row[],
	start: number,
	test: (row: Row) => boolean,
	skip: number,
	limit: number,
): Row[] {
	const found: Row[] = [];
	let toSkip = skip;
	for (let index = start; index < sorted.length && found.length < limit; index++) {
		const row = sorted[index];
		if (!row || !test(row)) continue;
		if (toSkip > 0) toSkip -= 1;
		else found.push(row);
	}
	return found;
}

/** The absolute address of the next page, its parameters in the order that the service writes them. */
export function nextLink(base: string, rawUrl: string, query: URLSearchParams, page: Page): string {
	const [path = ''] = rawUrl.split('?');
	const parts: string[] = [];
	for (const name of ['$filter', '$expand', '$orderby', '$inlinecount', '$select']) {
		const value = query.get(name);
		if (value) parts.push(`${name}=${escaped(value)}`);
	}
	if (page.remaining !== undefined) parts.push(`$top=${page.remaining}`);
	parts.push(`$skiptoken=${escaped(page.skipToken ?? '')}`);
	return `${base}${path}?${parts.join('&')}`;
}

/** Spaces and colons are escaped; commas, quotes and brackets are not. */
function escaped(value: string): string {
	return encodeURIComponent(value).replaceAll('%2C', ',');
}
