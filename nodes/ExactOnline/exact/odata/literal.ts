import type { EdmType } from '../source';
import { isGuid } from '../values/guid';
import { dayOf, toWallClock } from '../values/time';

/** A value of a filter. A moment is a `Date` that holds the wall clock of Exact's server (see values/time). */
export type FilterValue = string | number | boolean | Date | null;

/**
 * Writes a value as an OData v2 literal of a column's type. What does not fit the type raises, so that no text
 * can leave its quotes: strings are quoted with `'` doubled, everything else is checked and rebuilt.
 */
export function literal(type: EdmType, value: FilterValue): string {
	if (value === null) return 'null';
	switch (type) {
		case 'String':
			return `'${String(value).replace(/'/g, "''")}'`;
		case 'Guid':
			return `guid'${guidText(value)}'`;
		case 'DateTime':
			return `datetime'${dateTimeText(value)}'`;
		case 'Boolean':
			return booleanText(value);
		case 'Int64':
			return `${wholeText(value)}L`;
		case 'Byte':
		case 'Int16':
		case 'Int32':
			return wholeText(value);
		case 'Double':
			return numberText(value);
		default:
			throw new TypeError(`A column of type ${type} can not be compared`);
	}
}

/** Whether a value can be a literal of a column's type. */
export function isLiteral(type: EdmType, value: FilterValue): boolean {
	try {
		return literal(type, value) !== '';
	} catch {
		return false;
	}
}

function guidText(value: FilterValue): string {
	const text = String(value).trim().toLowerCase();
	if (!isGuid(text)) throw new TypeError(`${JSON.stringify(value)} is not a GUID`);
	return text;
}

/** A day (`2026-06-25`) is its midnight; Exact wants the time part always. */
function dateTimeText(value: FilterValue): string {
	const text = value instanceof Date ? toWallClock(value.getTime()) : String(value);
	const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2}(?:\.\d{1,7})?))?$/.exec(text);
	if (match === null || !isDay(match[1]))
		throw new TypeError(`${JSON.stringify(value)} is not a date`);
	return `${match[1]}T${match[2] ?? '00:00:00'}`;
}

/** `Date` rolls the 31st of a short month over into the next one. */
function isDay(day = ''): boolean {
	const ms = Date.parse(day);
	return !Number.isNaN(ms) && dayOf(ms) === day;
}

function booleanText(value: FilterValue): string {
	if (typeof value !== 'boolean')
		throw new TypeError(`${JSON.stringify(value)} is not true or false`);
	return String(value);
}

function wholeText(value: FilterValue): string {
	const text = String(value).trim();
	if (!/^-?\d{1,19}$/.test(text))
		throw new TypeError(`${JSON.stringify(value)} is not a whole number`);
	return text;
}

function numberText(value: FilterValue): string {
	const text = String(value).trim();
	if (!/^-?\d+(\.\d+)?(e[+-]?\d{1,3})?$/i.test(text))
		throw new TypeError(`${JSON.stringify(value)} is not a number`);
	return text;
}
