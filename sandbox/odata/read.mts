import type { Row, Value } from '../entities/entity.mjs';
import type { ApiReply, ApiRequest } from '../seam.mjs';
import { ODataError, notFound } from './failure.mjs';
import { field } from './field.mjs';
import type { View } from './field.mjs';
import { checkOptions, readOptions } from './options.mjs';
import { isOnePage, nextLink, pageOf } from './page.mjs';
import { keyValue } from './path.mjs';
import type { ServicePath } from './path.mjs';
import { checkAccept, listReply, recordReply } from './reply.mjs';
import { childView, shape } from './shape.mjs';

type Answer = Omit<ApiReply, 'endpoint'>;

/** Answers a GET: a list, one record by its key, or a collection below a record. */
export function read(request: ApiRequest, view: View, path: ServicePath): Answer {
	if (path.key === undefined) return list(request, view, path.count, rowsOf(request, view));
	const row = recordAt(view, path.key);
	if (path.collection !== undefined) return below(request, view, path, row);
	checkAccept(request);
	const options = readOptions(request.query);
	return recordReply(request, shape(view, options.select, options.expand)(row));
}

function rowsOf(request: ApiRequest, { endpoint, scope }: View): readonly Row[] {
	if (endpoint.call) return endpoint.call(request.query, scope);
	return endpoint.entity.rows?.(scope) ?? scope.company.table(endpoint.entity.name).rows();
}

/** The row with the key; 404 without one, which Exact counts as an error of the client. */
export function recordAt(view: View, keyText: string): Row {
	const { endpoint, scope } = view;
	const { key } = endpoint.entity;
	const value: Value = keyValue(keyText, field(view, key, 0).type);
	const row = endpoint.entity.rows
		? endpoint.entity.rows(scope).find((candidate) => candidate[key] === value)
		: scope.company.table(endpoint.entity.name).get(String(value));
	if (!row) throw notFound(endpoint.entity.name);
	return row;
}

function below(request: ApiRequest, view: View, path: ServicePath, parent: Row): Answer {
	const collection = view.endpoint.columns.collections.get(path.collection ?? '');
	if (!collection) throw notFound(path.collection ?? '');
	const child = childView(view, collection.path);
	const rows = child.scope.company.table(child.endpoint.entity.name).rows();
	const key = parent[view.endpoint.entity.key];
	const own = rows.filter((row) => row[collection.by] === key);
	return list(request, child, path.count, own);
}

function list(request: ApiRequest, view: View, count: boolean, source: readonly Row[]): Answer {
	const { endpoint, settings } = view;
	const options = readOptions(request.query);
	if (count) return countReply(request, view, source);
	checkAccept(request);
	checkOptions(endpoint, options, settings);
	const write = shape(view, options.select, options.expand);
	const page = pageOf(view, options, source);
	return listReply(request, {
		records: page.rows.map(write),
		bare: isOnePage(view, options) && !options.inlineCount && !endpoint.alwaysResults,
		count: page.count,
		next: page.skipToken && nextLink(request.base, request.rawUrl, request.query, page),
	});
}

/** `…/$count` answers with a bare number as text, and only to who does not insist on JSON. */
function countReply(request: ApiRequest, view: View, source: readonly Row[]): Answer {
	const accept = request.headers['accept'] ?? '';
	if (accept !== '' && !/text\/plain|\*\/\*/i.test(accept)) {
		throw new ODataError(415, 'Unsupported media type requested.');
	}
	const options = readOptions(request.query);
	checkOptions(
		view.endpoint,
		{ ...options, select: ['*'] },
		{ ...view.settings, selectRequired: false },
	);
	const { count } = pageOf(view, { ...options, top: 0, inlineCount: true }, source);
	return { status: 200, body: String(count), contentType: 'text/plain;charset=utf-8' };
}
