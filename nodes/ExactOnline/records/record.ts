import type { IDataObject } from 'n8n-workflow';

import { withoutMetadata, type Row, type Source } from '../exact/source';
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
	fields: readonly string[] = Object.keys(type.shows),
): IDataObject {
	const { shows, parts } = type;
	const json: IDataObject = { division: divisionOf(type, row, context) };
	for (const field of fields) {
		const shown = shows[field];
		if (shown !== undefined) json[field] = shown.read(row, context);
	}
	for (const [field, part] of Object.entries(parts)) {
		const rows = row[part.name];
		if (Array.isArray(rows))
			json[field] = rows.map((one: Row) => partOf(part, one, { ...context, owner: row }));
	}
	return json;
}

/** A row in Exact's own names and values, without OData's bookkeeping. */
export function raw(type: RecordType, row: Row, context: ReadContext): IDataObject {
	return { Division: divisionOf(type, row, context), ...withoutMetadata(row) };
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

/** A part may have been read in fewer columns than it has: what is not known is left out, and not shown as empty. */
function partOf({ record: type }: PartOf, row: Row, context: ReadContext): IDataObject {
	const known = Object.entries(type.shows).filter(([, { columns }]) =>
		columns.every((column) => column in row),
	);
	const json = readable(
		type,
		row,
		context,
		known.map(([field]) => field),
	);
	delete json.division;
	return json;
}
