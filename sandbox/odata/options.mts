import type { Endpoint } from '../entities/entity.mjs';
import { ODataError } from './failure.mjs';
import { columnsOf } from './filter.mjs';
import { parseFilter, parseOrderBy, parseSkipToken } from './syntax.mjs';
import type { Expression, Literal, OrderItem } from './syntax.mjs';
import type { ODataSettings } from './switches.mjs';

/** The query string of a list, read but not yet judged against the columns. */
export interface Options {
	select?: string[];
	expand: string[];
	filter?: Expression;
	orderBy: OrderItem[];
	top?: number;
	skip: number;
	skipToken?: Literal[];
	inlineCount: boolean;
}

const known = [
	'$select',
	'$expand',
	'$filter',
	'$orderby',
	'$top',
	'$skip',
	'$skiptoken',
	'$inlinecount',
];

export function readOptions(query: URLSearchParams): Options {
	for (const name of query.keys()) {
		if (name.startsWith('$') && !known.includes(name)) {
			const text = `The query parameter '${name}' begins with a system-reserved '$' character but is not recognized.`;
			throw new ODataError(400, text);
		}
	}
	const filter = text(query, '$filter');
	const orderBy = text(query, '$orderby');
	const skipToken = text(query, '$skiptoken');
	return {
		select: list(query, '$select'),
		expand: list(query, '$expand') ?? [],
		filter: filter === undefined ? undefined : parseFilter(filter),
		orderBy: orderBy === undefined ? [] : parseOrderBy(orderBy),
		top: count(query, '$top'),
		skip: count(query, '$skip') ?? 0,
		skipToken: skipToken === undefined ? undefined : parseSkipToken(skipToken),
		inlineCount: inlineCount(query),
	};
}

function text(query: URLSearchParams, name: string): string | undefined {
	const value = query.get(name)?.trim();
	return value === undefined || value === '' ? undefined : value;
}

function list(query: URLSearchParams, name: string): string[] | undefined {
	return text(query, name)
		?.split(',')
		.map((item) => item.trim());
}

function count(query: URLSearchParams, name: string): number | undefined {
	const value = text(query, name);
	if (value === undefined) return undefined;
	if (/^\d+$/.test(value)) return Number(value);
	throw new ODataError(400, `Incorrect format for ${name} argument '${value}'.`);
}

function inlineCount(query: URLSearchParams): boolean {
	const value = text(query, '$inlinecount') ?? 'none';
	if (value !== 'allpages' && value !== 'none') {
		throw new ODataError(
			400,
			"Unknown $inlinecount option, only 'allpages' and 'none' are supported.",
		);
	}
	return value === 'allpages';
}

/** Refuses what Exact refuses on an endpoint, in the way that the switches say. */
export function checkOptions(endpoint: Endpoint, options: Options, settings: ODataSettings): void {
	checkSelect(endpoint, options, settings);
	checkFilter(endpoint, options, settings);
	if (!isTwin(endpoint)) return;
	// Documented for both: "no $skip". Sync has an order of its own.
	const ordered = options.orderBy.length > 0 && (endpoint.kind === 'sync' || !settings.bulkOrderby);
	if (options.skip > 0 || ordered) {
		const names = '$orderby, $inlinecount, $skip and $top';
		throw new ODataError(
			400,
			`Query options ${names} cannot be applied to the requested resource.`,
		);
	}
}

function checkSelect(endpoint: Endpoint, { select, top }: Options, settings: ODataSettings) {
	const strict = settings.selectRequired;
	const refused = isTwin(endpoint)
		? // The reference says that * is not allowed here; one client uses it with success.
			!select || (strict && select.includes('*'))
		: strict && endpoint.wide && !select && top !== 1;
	if (refused) {
		throw new ODataError(400, 'Please add a $select or a $top=1 statement to the query string.');
	}
}

/** Bulk and sync: another way to read an entity, with rules of its own. */
function isTwin({ kind }: Endpoint): boolean {
	return kind === 'bulk' || kind === 'sync';
}

function checkFilter(endpoint: Endpoint, { filter }: Options, settings: ODataSettings): void {
	const used = filter ? columnsOf(filter) : [];
	const wanted = endpoint.mandatoryFilter;
	if (
		settings.mandatoryFilter &&
		wanted.length > 0 &&
		!used.some((name) => wanted.includes(name))
	) {
		const text =
			'This endpoint has mandatory filtering applied. A GET request for this endpoint must have a $filter parameter with one of the following fields in the url: ';
		throw new ODataError(400, text + wanted.join(', '));
	}
	const closed = endpoint.closedFilter;
	if (!closed || (endpoint.kind === 'bulk' && !settings.closedFilter)) return;
	const outside = used.find((name) => !closed.includes(name) && endpoint.columns.byName.has(name));
	if (outside) {
		const text = `This endpoint supports only the following filters: ${closed.join(', ')}`;
		throw new ODataError(400, text);
	}
}
