import type { Connection } from './connection';
import { nodeError, whereabouts } from './errors/trouble';
import type { Call } from './http/call';
import { request } from './http/request';
import { chunks } from './odata/chunk';
import { all, any, equals, filteredFields, filterText, type Condition } from './odata/filter';
import type { FilterValue } from './odata/literal';
import { isSameHost, readPage, type Page } from './odata/page';
import { entityUrl } from './odata/url';
import type { Row, Source } from './source';

/** What to read of an entity. Columns are always named: several endpoints refuse to answer without. */
export interface Reading {
	division: number;
	select: readonly string[];
	/** Collections that come along within each row, by name, with their columns: see `nestedRows`. */
	expand?: Readonly<Record<string, readonly string[]>>;
	where?: Condition;
	/** Most rows to answer; all of them when absent. */
	limit?: number;
}

/** A reading of the rows whose column holds one of many values. */
export interface ReadingByValues extends Reading {
	field: string;
	values: readonly FilterValue[];
}

/** One page in a given order, for a list that a person scrolls. */
export interface ReadingPage extends Reading {
	orderBy: string;
	/** Where the page before said that this one begins. */
	from?: string;
	/** Most rows; up to a page's size Exact then answers one page only. */
	top?: number;
	/** Whether the page says how many rows there are on all pages. */
	counted?: boolean;
}

/** The rows of an entity, from its bulk twin where that takes fewer calls. */
export async function* listRows(
	connection: Connection,
	source: Source,
	reading: Reading,
): AsyncGenerator<Row> {
	const { division, where, limit } = reading;
	if (limit === 0) return;
	const { mandatoryFilter } = source;
	if (mandatoryFilter && !filteredFields(where).some((field) => mandatoryFilter.includes(field))) {
		throw new TypeError(`${source.path} wants a filter on one of ${mandatoryFilter.join(', ')}`);
	}
	const path =
		source.bulk !== undefined && prefersBulk(source, where, limit) ? source.bulk : source.path;
	const url = listUrl(connection, path, filterText(where, source), reading);
	yield* pages(connection, { method: 'GET', url, endpoint: path, division }, limit);
}

/** The address of a list, collections included. */
function listUrl(
	{ baseUrl }: Connection,
	path: string,
	filter: string,
	{ division, select, expand = {}, limit: top }: Reading,
): string {
	const columns = [...select, ...nestedColumns(expand)];
	return entityUrl(baseUrl, division, path, {
		select: columns,
		filter,
		expand: Object.keys(expand),
		top,
	});
}

/** The columns of collections as `$select` wants them: `SalesEntryLines/AmountFC`. */
function nestedColumns(expand: NonNullable<Reading['expand']>): string[] {
	return Object.entries(expand).flatMap(([name, columns]) =>
		columns.map((column) => `${name}/${column}`),
	);
}

/** The first page of an entity, from its bulk twin where there is one. */
export async function readFirstPage(
	connection: Connection,
	source: Source,
	{ division, select, where }: Reading,
): Promise<Page> {
	const endpoint = source.bulk ?? source.path;
	const filter = filterText(where, source);
	const url = entityUrl(connection.baseUrl, division, endpoint, { select, filter });
	const call = { method: 'GET', url, endpoint, division } as const;
	const page = readPage((await request(connection, call)).body);
	return page ?? broken(connection, call, 'the answer is not a list');
}

/** One page of an entity in an order of choice; bulk twins refuse to sort. */
export async function readOnePage(
	connection: Connection,
	source: Source,
	{ division, select, where, orderBy, from, top, counted }: ReadingPage,
): Promise<Page> {
	const call = { method: 'GET', endpoint: source.path, division } as const;
	const filter = filterText(where, source);
	const query = { select, filter, orderBy, top, counted };
	const url = from ?? entityUrl(connection.baseUrl, division, source.path, query);
	if (!isSameHost(url, connection.baseUrl)) {
		return broken(connection, { ...call, url }, 'the next page lies on another host');
	}
	const page = readPage((await request(connection, { ...call, url })).body);
	return page ?? broken(connection, { ...call, url }, 'the answer is not a list');
}

/** Bulk pages hold 1,000 rows; some bulk twins can be filtered by a few columns only. */
function prefersBulk(source: Source, where: Condition | undefined, limit?: number): boolean {
	if (limit !== undefined && limit <= source.pageSize) return false;
	const { bulkFilters } = source;
	if (bulkFilters === undefined) return true;
	return filteredFields(where).every((field) => bulkFilters.includes(field));
}

/** The rows whose column holds one of the values, in chunks that fit into an address. */
export async function* listByValues(
	connection: Connection,
	source: Source,
	reading: ReadingByValues,
): AsyncGenerator<Row> {
	const { field, values, where } = reading;
	const whereOneOf = (group: readonly FilterValue[]) =>
		all(where, any(...group.map((value) => equals(field, value))));
	const urlOf = (group: readonly FilterValue[]) =>
		listUrl(connection, source.bulk ?? source.path, filterText(whereOneOf(group), source), reading);
	let left = reading.limit;
	for (const group of chunks(values, urlOf)) {
		const part = { ...reading, where: whereOneOf(group), limit: left };
		for await (const row of listRows(connection, source, part)) {
			if (left !== undefined) left--;
			yield row;
		}
	}
}

/** Follows `__next` word for word, to the host that the token belongs to and to no other, and never in circles. */
export async function* pages(
	connection: Connection,
	first: Call,
	limit = Infinity,
): AsyncGenerator<Row> {
	const visited = new Set<string>();
	let left = limit;
	for (let url = first.url; ;) {
		visited.add(url);
		const page = readPage((await request(connection, { ...first, url })).body);
		if (page === undefined) return broken(connection, first, 'the answer is not a list');
		for (const row of page.rows) {
			if (left-- <= 0) return;
			yield row;
		}
		if (page.next === undefined || left <= 0) return;
		url = page.next;
		if (visited.has(url)) return broken(connection, first, 'a page points back to an earlier one');
		if (!isSameHost(url, connection.baseUrl)) {
			return broken(connection, first, 'the next page lies on another host');
		}
	}
}

/** Says that an answer can not be used, and why. */
export function broken(connection: Connection, call: Call, detail: string): never {
	throw nodeError(connection.context.getNode(), {
		code: 'UNAVAILABLE',
		message: `Exact Online's answer could not be used: ${detail}${whereabouts(call)}`,
		description:
			'Nothing of it was handed on, since a list with gaps is worse than none. Try again in a while.',
		endpoint: call.endpoint,
		division: call.division,
	});
}
