import type { Column } from '../entities/column.mjs';
import type { Endpoint, Row, Scope, Value } from '../entities/entity.mjs';
import { wallClock } from '../serverTime.mjs';
import { ODataError } from './failure.mjs';
import { edmTypeOf } from './literal.mjs';
import type { EdmType } from './literal.mjs';
import type { ODataSettings } from './switches.mjs';

/** How one column of an endpoint is read: as the database holds it, padding and local time included. */
export interface Field {
	column: Column;
	type: EdmType;
	/** Key columns are not nullable; it shows in the names of types in messages. */
	nullable: boolean;
	read: (row: Row) => Value;
}

/** Everything that reading a request needs to know. */
export interface View {
	endpoint: Endpoint;
	scope: Scope;
	settings: ODataSettings;
	/** As in the URL. */
	division: number | 'current';
}

export function field(view: View, name: string, at: number): Field {
	const column = view.endpoint.columns.byName.get(name);
	if (!column) throw unknownProperty(view, name, at);
	const { type } = column;
	return {
		column,
		type: edmTypeOf(column),
		nullable: name !== view.endpoint.entity.key && type !== 'Byte' && type !== 'String',
		read: reader(view, column),
	};
}

function unknownProperty({ endpoint }: View, name: string, at: number): ODataError {
	const { model } = endpoint.entity;
	return new ODataError(400, `No property '${name}' exists in type '${model}' at position ${at}.`);
}

function reader({ endpoint, scope, settings }: View, column: Column): (row: Row) => Value {
	const { name, type } = column;
	const compute = endpoint.entity.computed?.[name];
	const plain = compute
		? (row: Row) => compute(row, scope)
		: type === 'Boolean'
			? (row: Row) => row[name] ?? false
			: type === 'Byte'
				? (row: Row) => row[name] ?? 0
				: (row: Row) => row[name] ?? null;
	if (column.padding) return padded(plain, column.padding);
	if (type === 'Moment' && settings.moments === 'local') return local(plain);
	return plain;
}

function padded(read: (row: Row) => Value, { side, width }: NonNullable<Column['padding']>) {
	return side === 'left'
		? (row: Row) => read(row)?.toString().padStart(width) ?? null
		: (row: Row) => read(row)?.toString().padEnd(width) ?? null;
}

function local(read: (row: Row) => Value) {
	return (row: Row) => {
		const instant = read(row);
		return typeof instant === 'number' ? wallClock(instant) : null;
	};
}
