import type { Value } from '../entities/entity.mjs';
import { compareGuids } from '../rows/guidOrder.mjs';
import type { EdmType } from './literal.mjs';

/** Folds a text as the usual collation of SQL Server does: no case, no spaces at the end. */
export function fold(text: string): string {
	const lower = text.toLowerCase();
	return lower.endsWith(' ') ? lower.replace(/ +$/, '') : lower;
}

const collator = new Intl.Collator('en', { sensitivity: 'accent' });

/** Compares two values of one type, null before everything else, as SQL Server orders them. */
export function compareValues(type: EdmType, a: Value, b: Value): number {
	if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
	switch (type) {
		case 'String':
			return collator.compare(fold(String(a)), fold(String(b)));
		case 'Guid':
			return compareGuids(String(a), String(b));
		default:
			return Number(a) - Number(b);
	}
}

/** A comparable form of a value, such that === is equality in the database. */
export function identity(type: EdmType, value: Value): Value {
	return type === 'String' && typeof value === 'string' ? fold(value) : value;
}
