import type { EdmType } from '../../exact/source';

/** Columns by type, as names between blanks: a hundred of them stay readable that way. */
export function columns(
	byType: Partial<Record<EdmType, string>>,
): Readonly<Record<string, EdmType>> {
	const entries = Object.entries(byType) as Array<[EdmType, string]>;
	return Object.fromEntries(
		entries.flatMap(([type, names]) =>
			names
				.split(/\s+/)
				.filter(Boolean)
				.map((name) => [name, type]),
		),
	);
}
