import peggy from 'peggy';
import { grammar } from './grammar.mjs';
import { ODataError } from './failure.mjs';

/** A literal as it was written; its text is judged later, where its type is known to matter. */
export interface Literal {
	kind: 'literal';
	type: 'null' | 'boolean' | 'string' | 'number' | 'guid' | 'datetime';
	text: string;
	at: number;
}

export interface Property {
	kind: 'property';
	path: string;
	at: number;
}

export interface Call {
	kind: 'call';
	name: string;
	args: Expression[];
	at: number;
}

export interface Not {
	kind: 'not';
	of: Expression;
	at: number;
}

export type BinaryOperator = 'and' | 'or' | 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';

export interface Binary {
	kind: 'binary';
	operator: BinaryOperator;
	left: Expression;
	right: Expression;
	/** Position of the operator. */
	at: number;
}

export type Expression = Literal | Property | Call | Not | Binary;

export interface OrderItem {
	path: string;
	descending: boolean;
	at: number;
}

const parser = peggy.generate(grammar, {
	allowedStartRules: ['Filter', 'OrderBy', 'SkipToken', 'Key'],
});

export function parseFilter(text: string): Expression {
	return parse(text, 'Filter') as Expression;
}

export function parseOrderBy(text: string): OrderItem[] {
	return parse(text, 'OrderBy') as OrderItem[];
}

/** The values of a skip token: those of the order columns and, last, the key. */
export function parseSkipToken(text: string): Literal[] {
	return parse(text, 'SkipToken') as Literal[];
}

/** What stands between the brackets of `Entity(…)`. */
export function parseKey(text: string): Literal {
	return parse(text, 'Key') as Literal;
}

function parse(text: string, startRule: string): unknown {
	try {
		return parser.parse(text, { startRule });
	} catch (error) {
		if (!isSyntaxError(error)) throw error;
		throw new ODataError(400, `Syntax error at position ${error.location.start.offset}.`);
	}
}

function isSyntaxError(error: unknown): error is { location: { start: { offset: number } } } {
	return error instanceof parser.SyntaxError;
}
