import type { Source } from '../source';
import { padCode } from '../values/code';
import { isLiteral, literal, type FilterValue } from './literal';
import { fieldsOf } from './rawFilter';

type Comparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';

/** A filter as data. It becomes text in one place only, with brackets around every part. */
export type Condition =
	| { field: string; is: Comparison; value: FilterValue }
	| { field: string; contains: string }
	| { field: string; startsWith: string }
	| { all: readonly Condition[] }
	| { any: readonly Condition[] }
	/** A filter that the user wrote; checked by `rawFilter`. */
	| { raw: string };

export function equals(field: string, value: FilterValue): Condition {
	return { field, is: 'eq', value };
}

/** All of the conditions that are given. */
export function all(...conditions: ReadonlyArray<Condition | undefined>): Condition {
	return { all: conditions.filter((condition) => condition !== undefined) };
}

/** At least one of the conditions; of none at all it is no filter, and must not become "everything". */
export function any(...conditions: readonly Condition[]): Condition {
	return { any: conditions };
}

/** The `$filter` text of a condition, or an empty text when it restricts nothing. */
export function filterText(condition: Condition | undefined, source: Source): string {
	if (condition === undefined) return '';
	if ('raw' in condition) return condition.raw.trim() === '' ? '' : `(${condition.raw.trim()})`;
	if ('all' in condition) return join(condition.all, 'and', source);
	if ('any' in condition) return join(condition.any, 'or', source);
	return comparison(condition, source);
}

/** The columns that a condition looks at. */
export function filteredFields(condition: Condition | undefined): string[] {
	if (condition === undefined) return [];
	if ('raw' in condition) return fieldsOf(condition.raw);
	if ('all' in condition) return condition.all.flatMap(filteredFields);
	if ('any' in condition) return condition.any.flatMap(filteredFields);
	return [condition.field];
}

/** The first value that can not be compared with its column, in words: `"" is no EntryID`. */
export function misfit(condition: Condition | undefined, source: Source): string | undefined {
	if (condition === undefined || 'raw' in condition) return undefined;
	if ('all' in condition) return firstOf(condition.all, source);
	if ('any' in condition) return firstOf(condition.any, source);
	if (!('is' in condition)) return undefined;
	const { field, value } = condition;
	return isLiteral(source.columns[field] ?? 'String', value)
		? undefined
		: `"${String(value)}" is no ${field}`;
}

function firstOf(conditions: readonly Condition[], source: Source): string | undefined {
	for (const condition of conditions) {
		const found = misfit(condition, source);
		if (found !== undefined) return found;
	}
	return undefined;
}

function join(conditions: readonly Condition[], word: 'and' | 'or', source: Source): string {
	if (word === 'or' && conditions.length === 0) throw new TypeError('A choice of no conditions');
	const parts = conditions.map((part) => filterText(part, source)).filter((part) => part !== '');
	if (parts.length <= 1) return parts[0] ?? '';
	return `(${parts.join(` ${word} `)})`;
}

type Single = Exclude<Condition, { raw: string } | { all: unknown } | { any: unknown }>;

function comparison(condition: Single, source: Source): string {
	const { field } = condition;
	const type = source.columns[field];
	if (type === undefined) throw new TypeError(`${source.path} has no column ${field}`);
	if ('contains' in condition) {
		return `substringof(${literal('String', condition.contains)},${field}) eq true`;
	}
	if ('startsWith' in condition) {
		return `startswith(${field},${literal('String', condition.startsWith)}) eq true`;
	}
	const width = source.padded?.[field];
	const { value } = condition;
	const stored = width === undefined || value === null ? value : padCode(String(value), width);
	return `${field} ${condition.is} ${literal(type, stored)}`;
}
