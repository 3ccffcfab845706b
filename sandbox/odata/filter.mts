import type { Row, Value } from '../entities/entity.mjs';
import { comparable, comparison } from './comparison.mjs';
import type { Operand } from './comparison.mjs';
import { fits, memberTest, membership } from './membership.mjs';
import { ODataError, badSyntax } from './failure.mjs';
import { field } from './field.mjs';
import type { View } from './field.mjs';
import { functions, signature } from './functions.mjs';
import { constant } from './literal.mjs';
import type { Binary, Call, Expression } from './syntax.mjs';

/** Turns a filter into a test of rows. */
export function compileFilter(view: View, filter: Expression): (row: Row) => boolean {
	const whole = compile(view, filter);
	if (whole.type !== 'Boolean')
		throw new ODataError(400, "Expression of type 'System.Boolean' expected at position 0.");
	return (row) => whole.read(row) === true;
}

/** The names of all columns that a filter looks at. */
export function columnsOf(filter: Expression): string[] {
	switch (filter.kind) {
		case 'property':
			return [filter.path];
		case 'call':
			return filter.args.flatMap(columnsOf);
		case 'not':
			return columnsOf(filter.of);
		case 'binary':
			return [...columnsOf(filter.left), ...columnsOf(filter.right)];
		case 'literal':
			return [];
	}
}

function compile(view: View, node: Expression): Operand {
	switch (node.kind) {
		case 'literal': {
			const { type, value } = constant(node);
			return { type, nullable: false, literal: value, column: false, read: () => value };
		}
		case 'property': {
			// A filter cannot look through a collection.
			if (node.path.includes('/')) throw badSyntax();
			return { ...field(view, node.path, node.at), column: true };
		}
		case 'call':
			return compileCall(view, node);
		case 'not': {
			const of = compile(view, node.of);
			if (of.type !== 'Boolean') throw incompatible('not', [of], node.at);
			return { ...logical(of.column), read: (row) => negate(of.read(row)) };
		}
		case 'binary':
			return compileBinary(view, node);
	}
}

function compileCall(view: View, { name, args, at }: Call): Operand {
	const known = functions[name];
	if (!known) throw new ODataError(400, `Unknown function '${name}' at position ${at}.`);
	const operands = args.map((arg) => compile(view, arg));
	const fits =
		operands.length === known.takes.length &&
		operands.every((operand, index) => operand.type === known.takes[index]);
	if (!fits) {
		const text = `No applicable function found for '${name}' at position ${at} with the specified arguments. The functions considered are: ${signature(name, known.takes)}.`;
		throw new ODataError(400, text);
	}
	return {
		type: known.returns,
		nullable: false,
		column: operands.some((operand) => operand.column),
		read(row) {
			const values = operands.map((operand) => operand.read(row));
			return values.includes(null) ? null : known.of(...values);
		},
	};
}

function compileBinary(view: View, node: Binary): Operand {
	if (node.operator === 'and' || node.operator === 'or') {
		return compileChain(view, node) ?? compileLogical(view, node, node.operator);
	}
	const [a, b] = [compile(view, node.left), compile(view, node.right)];
	// Exact compares columns with values only, never with each other.
	if (a.column && b.column) throw badSyntax();
	if (!comparable(a.type, b.type)) throw incompatible(node.operator, [a, b], node.at);
	return { ...logical(a.column || b.column), read: comparison(node.operator, a, b) };
}

function compileLogical(view: View, { left, right, at }: Binary, operator: 'and' | 'or'): Operand {
	const [a, b] = [compile(view, left), compile(view, right)];
	if (a.type !== 'Boolean' || b.type !== 'Boolean') throw incompatible(operator, [a, b], at);
	const read = operator === 'and' ? both(a, b) : either(a, b);
	return { ...logical(a.column || b.column), read };
}

/** A chain of `or` over one column becomes a look-up in a set. */
function compileChain(view: View, node: Binary): Operand | undefined {
	const found = node.operator === 'or' ? membership(node) : undefined;
	if (!found) return undefined;
	const of = compile(view, found.of);
	const literals = found.literals.map((literal) => compile(view, literal));
	if (!of.column || !fits(of, literals)) return undefined;
	return { ...logical(true), read: memberTest(of, literals) };
}

const logical = (column: boolean) => ({ type: 'Boolean' as const, nullable: false, column });
const negate = (value: Value) => (value === null ? null : value !== true);

function both(a: Operand, b: Operand): Operand['read'] {
	return (row) => {
		const first = a.read(row);
		if (first === false) return false;
		const second = b.read(row);
		return second === false ? false : first === null || second === null ? null : true;
	};
}

function either(a: Operand, b: Operand): Operand['read'] {
	return (row) => {
		const first = a.read(row);
		if (first === true) return true;
		const second = b.read(row);
		return second === true ? true : first === null || second === null ? null : false;
	};
}

function incompatible(operator: string, operands: Operand[], at: number): ODataError {
	const names = operands.map(typeName);
	const text =
		operands.length === 1 ? `operand type ${names[0]}` : `operand types ${names.join(' and ')}`;
	return new ODataError(400, `Operator '${operator}' incompatible with ${text} at position ${at}.`);
}

function typeName({ type, nullable }: Operand): string {
	return nullable ? `'System.Nullable\`1[System.${type}]'` : `'System.${type}'`;
}
