/** The way to a value in an answer. */
export type Path = ReadonlyArray<string | number>;

/** The ways to all values in a JSON value, itself included. */
export function placesIn(value: unknown, path: Path = []): Path[] {
	if (typeof value !== 'object' || value === null) return [path];
	const inside = Object.entries(value).flatMap(([key, one]) =>
		placesIn(one, [...path, Array.isArray(value) ? Number(key) : key]),
	);
	return [path, ...inside];
}

/** Stands for a value that is not there at all. */
export const ABSENT = Symbol('absent');

/** A copy with another value at a place. */
export function withValue(value: unknown, path: Path, other: unknown): unknown {
	const [key, ...rest] = path;
	if (key === undefined) return other;
	if (Array.isArray(value)) {
		const list: unknown[] = [...value];
		if (rest.length === 0 && other === ABSENT) list.splice(Number(key), 1);
		else list[Number(key)] = withValue(list[Number(key)], rest, other);
		return list;
	}
	const { [key]: own, ...others } = value as Record<string, unknown>;
	return rest.length === 0 && other === ABSENT
		? others
		: { ...others, [key]: withValue(own, rest, other) };
}
