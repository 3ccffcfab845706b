import { keyColumns } from '../entities/entity.mjs';
import type { Entity, Row } from '../entities/entity.mjs';
import { compareValues } from '../odata/compare.mjs';
import { edmTypeOf } from '../odata/literal.mjs';
import { compareGuids, leading } from './guidOrder.mjs';

/** How the rows of an entity are told apart and ordered: by the columns of its key. */
export interface KeyOrder {
	idOf(row: Row): string;
	compare(a: Row, b: Row): number;
	sorted(rows: ReadonlyMap<string, Row>): Row[];
}

/** The order of an entity; without one, that of a GUID in `ID`. */
export function keyOrder(entity: Entity | undefined): KeyOrder {
	const [first, ...further] = entity ? keyColumns(entity) : [];
	const single = further.length === 0;
	if (!first || (single && first.type === 'Guid')) return guidKey(first?.name ?? 'ID');
	const keys = [first, ...further].map((column) => ({ column, type: edmTypeOf(column) }));
	function compare(a: Row, b: Row): number {
		for (const { column, type } of keys) {
			const order = compareValues(type, a[column.name] ?? null, b[column.name] ?? null);
			if (order !== 0) return order;
		}
		return 0;
	}
	return {
		idOf: (row) => keys.map(({ column }) => String(row[column.name])).join('/'),
		compare,
		sorted: (rows) => [...rows.values()].sort(compare),
	};
}

/** Nearly every table has one, some by the hundred thousand: the six bytes that decide are read once. */
function guidKey(key: string): KeyOrder {
	const idOf = (row: Row) => String(row[key]);
	return {
		idOf,
		compare: (a, b) => compareGuids(idOf(a), idOf(b)),
		sorted(rows) {
			const entries = Array.from(rows, ([id, row]) => ({ id, row, first: leading(id) }));
			entries.sort((a, b) => a.first - b.first || compareGuids(a.id, b.id));
			return entries.map(({ row }) => row);
		},
	};
}
