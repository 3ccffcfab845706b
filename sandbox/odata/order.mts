import type { Row, Value } from '../entities/entity.mjs';
import type { Company } from '../rows/company.mjs';
import { compareValues } from './compare.mjs';
import { badSyntax } from './failure.mjs';
import { field } from './field.mjs';
import type { Field, View } from './field.mjs';
import { constant, literalText } from './literal.mjs';
import type { Literal, OrderItem } from './syntax.mjs';

interface OrderField extends Field {
	descending: boolean;
}

/** An order of rows that can be entered anywhere, as a skip token demands. */
export interface Order {
	sorted: readonly Row[];
	/** Index of the first row after the one that the token names. */
	after(token: Literal[]): number;
	/** The token that continues after a row. */
	tokenOf(row: Row): string;
}

/**
 * The order of a request: `$orderby`, then the key. Without `$orderby` it is the key alone, and for a
 * sync endpoint the Timestamp.
 */
export function orderOf(view: View, orderBy: OrderItem[], rows: readonly Row[]): Order {
	const { endpoint } = view;
	const { key, furtherKeys = [] } = endpoint.entity;
	const keys = endpoint.kind === 'sync' ? ['Timestamp'] : [key, ...furtherKeys];
	const fields: OrderField[] = orderBy.map((item) => {
		if (item.path.includes('/')) throw badSyntax();
		return { ...field(view, item.path, item.at), descending: item.descending };
	});
	for (const name of keys) fields.push({ ...field(view, name, 0), descending: false });
	const inKeyOrder = orderBy.length === 0 && endpoint.kind !== 'sync';
	const sorted = inKeyOrder ? rows : cachedSort(view, fields, rows);
	return {
		sorted,
		after: (token) => firstAfter(sorted, fields, values(fields, token)),
		tokenOf: (row) => fields.map(({ column, read }) => literalText(column, read(row))).join(','),
	};
}

function values(fields: OrderField[], token: Literal[]): Value[] {
	if (token.length !== fields.length) throw badSyntax();
	return token.map((literal) => constant(literal).value);
}

/** Sorted lists live as long as nothing in the company changes, so that paging sorts only once. */
const sortedLists = new WeakMap<Company, { version: number; lists: Map<string, Row[]> }>();

function cachedSort(view: View, fields: OrderField[], rows: readonly Row[]): Row[] {
	const { company } = view.scope;
	// Only a whole table is kept: a collection below one record is short, and another one each time.
	if (rows !== company.table(view.endpoint.entity.name).rows()) return sort(fields, rows);
	let cache = sortedLists.get(company);
	if (cache?.version !== company.timestamp()) {
		cache = { version: company.timestamp(), lists: new Map() };
		sortedLists.set(company, cache);
	}
	const parts = fields.map(({ column, descending }) => column.name + (descending ? '-' : '+'));
	const name = [view.endpoint.path, view.settings.moments, ...parts].join(' ');
	const found = cache.lists.get(name) ?? sort(fields, rows);
	cache.lists.set(name, found);
	return found;
}

function sort(fields: OrderField[], rows: readonly Row[]): Row[] {
	const decorated = rows.map((row) => ({ row, values: fields.map(({ read }) => read(row)) }));
	decorated.sort((a, b) => compare(fields, a.values, b.values));
	return decorated.map(({ row }) => row);
}

function compare(fields: OrderField[], a: Value[], b: Value[]): number {
	for (const [index, { type, descending }] of fields.entries()) {
		const order = compareValues(type, a[index] ?? null, b[index] ?? null);
		if (order !== 0) return descending ? -order : order;
	}
	return 0;
}

function firstAfter(sorted: readonly Row[], fields: OrderField[], token: Value[]): number {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		const row = sorted[middle];
		const position = row
			? compare(
					fields,
					fields.map(({ read }) => read(row)),
					token,
				)
			: 1;
		if (position <= 0) low = middle + 1;
		else high = middle;
	}
	return low;
}
