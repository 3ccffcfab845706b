import type { Row, Value } from '../entities/entity.mjs';
import { compareValues, identity } from './compare.mjs';
import type { EdmType } from './literal.mjs';
import type { BinaryOperator } from './syntax.mjs';

/** A part of a filter, its type known. A comparison with null is null, as in SQL. */
export interface Operand {
	type: EdmType;
	nullable: boolean;
	/** Set for a literal. */
	literal?: Value;
	/** Whether a column occurs in it. */
	column: boolean;
	read: (row: Row) => Value;
}

type Comparison = Exclude<BinaryOperator, 'and' | 'or'>;

/** The test that a comparison stands for; its operands are of comparable types. */
export function comparison(operator: Comparison, a: Operand, b: Operand): Operand['read'] {
	if (a.type === 'Null' || b.type === 'Null') return nullTest(operator, a.type === 'Null' ? b : a);
	if (operator === 'eq' || operator === 'ne') return equality(operator === 'eq', a, b);
	const { type } = a;
	const holds = ordering[operator];
	return (row) => {
		const [x, y] = [a.read(row), b.read(row)];
		return x === null || y === null ? null : holds(compareValues(type, x, y));
	};
}

function nullTest(operator: Comparison, of: Operand): Operand['read'] {
	if (operator === 'eq') return (row) => of.read(row) === null;
	if (operator === 'ne') return (row) => of.read(row) !== null;
	return () => null;
}

function equality(wanted: boolean, a: Operand, b: Operand): Operand['read'] {
	const [literal, other] = a.literal === undefined ? [b, a] : [a, b];
	const value = literal.literal;
	if (value === undefined) {
		return (row) => (compareValues(a.type, a.read(row), b.read(row)) === 0) === wanted;
	}
	const sought = identity(a.type, value);
	return (row) => {
		const found = other.read(row);
		return found === null ? null : (identity(a.type, found) === sought) === wanted;
	};
}

const ordering: Record<'gt' | 'ge' | 'lt' | 'le', (order: number) => boolean> = {
	gt: (order) => order > 0,
	ge: (order) => order >= 0,
	lt: (order) => order < 0,
	le: (order) => order <= 0,
};

const numbers = new Set<EdmType>(['Byte', 'Int16', 'Int32', 'Int64', 'Double', 'Decimal']);

/** Whether two types can be compared: the same, both numbers, or null with anything. */
export function comparable(a: EdmType, b: EdmType): boolean {
	if (a === 'Null' || b === 'Null') return true;
	if (a === 'Binary' || a === 'Complex') return false;
	return a === b || (numbers.has(a) && numbers.has(b));
}
