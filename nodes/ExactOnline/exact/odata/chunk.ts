import { LONGEST_URL } from './url';

/** Exact's parser grows slow with long chains of `or`. */
const MOST_TERMS = 40;

/**
 * Cuts values into groups, each small enough that the address which asks for it stays within Exact's limit.
 * `urlOf` gives the encoded address for a group.
 */
export function chunks<T>(values: readonly T[], urlOf: (group: readonly T[]) => string): T[][] {
	const groups: T[][] = [];
	let rest = [...values];
	while (rest.length > 0) {
		let size = Math.min(MOST_TERMS, rest.length);
		while (size > 1 && urlOf(rest.slice(0, size)).length > LONGEST_URL) size = Math.ceil(size / 2);
		groups.push(rest.slice(0, size));
		rest = rest.slice(size);
	}
	return groups;
}
