/**
 * n8n stores the data of an execution "flattened": one JSON array in which every object, array and text stands
 * once and is named by its place (as text) wherever it is used. Returns the value in the first place.
 */
export function unflatten(text: string): unknown {
	const places = JSON.parse(text) as unknown[];
	const done = new Map<number, unknown>();

	function at(place: number): unknown {
		if (done.has(place)) return done.get(place);
		const value = places[place];
		if (typeof value !== 'object' || value === null) return value;
		const copy: unknown[] | Record<string, unknown> = Array.isArray(value) ? [] : {};
		// Known before it is complete: the data may refer to itself.
		done.set(place, copy);
		for (const [key, inner] of Object.entries(value)) {
			Reflect.set(copy, key, typeof inner === 'string' ? at(Number(inner)) : inner);
		}
		return copy;
	}

	return at(0);
}
