import type { Collection, Column } from '../entities/column.mjs';
import { keyColumns } from '../entities/entity.mjs';
import type { Endpoint, Row, Value } from '../entities/entity.mjs';
import { endpointAt } from '../entities/index.mjs';
import { ODataError, badSyntax } from './failure.mjs';
import { field } from './field.mjs';
import type { View } from './field.mjs';
import { literalText } from './literal.mjs';

export type Json = Record<string, unknown>;

/** What of an entity is shown: its properties in the order of the MODEL, whatever $select says. */
export function shape(view: View, select: string[] | undefined, expand: string[]) {
	const { columns } = view.endpoint;
	checkExpand(view, expand);
	const wanted = select?.includes('*') ? undefined : select;
	for (const path of wanted ?? []) checkSelected(view, path, expand);
	const names = new Set(wanted?.map((path) => path.split('/')[0] ?? path));
	const shown = columns.order.filter((name) => !wanted || names.has(name));
	const writers = shown.map((name) => {
		const collection = columns.collections.get(name);
		if (collection) return collectionWriter(view, collection, wanted, expand);
		const { column, read } = field(view, name, 0);
		const write = json[column.type] ?? ((value: Value) => value);
		return { name, write: (row: Row) => write(read(row)) };
	});
	const uri = uriOf(view);
	const type = view.endpoint.entity.model;
	return (row: Row): Json => {
		const record: Json = { __metadata: { uri: uri(row), type } };
		for (const { name, write } of writers) record[name] = write(row);
		return record;
	};
}

/** What a POST answers when nobody prefers the record: the key, bytes as 0, everything else null. */
export function shell(view: View, row: Row): Json {
	const { columns, entity } = view.endpoint;
	const uri = uriOf(view)(row);
	const record: Json = { __metadata: { uri, type: entity.model } };
	for (const name of columns.order) {
		const type = columns.byName.get(name)?.type;
		record[name] = name === entity.key ? row[name] : type === 'Byte' ? 0 : null;
		if (columns.collections.has(name)) record[name] = { __deferred: { uri: `${uri}/${name}` } };
	}
	return record;
}

/** Verbose JSON of OData 2: dates as /Date(ms)/, 64-bit numbers as text. */
const json: Partial<Record<string, (value: Value) => unknown>> = {
	Moment: (value) => (value === null ? null : `/Date(${value})/`),
	Day: (value) => (value === null ? null : `/Date(${value})/`),
	Int64: (value) => (value === null ? null : String(value)),
};

/** The address of a record. A key is written as a literal. */
export function uriOf({ endpoint, scope, division }: View): (row: Row) => string {
	const start = `${scope.base}/api/v1/${division}/${endpoint.path}(`;
	const keys = keyColumns(endpoint.entity);
	return (row) => `${start}${keyText(keys, row)})`;
}

function keyText(keys: readonly Column[], row: Row): string {
	const parts = keys.map((column) => {
		const literal = literalText(column, row[column.name] ?? null);
		return keys.length === 1 ? literal : `${column.name}=${literal}`;
	});
	return parts.join(',');
}

function checkExpand({ endpoint }: View, expand: string[]): void {
	for (const name of expand) {
		if (endpoint.columns.collections.has(name)) continue;
		throw missing(endpoint, name);
	}
}

function checkSelected({ endpoint }: View, path: string, expand: string[]): void {
	const [name = '', below] = path.split('/');
	const { byName, collections } = endpoint.columns;
	if (!byName.has(name) && !collections.has(name)) throw missing(endpoint, name);
	// A path into a collection works only together with its $expand; its end is judged there.
	if (below !== undefined && !expand.includes(name)) throw badSyntax();
}

function missing({ entity: { model } }: Endpoint, name: string): ODataError {
	return new ODataError(400, `Could not find a property named '${name}' on type '${model}'.`);
}

function collectionWriter(
	view: View,
	{ name, by, path }: Collection,
	select: string[] | undefined,
	expand: string[],
) {
	const uri = uriOf(view);
	const child = childView(view, path);
	if (!expand.includes(name) || view.settings.expandDeferred) {
		return { name, write: (row: Row) => ({ __deferred: { uri: `${uri(row)}/${name}` } }) };
	}
	const inner = select?.flatMap((item) =>
		item.startsWith(`${name}/`) ? item.slice(name.length + 1) : [],
	);
	const write = shape(child, inner?.length ? inner : undefined, []);
	let groups: Map<Value | undefined, Row[]> | undefined;
	return {
		name,
		write(row: Row) {
			groups ??= grouped(view.scope.company.table(child.endpoint.entity.name).rows(), by);
			return { results: (groups.get(row[view.endpoint.entity.key]) ?? []).map(write) };
		},
	};
}

function grouped(rows: readonly Row[], by: string): Map<Value | undefined, Row[]> {
	const groups = new Map<Value | undefined, Row[]>();
	for (const row of rows) {
		const group = groups.get(row[by]);
		if (group) group.push(row);
		else groups.set(row[by], [row]);
	}
	return groups;
}

/** The same request, looking at the entity of a collection. */
export function childView(view: View, path: string): View {
	const endpoint = endpointAt(path);
	if (!endpoint) throw new Error(`no endpoint ${path}`);
	return { ...view, endpoint };
}
