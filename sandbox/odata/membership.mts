import { comparable } from './comparison.mjs';
import type { Operand } from './comparison.mjs';
import { identity } from './compare.mjs';
import type { EdmType } from './literal.mjs';
import type { Binary, Expression } from './syntax.mjs';

/** `X eq 1 or X eq 2 or …`: clients look forty records up like this. */
interface Membership {
	of: Expression;
	literals: Expression[];
}

/** The terms of a chain of `or`, as one look-up, if all of them compare the same thing with a literal. */
export function membership(node: Binary): Membership | undefined {
	const terms = disjuncts(node);
	const first = terms[0] && equation(terms[0]);
	if (!first) return undefined;
	const same = textOf(first.of);
	const literals: Expression[] = [];
	for (const term of terms) {
		const found = equation(term);
		if (!found || textOf(found.of) !== same) return undefined;
		literals.push(found.literal);
	}
	return { of: first.of, literals };
}

/** Whether the look-up means the same as the chain: no null, no mistake in the types. */
export function fits(of: Operand, literals: Operand[]): boolean {
	return literals.every(({ type }) => type !== 'Null' && comparable(of.type, type));
}

export function memberTest(of: Operand, literals: Operand[]): Operand['read'] {
	const type: EdmType = of.type;
	const sought = new Set(literals.map(({ literal }) => identity(type, literal ?? null)));
	return (row) => {
		const value = of.read(row);
		return value === null ? null : sought.has(identity(type, value));
	};
}

function disjuncts(node: Expression): Expression[] {
	const terms: Expression[] = [];
	let rest = node;
	while (rest.kind === 'binary' && rest.operator === 'or') {
		terms.unshift(rest.right);
		rest = rest.left;
	}
	return [rest, ...terms];
}

function equation(node: Expression): { of: Expression; literal: Expression } | undefined {
	if (node.kind !== 'binary' || node.operator !== 'eq') return undefined;
	if (node.right.kind !== 'literal' || node.left.kind === 'literal') return undefined;
	return { of: node.left, literal: node.right };
}

/** Text of an expression, wherever in the filter it stands. */
function textOf(node: Expression): string {
	return JSON.stringify(node, (name, value: unknown) => (name === 'at' ? undefined : value));
}
