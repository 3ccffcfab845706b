import type { Row } from '../source';

/** One page of a list, and the address of the next. */
export interface Page {
	rows: Row[];
	next?: string;
	/** Rows on all pages, where that was asked for and answered. */
	count?: number;
}

interface Envelope {
	results?: unknown;
	__next?: unknown;
	/** OData v2 writes the number as text. */
	__count?: unknown;
}

/**
 * Reads any of Exact's envelopes: `d.results` with or without `__next`, a bare array in `d` (server paging is off
 * when `$top` is at most a page), or one object in `d`. Anything else is not a page.
 */
export function readPage(body: unknown): Page | undefined {
	const d = (body as { d?: unknown } | null)?.d;
	if (Array.isArray(d)) return { rows: d as Row[] };
	if (typeof d !== 'object' || d === null) return undefined;
	const { results, __next: next, __count: count } = d as Envelope;
	if (results === undefined) return { rows: [d as Row] };
	if (!Array.isArray(results)) return undefined;
	return {
		rows: results as Row[],
		next: typeof next === 'string' ? next : undefined,
		...(count === undefined ? {} : { count: Number(count) }),
	};
}

/**
 * The rows of a collection that came along within a row (`$expand`): an array, or `results`. Nothing when Exact
 * only says where they are (`__deferred`) or gives no more than the first of them (`__next`).
 */
export function nestedRows(collection: unknown): Row[] | undefined {
	if (Array.isArray(collection)) return collection as Row[];
	const { results, __next: next } = (collection ?? {}) as { results?: unknown; __next?: unknown };
	return Array.isArray(results) && typeof next !== 'string' ? (results as Row[]) : undefined;
}

/** Whether an address belongs to the host that the token was given for. */
export function isSameHost(url: string, baseUrl: string): boolean {
	return origin(url) !== undefined && origin(url) === origin(baseUrl);
}

function origin(url: string): string | undefined {
	return URL.canParse(url) ? new URL(url).origin : undefined;
}
