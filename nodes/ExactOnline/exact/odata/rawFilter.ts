import { closest } from '../values/closest';

/** Words of OData that are not columns. */
const WORDS = new Set([
	'and',
	'or',
	'not',
	'eq',
	'ne',
	'gt',
	'ge',
	'lt',
	'le',
	'null',
	'true',
	'false',
]);

/** The functions that Exact knows. */
const FUNCTIONS =
	`substringof startswith endswith length indexof replace substring tolower toupper trim concat
	year month day hour minute second round floor ceiling`.split(/\s+/);

interface Token {
	kind: 'text' | 'open' | 'close' | 'comma' | 'number' | 'word' | 'function' | 'unknown';
	text: string;
}

/**
 * Quoted texts (with their type prefix), brackets, numbers, and words; a function is a word before a bracket. Only
 * OData's own blanks separate them: Exact does not know the no-break space that copied text brings along.
 */
const TOKEN =
	/[ \t\r\n]*(?:((?:guid|datetime|datetimeoffset|time|binary|X)?'(?:[^']|'')*')|(\()|(\))|(,)|(-?\d+(?:\.\d+)?[LlMmDdFf]?)|([A-Za-z_][\w/]*)([ \t\r\n]*\()?|([^]))/gy;

/**
 * Checks a filter that a user wrote, against the columns of the entity: quotes and brackets must close, so that
 * it stays within the brackets that are put around it, and a column that does not exist must not reach Exact,
 * which counts the mistake. Answers what is wrong, or nothing.
 */
export function rawFilterFault(filter: string, columns: readonly string[]): string | undefined {
	let depth = 0;
	for (const token of tokens(filter)) {
		if (token.kind === 'unknown') return unknownSign(token.text);
		if (token.kind === 'open' || token.kind === 'function') depth++;
		if (token.kind === 'close') depth--;
		if (depth < 0) return 'a bracket is closed that was never opened';
		if (token.kind === 'function' && !WORDS.has(token.text) && !FUNCTIONS.includes(token.text)) {
			return unknown('function', token.text, FUNCTIONS);
		}
		if (token.kind === 'word' && !WORDS.has(token.text) && !columns.includes(token.text)) {
			return unknown('field', token.text, [...columns, ...WORDS]);
		}
	}
	return depth === 0 ? undefined : 'a bracket is not closed';
}

function unknown(kind: string, name: string, known: readonly string[]): string {
	const near = closest(name, known);
	return `there is no ${kind} '${name}'${near === undefined ? '' : `; did you mean '${near}'?`}`;
}

const COMPARISONS = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'];

/** The column among these that a filter compares directly with a text: `Code eq '10023'`, not `trim(Code) eq …`. */
export function comparedWithText(filter: string, columns: readonly string[]): string | undefined {
	const all = tokens(filter);
	return all.find(({ kind, text }, place) => {
		if (kind !== 'word' || !columns.includes(text)) return false;
		const [comparison, value] = all.slice(place + 1);
		const [before, beforeThat] = [all[place - 1], all[place - 2]];
		return (
			(COMPARISONS.includes(comparison?.text ?? '') && value?.kind === 'text') ||
			(COMPARISONS.includes(before?.text ?? '') && beforeThat?.kind === 'text')
		);
	})?.text;
}

/** The columns that a filter names. */
export function fieldsOf(filter: string): string[] {
	return tokens(filter)
		.filter(({ kind, text }) => kind === 'word' && !WORDS.has(text))
		.map(({ text }) => text);
}

function unknownSign(sign: string): string {
	if (/\s/.test(sign)) return 'a special blank does not belong in a filter; type a plain space';
	return sign === "'" || sign === '"'
		? "a text is not closed; texts stand in single quotes, and a quote inside is written twice ('')"
		: `'${sign}' does not belong in a filter`;
}

function tokens(filter: string): Token[] {
	return [...filter.trim().matchAll(TOKEN)].map((match) => {
		const [, text, open, close, comma, number, word, call, rest] = match;
		if (text !== undefined) return { kind: 'text', text };
		if (open !== undefined) return { kind: 'open', text: open };
		if (close !== undefined) return { kind: 'close', text: close };
		if (comma !== undefined) return { kind: 'comma', text: comma };
		if (number !== undefined) return { kind: 'number', text: number };
		if (word !== undefined) return { kind: call === undefined ? 'word' : 'function', text: word };
		return { kind: 'unknown', text: rest ?? '' };
	});
}
