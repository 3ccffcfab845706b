import type { Column } from '../entities/column.mjs';
import type { Endpoint, Row } from '../entities/entity.mjs';
import { endpointAt } from '../entities/index.mjs';
import { Unconvertible, convert } from '../rows/input.mjs';
import { ODataError } from './failure.mjs';

/** The body of a write, converted to what is stored. */
export interface Payload {
	values: Row;
	children: { endpoint: Endpoint; by: string; payloads: Payload[] }[];
}

const start = 'Error processing request stream.';

/**
 * Reads a body as the service does. A property that does not exist or cannot hold the value is a 400; one
 * that exists and cannot be written is passed over in silence (IsPurchase was sent and stored otherwise).
 */
export function readPayload(endpoint: Endpoint, body: unknown, deep: boolean): Payload {
	if (!isObject(body)) {
		throw new ODataError(400, `${start} The request should be a valid top-level resource object.`);
	}
	const payload: Payload = { values: {}, children: [] };
	for (const [name, value] of Object.entries(body)) {
		if (name === '__metadata') continue;
		const collection = endpoint.columns.collections.get(name);
		if (collection) {
			const child = endpointAt(collection.path);
			if (!deep) throw new ODataError(400, `${start} Binding to new entities is not supported.`);
			const payloads = child
				? rowsOf(name, value).map((row) => readPayload(child, row, false))
				: [];
			if (child) payload.children.push({ endpoint: child, by: collection.by, payloads });
			continue;
		}
		const column = endpoint.columns.byName.get(name);
		if (!column) throw unknownProperty(endpoint, name);
		const stored = converted(column, value);
		if (column.writable) payload.values[name] = stored;
	}
	return payload;
}

function rowsOf(name: string, value: unknown): unknown[] {
	if (Array.isArray(value)) return value;
	if (isObject(value) && Array.isArray(value['results'])) return value['results'];
	throw new ODataError(400, `${start} The value of the collection '${name}' is not valid.`);
}

function converted(column: Column, value: unknown) {
	try {
		return convert(column, value);
	} catch (error) {
		if (!(error instanceof Unconvertible)) throw error;
		const type = netTypes[column.type] ?? column.type;
		const text = `${start} Error encountered in converting the value from request payload for property '${column.name}' to type '${type}', which is the property's expected type. See inner exception for more detail.`;
		throw new ODataError(400, text);
	}
}

/** Names of .NET where they are not those of the model. */
const netTypes: Partial<Record<Column['type'], string>> = {
	Moment: 'DateTime',
	Day: 'DateTime',
	Binary: 'Byte[]',
};

function unknownProperty({ entity }: Endpoint, name: string): ODataError {
	const text = `${start} The property name '${name}' specified for type '${entity.model}' is not valid.`;
	return new ODataError(400, text);
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
