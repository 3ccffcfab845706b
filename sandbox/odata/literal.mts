import { ODataError, badSyntax } from './failure.mjs';
import { parseKey } from './syntax.mjs';
import type { Literal } from './syntax.mjs';
import type { Column } from '../entities/column.mjs';
import type { Value } from '../entities/entity.mjs';

/** The .NET types that appear in Exact's messages. */
export type EdmType =
	| 'Null'
	| 'Guid'
	| 'String'
	| 'DateTime'
	| 'Boolean'
	| 'Byte'
	| 'Int16'
	| 'Int32'
	| 'Int64'
	| 'Double'
	| 'Decimal'
	| 'Binary'
	| 'Complex';

/** How the service names the type of a column. */
export function edmTypeOf({ type }: Column): EdmType {
	return type === 'Moment' || type === 'Day' ? 'DateTime' : type;
}

export interface Constant {
	type: EdmType;
	value: Value;
}

const guidText = /^[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}$/i;
const momentText = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,7})?)?)?Z?$/;

/** The type and value of a literal; Exact quotes a malformed one with its position. */
export function constant(literal: Literal): Constant {
	switch (literal.type) {
		case 'null':
			return { type: 'Null', value: null };
		case 'boolean':
			return { type: 'Boolean', value: literal.text === 'true' };
		case 'string':
			return { type: 'String', value: literal.text };
		case 'guid':
			if (!guidText.test(literal.text)) throw unrecognized(literal, 'Guid');
			return { type: 'Guid', value: canonicalGuid(literal.text) };
		case 'datetime':
			return { type: 'DateTime', value: moment(literal) };
		case 'number':
			return numeric(literal);
	}
}

/** Lower case with hyphens, as Exact writes GUIDs. */
export function canonicalGuid(text: string): string {
	const digits = text.toLowerCase().replaceAll('-', '');
	return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function moment(literal: Literal): number {
	const { text } = literal;
	// A time without a zone is what the database holds; a Z changes nothing about it.
	const value = momentText.test(text)
		? Date.parse(text.length === 10 ? text : `${text.replace('Z', '')}Z`)
		: NaN;
	if (Number.isNaN(value)) throw unrecognized(literal, 'DateTime');
	return value;
}

function numeric(literal: Literal): Constant {
	const suffix = /[lmdf]$/i.exec(literal.text)?.[0]?.toLowerCase();
	const value = Number(literal.text.replace(/[lmdf]$/i, ''));
	if (suffix === 'l') return { type: 'Int64', value };
	if (suffix === 'm') return { type: 'Decimal', value };
	if (suffix || !Number.isInteger(value) || /[.e]/i.test(literal.text))
		return { type: 'Double', value };
	return { type: Math.abs(value) > 0x7fffffff ? 'Int64' : 'Int32', value };
}

function unrecognized(literal: Literal, type: EdmType): ODataError {
	const written = `${literal.type}'${literal.text}'`;
	return new ODataError(400, `Unrecognized 'Edm.${type}' literal '${written}' in '${literal.at}'.`);
}

/** Reads a literal that is the whole text, of a type that has to be met. */
export function literalOf(type: EdmType, text: string): Value {
	const found = constant(parseKey(text));
	if (found.type !== type) throw badSyntax();
	return found.value;
}

/** Writes a value as a literal for a skip token. */
export function literalText(column: Column, value: Value): string {
	if (value === null) return 'null';
	switch (column.type) {
		case 'Guid':
			return `guid'${value}'`;
		case 'Moment':
		case 'Day':
			return `datetime'${momentDigits(Number(value))}'`;
		case 'String':
			return `'${String(value).replaceAll("'", "''")}'`;
		case 'Int64':
			return `${value}L`;
		default:
			return String(value);
	}
}

/** As .NET writes a DateTime: the fraction only when there is one, without zeroes at its end. */
function momentDigits(instant: number): string {
	const text = new Date(instant).toISOString().replace('Z', '');
	return text.replace('.000', '').replace(/(\.\d*?)0+$/, '$1');
}
