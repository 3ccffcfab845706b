import { checked, filterOf, readSinglePage } from './answer';
import type { Connection } from './connection';
import { chunks } from './odata/chunk';
import { all, any, equals, filteredFields, type Condition } from './odata/filter';
import type { FilterValue } from './odata/literal';
import type { Page } from './odata/page';
import { entityUrl } from './odata/url';
import { checkNext, checkNew, pages, unescaped, type Pages } from './pages';
import type { Source } from './source';

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

/** The rows of an entity, page by page, from its bulk twin where that takes fewer calls. */
export async function* listPages(connection: Connection, source: Source, reading: Reading): Pages {
	const { division, where, limit } = reading;
	if (limit === 0) return;
	const { mandatoryFilter } = source;
	if (mandatoryFilter && !filteredFields(where).some((field) => mandatoryFilter.includes(field))) {
		throw new TypeError(`${source.path} wants a filter on one of ${mandatoryFilter.join(', ')}`);
	}
	const path =
		source.bulk !== undefined && prefersBulk(source, where, limit) ? source.bulk : source.path;
	const url = listUrl(connection, path, filterOf(connection, source, reading), reading);
	const call = { method: 'GET', url, endpoint: path, division } as const;
	for await (const rows of pages(connection, call, limit)) {
		yield checked(connection, call, rows, { source, select: reading.select });
	}
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
	const filter = filterOf(connection, source, { division, where });
	const url = entityUrl(connection.baseUrl, division, endpoint, { select, filter });
	const call = { method: 'GET', url, endpoint, division } as const;
	return await readSinglePage(connection, call, { source, select });
}

/** One page of an entity in an order of choice; bulk twins refuse to sort. */
export async function readOnePage(
	connection: Connection,
	source: Source,
	{ division, select, where, orderBy, from, top, counted }: ReadingPage,
): Promise<Page> {
	const call = { method: 'GET', endpoint: source.path, division } as const;
	const filter = filterOf(connection, source, { division, where });
	const query = { select, filter, orderBy, top, counted };
	const url = from ?? entityUrl(connection.baseUrl, division, source.path, query);
	const page = { ...call, url };
	if (from !== undefined) checkNext(connection, page, from);
	const answer = await readSinglePage(connection, page, { source, select });
	if (answer.next !== undefined) checkNew(connection, page, answer.next, new Set([unescaped(url)]));
	return answer;
}

/** Bulk pages hold 1,000 rows; some bulk twins can be filtered by a few columns only. */
function prefersBulk(source: Source, where: Condition | undefined, limit?: number): boolean {
	if (limit !== undefined && limit <= source.pageSize) return false;
	const { bulkFilters } = source;
	if (bulkFilters === undefined) return true;
	return filteredFields(where).every((field) => bulkFilters.includes(field));
}

/** The rows whose column holds one of the values, in chunks that fit into an address, page by page. */
export async function* listByValues(
	connection: Connection,
	source: Source,
	reading: ReadingByValues,
): Pages {
	const { field, values, where } = reading;
	const whereOneOf = (group: readonly FilterValue[]) =>
		all(where, any(...group.map((value) => equals(field, value))));
	const urlOf = (group: readonly FilterValue[]) =>
		listUrl(
			connection,
			source.bulk ?? source.path,
			filterOf(connection, source, { ...reading, where: whereOneOf(group) }),
			reading,
		);
	let left = reading.limit;
	for (const group of chunks(values, urlOf)) {
		const part = { ...reading, where: whereOneOf(group), limit: left };
		for await (const rows of listPages(connection, source, part)) {
			if (left !== undefined) left -= rows.length;
			yield rows;
		}
	}
}
