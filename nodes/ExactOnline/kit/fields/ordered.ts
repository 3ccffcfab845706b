import type { Field } from '../field';

/** One end of a span: its field within the collection, and how the user sees it. */
interface End<T> {
	name: keyof T;
	label: string;
}

/**
 * A collection in which one field must not lie after another: the first and the last day, or year. `unit` says what may
 * be entered (`a day`).
 */
export function ordered<T extends object>(
	collection: Field<T>,
	from: End<T>,
	to: End<T>,
	unit: string,
): Field<T> {
	return {
		...collection,
		read: (value, place) => {
			const read = collection.read(value, place);
			const first = read[from.name] ?? undefined;
			const last = read[to.name] ?? undefined;
			if (first === undefined || last === undefined || first <= last) return read;
			return place
				.inside(from.label)
				.refuse(
					'PARAM_RANGE',
					`is ${String(first)}, after '${to.label}'`,
					`Enter ${unit} up to ${String(last)}.`,
				);
		},
	};
}
