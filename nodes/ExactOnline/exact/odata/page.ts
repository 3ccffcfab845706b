import type { Row } from '../source';
import { textOf } from '../values/text';

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
	if (isRows(d)) return { rows: d };
	if (!isRow(d)) return undefined;
	const { results, __next: next, __count: count } = d as Envelope;
	if (results === undefined) return next === undefined ? { rows: [d] } : undefined;
	// An end that can not be read would be a gap.
	const isNext = next === undefined || next === null || typeof next === 'string';
	if (!isRows(results) || !isNext || !/^\d*$/.test(textOf(count))) return undefined;
	return {
		rows: results,
		next: next ?? undefined,
		...(count === undefined ? {} : { count: Number(count) }),
	};
}

function isRow(value: unknown): value is Row {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRows(value: unknown): value is Row[] {
	return Array.isArray(value) && value.every(isRow);
}

/**
 * The rows of a collection that came along within a row (`$expand`): an array, or `results`. Nothing when Exact
 * only says where they are (`__deferred`) or gives no more than the first of them (`__next`).
 */
export function nestedRows(collection: unknown): Row[] | undefined {
	if (isRows(collection)) return collection;
	const { results, __next: next } = (collection ?? {}) as { results?: unknown; __next?: unknown };
	return isRows(results) && (next ?? undefined) === undefined ? results : undefined;
}

/** Whether an address belongs to the host that the token was given for. */
export function isSameHost(url: string, baseUrl: string): boolean {
	return origin(url) !== undefined && origin(url) === origin(baseUrl);
}

function origin(url: string): string | undefined {
	if (!URL.canParse(url)) return undefined;
	const { protocol, username, password, origin: own } = new URL(url);
	// A name in front of the host would be sent instead of the token.
	return /^https?:$/.test(protocol) && username + password === '' ? own : undefined;
}

/** Whether the address of a next page stays in the division that was asked for. */
export function isOfDivision(url: string, division: number | undefined): boolean {
	const [, found] = /\/api\/v1\/([^/]+)\//i.exec(new URL(url).pathname) ?? [];
	return division === undefined || found === `${division}`;
}
