import type { IDataObject } from 'n8n-workflow';

import type { Row, Source } from '../exact/source';
import { schemasOf, type JsonSchema, type ReadContext, type Shown } from './shows';

/** An Exact entity: how it is reached, and how it reads. The only place that knows. */
export interface RecordType extends Source {
	/** What one of them is called in messages: `client`. */
	noun: string;
	/** Column that identifies a row, and the column with the code that people use. */
	key: string;
	code?: string;
	/** The box to tick for the app in Exact's App Center (`CRM: accounts`), read unless said otherwise. */
	scope: string;
	/** Rows that belong to each row and are read on demand, by the name under which they appear. */
	parts: Readonly<Record<string, PartOf>>;
	/** Column that says which division a row is about, when it is not the one it was read from. */
	divisionColumn?: string;
	/** The readable form. `id` and the division are part of every one. */
	shows: Readonly<Record<string, Shown>>;
}

/** Rows of another entity that belong to a row. */
export interface PartOf {
	/** Name in Exact's words, used in raw output. */
	name: string;
	record: RecordType;
	/** Column of the part that holds the key of the row it belongs to. */
	parent: string;
	/** Column by whose numbers the rows are sorted; without it they come as Exact gives them. */
	orderBy?: string;
	/** Columns of the row it belongs to, without which a part can not be read. */
	ownerColumns?: readonly string[];
}

/** Completes a declaration of an entity. */
export function record(
	declaration: Omit<RecordType, 'parts' | 'pageSize'> &
		Partial<Pick<RecordType, 'parts' | 'pageSize'>>,
): RecordType {
	return { parts: {}, pageSize: 60, ...declaration };
}

/** The columns that the readable form needs, or those of some of its fields; the key always. */
export function columnsOf(type: RecordType, fields = Object.keys(type.shows)): string[] {
	const needed = fields.flatMap((field) => type.shows[field]?.columns ?? []);
	return [...new Set([type.key, ...needed])];
}

/** All columns of an entity but its collections and pictures, which are read on their own. */
export function allColumns(type: RecordType): string[] {
	return Object.entries(type.columns)
		.filter(([, edm]) => edm !== 'Collection' && edm !== 'Binary')
		.map(([name]) => name);
}

/** A row as people read it; only the fields asked for, `id` and the division always. */
export function readable(
	type: RecordType,
	row: Row,
	context: ReadContext,
	fields = Object.keys(type.shows),
): IDataObject {
	return reader(type, fields)(row, context);
}

type Read = (row: Row, context: ReadContext) => IDataObject;

/** The same for many rows. */
export function reader(type: RecordType, fields: readonly string[]): Read {
	const division: Field = ['division', (row, context) => divisionOf(type, row, context)];
	const read = readerOf([division, ...shownOf(type, fields)]);
	const parts = Object.entries(type.parts).map(
		([field, part]) => [field, part.name, partsReader(part)] as const,
	);
	return (row, context) => {
		const json = read(row, context);
		for (const [field, name, readParts] of parts) {
			const rows = row[name];
			if (Array.isArray(rows)) json[field] = readParts(rows as Row[], { ...context, owner: row });
		}
		return json;
	};
}

/**
 * Parts may have been read in fewer columns than they have, all in the same: what is not known is left out, and not
 * shown as empty.
 */
function partsReader({ record: type }: PartOf) {
	const known = new Map<string, Read>();
	const fields = Object.entries(type.shows);
	return (rows: readonly Row[], context: ReadContext): IDataObject[] => {
		const [first = {}] = rows;
		const names = fields
			.filter(([, { columns }]) => columns.every((column) => column in first))
			.map(([field]) => field);
		const key = names.join();
		const read = known.get(key) ?? readerOf(shownOf(type, names));
		known.set(key, read);
		return rows.map((row) => read(row, context));
	};
}

type Field = readonly [name: string, read: Shown['read']];

function shownOf({ shows }: RecordType, fields: readonly string[]): Field[] {
	return fields.flatMap((field) => {
		const shown = shows[field];
		return shown === undefined ? [] : [[field, shown.read] as const];
	});
}

/**
 * Each object begins as a copy of an empty one with all fields: filled one by one, it would become a hash table of
 * several times the size.
 */
function readerOf(fields: readonly Field[]): Read {
	const empty: IDataObject = Object.fromEntries(fields.map(([name]) => [name, null]));
	return (row, context) => {
		const json = { ...empty };
		for (const [name, read] of fields) json[name] = read(row, context);
		return json;
	};
}

/** A row in Exact's own names and values, without OData's bookkeeping. */
export function raw(type: RecordType, row: Row, context: ReadContext): IDataObject {
	return { Division: divisionOf(type, row, context), ...row };
}

/** JSON Schema of the readable form. */
export function schemaOf(type: RecordType): JsonSchema {
	const parts = Object.entries(type.parts).map(([field, part]) => [
		field,
		{ type: 'array', items: { type: 'object', properties: schemasOf(part.record.shows) } },
	]);
	const properties = {
		division: { type: 'integer' } as const,
		...schemasOf(type.shows),
		...(Object.fromEntries(parts) as Record<string, JsonSchema>),
	};
	return { type: 'object', properties };
}

/** Whether reading these fields takes the zone of Exact's server. */
export function needsZone(type: RecordType, fields = Object.keys(type.shows)): boolean {
	return fields.some((field) => type.shows[field]?.needsZone === true);
}

function divisionOf(type: RecordType, row: Row, context: ReadContext): number {
	return type.divisionColumn === undefined ? context.division : Number(row[type.divisionColumn]);
}
