/**
 * Merges the orders in which operations have their fields into one for the panel: what stands above a field in an
 * operation stands above it here. Among fields that no operation compares, the first one met comes first.
 */
export function panelOrder(columns: ReadonlyArray<readonly string[]>): string[] {
	const above = new Map<string, string[]>();
	for (const column of columns) {
		for (const [index, field] of column.entries()) {
			above.set(field, [
				...(above.get(field) ?? []),
				...column.slice(Math.max(index - 1, 0), index),
			]);
		}
	}
	const placed = new Set<string>();
	const ordered: string[] = [];
	const place = (field: string): void => {
		if (placed.has(field)) return;
		placed.add(field);
		above.get(field)?.forEach(place);
		ordered.push(field);
	};
	[...above.keys()].forEach(place);
	return ordered;
}
