import type { GenericValue } from 'n8n-workflow';

import type { Row } from '../exact/source';
import { textOf } from '../exact/values/text';
import { dayOf, exactMs, instantOf, type Zone } from '../exact/values/time';

/** What a row can not say of itself, but its readable form needs. */
export interface ReadContext {
	division: number;
	/** Zone of Exact's server clock; asked for only when a moment is shown. */
	zone: Zone;
	/** Today's calendar day in the workflow's time zone, `2026-06-25`. */
	today: string;
	/** The row that a part belongs to: the entry of an entry line. */
	owner?: Row;
}

/** The part of JSON Schema that n8n's output preview reads. */
export interface JsonSchema {
	type: 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array';
	properties?: Record<string, JsonSchema>;
	items?: JsonSchema;
}

/** One field of the readable form: which columns it needs and how it reads them. */
export interface Shown {
	columns: readonly string[];
	schema: JsonSchema;
	/** Set for moments: reading them takes the server's zone. */
	needsZone?: boolean;
	read(row: Row, context: ReadContext): GenericValue;
}

function column(
	name: string,
	type: JsonSchema['type'],
	read: (value: unknown, context: ReadContext) => GenericValue,
): Shown {
	return { columns: [name], schema: { type }, read: (row, context) => read(row[name], context) };
}

/** Text without the padding of Exact's database; empty texts are null. */
export function text(name: string): Shown {
	return column(name, 'string', trimmed);
}

export function guid(name: string): Shown {
	return column(name, 'string', (value) => (value as GenericValue) ?? null);
}

export function flag(name: string): Shown {
	return column(name, 'boolean', (value) =>
		value === null || value === undefined ? null : value === true || value === 1,
	);
}

export function whole(name: string): Shown {
	return column(name, 'integer', number);
}

/** A number with decimals, as Exact gives it: a quantity, an exchange rate. */
export function decimal(name: string): Shown {
	return column(name, 'number', number);
}

/** What an amount has to be multiplied with, and the columns of its own row that say so. */
export interface Sign {
	columns: readonly string[];
	of(row: Row, context: ReadContext): 1 | -1;
}

const asStored: Sign = { columns: [], of: () => 1 };

/** An amount of money in whole units (euros, not cents), as Exact gives it or with the sign turned. */
export function money(name: string, sign = asStored): Shown {
	return derived([name, ...sign.columns], 'number', (row, context) => {
		const amount = number(row[name]);
		// Adding 0 turns -0 into 0.
		return typeof amount === 'number' ? amount * sign.of(row, context) + 0 : amount;
	});
}

/** A percentage: Exact's fraction 0.21 is 21. What is more than 1 is one already: its scale is documented nowhere. */
export function percent(name: string): Shown {
	return column(name, 'number', (value) => {
		const share = number(value);
		if (typeof share !== 'number' || share > 1) return share;
		// 0.07 * 100 is 7.000000000000001.
		return Number((share * 100).toPrecision(12));
	});
}

/** A calendar day: `2026-06-25`, the same in every time zone. */
export function day(name: string): Shown {
	return column(name, 'string', (value) => {
		const ms = exactMs(value);
		return ms === undefined ? null : dayOf(ms);
	});
}

/** An instant in UTC: `2026-06-25T14:31:00.220Z`. Exact writes the wall clock of its server. */
export function moment(name: string): Shown {
	const shown = column(name, 'string', (value, { zone }) => {
		const ms = exactMs(value);
		return ms === undefined ? null : new Date(instantOf(ms, zone)).toISOString();
	});
	return { ...shown, needsZone: true };
}

/** Exact's code for a state, in words. A code that is not listed stays visible as it is. */
export function word(name: string, words: Readonly<Record<string, string>>): Shown {
	return column(name, 'string', (value) => {
		const code = trimmed(value);
		return code === null ? null : wordOf(code, words);
	});
}

/** A code in words, where it has any. Every object has something under `constructor`, which is no word. */
export function wordOf(code: string, words: Readonly<Record<string, string>>): string {
	return Object.hasOwn(words, code) ? (words[code] ?? code) : code;
}

/** Several fields under one name. */
export function group(fields: Readonly<Record<string, Shown>>): Shown {
	const entries = Object.entries(fields);
	return {
		columns: entries.flatMap(([, shown]) => shown.columns),
		schema: { type: 'object', properties: schemasOf(fields) },
		needsZone: entries.some(([, shown]) => shown.needsZone),
		read: (row, context) =>
			Object.fromEntries(entries.map(([name, shown]) => [name, shown.read(row, context)])),
	};
}

/** The lines of an address, which Exact names alike on every entity that has one. */
export const addressLines: Readonly<Record<string, Shown>> = {
	line1: text('AddressLine1'),
	line2: text('AddressLine2'),
	line3: text('AddressLine3'),
	postcode: text('Postcode'),
	city: text('City'),
};

/** The first of several texts that is filled: a business address, else a private one. */
export function firstText(...names: string[]): Shown {
	return derived(names, 'string', (row) =>
		names.reduce<string | null>((found, name) => found ?? trimmed(row[name]), null),
	);
}

/** Something that is no column of the entity: the operation puts it on the row when it was asked for. */
export function added(schema: JsonSchema, read: Shown['read']): Shown {
	return { columns: [], schema, read };
}

/** Something that several columns say together. */
export function derived(
	columns: readonly string[],
	type: JsonSchema['type'],
	read: (row: Row, context: ReadContext) => GenericValue,
): Shown {
	return { columns, schema: { type }, read };
}

/** Schemas of fields by name. */
export function schemasOf(fields: Readonly<Record<string, Shown>>): Record<string, JsonSchema> {
	return Object.fromEntries(Object.entries(fields).map(([name, shown]) => [name, shown.schema]));
}

function trimmed(value: unknown): string | null {
	return textOf(value) || null;
}

/** Int64 and some flags arrive as text; what does not fit into a number stays text. */
function number(value: unknown): GenericValue {
	if (typeof value !== 'string') return (value as GenericValue) ?? null;
	const read = Number(value);
	return value.trim() === '' ? null : Number.isSafeInteger(read) ? read : value;
}

/** Whether something that ends on a day (`/Date(ms)/`, or nothing) still holds today. */
export function isCurrent(end: unknown, { today }: ReadContext): boolean {
	const ms = exactMs(end);
	return ms === undefined || dayOf(ms) >= today;
}

/** Whether something that begins on a day (`/Date(ms)/`, or at no particular one) has begun by today. */
export function hasBegun(start: unknown, { today }: ReadContext): boolean {
	const ms = exactMs(start);
	return ms === undefined || dayOf(ms) <= today;
}
