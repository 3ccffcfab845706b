/** The types of Exact's model. Moment and Day are both Edm.DateTime; Complex is always null here. */
export type ColumnType =
	| 'Guid'
	| 'String'
	| 'Moment'
	| 'Day'
	| 'Boolean'
	| 'Byte'
	| 'Int16'
	| 'Int32'
	| 'Int64'
	| 'Double'
	| 'Binary'
	| 'Complex';

export interface Padding {
	side: 'left' | 'right';
	width: number;
}

export interface Column {
	name: string;
	type: ColumnType;
	/** Accepted in POST and PUT. Any other column may be sent as well and is ignored. */
	writable: boolean;
	/** Mandatory in a POST. */
	mandatory: boolean;
	/** How the database pads the text. It is stored here without. */
	padding?: Padding;
	/** The entity that a written key must exist in. */
	references?: string;
	/** The entity that a written code must exist in. */
	codeOf?: string;
}

/** A collection that hangs below an entity, found through a column of the other entity. */
export interface Collection {
	name: string;
	/** Endpoint of the entity that it consists of. */
	path: string;
	/** The column there that points back. */
	by: string;
	/** A POST without any is refused. */
	mandatory: boolean;
}

export interface Columns {
	list: Column[];
	byName: Map<string, Column>;
	collections: Map<string, Collection>;
	/** Columns and collections in the order of the model, which is the order of every answer. */
	order: string[];
}

const types = new Set(
	'Guid String Moment Day Boolean Byte Int16 Int32 Int64 Double Binary Complex'.split(' '),
);

/**
 * Reads a table of columns, one a line: name, type, then any of `rw` (writable), `mandatory`,
 * `left n` / `right n` (padding), `-> Entity` (reference by key), `=> Entity` (reference by code).
 * `Collection path by Column` is a collection, `mandatory` or not.
 */
export function columns(table: string): Columns {
	const lines = table.split('\n').flatMap((line) => (line.trim() ? [line.trim()] : []));
	const found: Columns = { list: [], byName: new Map(), collections: new Map(), order: [] };
	for (const line of lines) {
		const [name = '', type = '', ...words] = line.split(/\s+/);
		found.order.push(name);
		if (type === 'Collection') {
			const [path = '', , by = '', mandatory] = words;
			found.collections.set(name, { name, path, by, mandatory: mandatory === 'mandatory' });
			continue;
		}
		if (!types.has(type)) throw new Error(`unknown type in the line "${line}"`);
		const column = flagged(
			{ name, type: type as ColumnType, writable: false, mandatory: false },
			words,
		);
		found.list.push(column);
		found.byName.set(name, column);
	}
	return found;
}

function flagged(column: Column, words: string[]): Column {
	const rest = [...words];
	for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
		if (word === 'rw') column.writable = true;
		else if (word === 'mandatory') column.mandatory = true;
		else if (word === '->') column.references = rest.shift();
		else if (word === '=>') column.codeOf = rest.shift();
		else if (word === 'left' || word === 'right')
			column.padding = { side: word, width: Number(rest.shift()) };
		else throw new Error(`unknown word "${word}" for column ${column.name}`);
	}
	return column;
}

/** The model of a sync twin: `Timestamp` first, the key in its place in the alphabet. */
export function syncColumns(of: Columns, key: string): Columns {
	const timestamp: Column = { name: 'Timestamp', type: 'Int64', writable: false, mandatory: false };
	const names = of.order.filter((name) => name !== key);
	const after = names.findIndex((name) => name.toLowerCase() > key.toLowerCase());
	names.splice(after === -1 ? names.length : after, 0, key);
	const list = [timestamp, ...of.list];
	return {
		list,
		byName: new Map(list.map((column) => [column.name, column])),
		collections: of.collections,
		order: ['Timestamp', ...names],
	};
}
