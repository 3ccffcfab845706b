import type { Row } from '../entities/entity.mjs';
import type { KeyOrder } from './keyOrder.mjs';

/** The rows of one entity in one company: found by their key, listed in its order. */
export interface Table {
	size(): number;
	get(id: string): Row | undefined;
	/** Adds rows, or takes note that rows of these keys have changed. */
	put(rows: readonly Row[]): void;
	remove(id: string): void;
	/** In the order in which SQL Server sorts the key. */
	rows(): readonly Row[];
	/** The same rows in a table of its own. */
	copy(): Table;
}

/** Keeps the order lazily: filled by the thousand it is sorted once, single rows are put in. */
export function createTable(key: KeyOrder, sorted: Row[] = []): Table {
	const byId = new Map(sorted.map((row) => [key.idOf(row), row]));
	let order: Row[] | undefined = sorted;
	const rows = () => (order ??= key.sorted(byId));

	return {
		size: () => byId.size,
		get: (id) => byId.get(id),
		put(rows) {
			// Many rows at once are cheaper to sort again than to put in one by one.
			if (rows.length > 100) order = undefined;
			for (const row of rows) {
				const id = key.idOf(row);
				const known = byId.get(id);
				if (order && known !== row) order.splice(place(order, row, key), known ? 1 : 0, row);
				byId.set(id, row);
			}
		},
		remove(id) {
			const row = byId.get(id);
			if (!row) return;
			byId.delete(id);
			order?.splice(place(order, row, key), 1);
		},
		rows,
		copy: () =>
			createTable(
				key,
				rows().map((row) => ({ ...row })),
			),
	};
}

/** Index of the row, or where it would have to stand. */
function place(order: readonly Row[], row: Row, key: KeyOrder): number {
	let [low, high] = [0, order.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		const other = order[middle];
		if (other && key.compare(other, row) < 0) low = middle + 1;
		else high = middle;
	}
	return low;
}
