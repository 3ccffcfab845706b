import type { Row } from '../entities/entity.mjs';
import { compareGuids, leading } from './guidOrder.mjs';

/** The rows of one entity in one company: found by their ID, listed in its order. */
export interface Table {
	size(): number;
	get(id: string): Row | undefined;
	/** Adds rows, or takes note that rows of these keys have changed. */
	put(rows: readonly Row[]): void;
	remove(id: string): void;
	/** In the order in which SQL Server sorts the ID. */
	rows(): readonly Row[];
}

/** Keeps the order lazily: filled by the thousand it is sorted once, single rows are put in. */
export function createTable(): Table {
	const byId = new Map<string, Row>();
	let order: Row[] | undefined;

	return {
		size: () => byId.size,
		get: (id) => byId.get(id),
		put(rows) {
			// Many rows at once are cheaper to sort again than to put in one by one.
			if (rows.length > 100) order = undefined;
			for (const row of rows) {
				if (order && !byId.has(idOf(row))) order.splice(place(order, idOf(row)), 0, row);
				byId.set(idOf(row), row);
			}
		},
		remove(id) {
			if (byId.delete(id)) order?.splice(place(order, id), 1);
		},
		rows: () => (order ??= sorted(byId)),
	};
}

const idOf = (row: Row) => String(row['ID']);

function sorted(byId: Map<string, Row>): Row[] {
	const entries = Array.from(byId, ([id, row]) => ({ id, row, first: leading(id) }));
	entries.sort((a, b) => a.first - b.first || compareGuids(a.id, b.id));
	return entries.map(({ row }) => row);
}

/** Index of the row with this ID, or where it would have to stand. */
function place(order: readonly Row[], id: string): number {
	let [low, high] = [0, order.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		const row = order[middle];
		if (row && compareGuids(idOf(row), id) < 0) low = middle + 1;
		else high = middle;
	}
	return low;
}
