import type { INode, NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { Field } from '../../nodes/ExactOnline/kit/field.js';
import { placeAt } from '../../nodes/ExactOnline/kit/inputs.js';

const node: INode = {
	id: '1',
	name: 'Exact Online',
	type: 'n8n-nodes-exactonline.exactOnline',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

const placeOf = (field: Field<unknown>, zone: string) =>
	placeAt(node, field.property.displayName, zone);

/** What a field makes of a value that stands on the panel. */
export function read<T>(field: Field<T>, value: unknown, zone = 'Europe/Amsterdam'): T {
	return field.read(value, placeOf(field, zone));
}

/** The error with which a field refuses a value. */
export function refusal(field: Field<unknown>, value: unknown): NodeApiError | NodeOperationError {
	let result: unknown;
	try {
		result = read(field, value);
	} catch (error) {
		return error as NodeApiError;
	}
	throw new Error(`It was read as ${JSON.stringify(result)}`);
}
