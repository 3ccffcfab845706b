import type { Row, Writing } from '../entities/entity.mjs';

/** Changes a row on its way into the store, as the switch `tamper` says: an Exact that miscalculates. */
export function tampered(entity: string, row: Row, { settings }: Writing): Row {
	for (const { entity: name, column, add, set } of settings.tamper) {
		if (name !== entity) continue;
		if (set !== undefined) row[column] = set;
		else if (add !== undefined) row[column] = Number(row[column] ?? 0) + add;
	}
	return row;
}
