import type { IExecuteFunctions, INode } from 'n8n-workflow';

import { nodeError } from '../exact/errors/trouble';
import { defaultOf, type Fields, type Place } from './field';

/** The inputs of one item, checked before anything is sent. */
export function readInputs(
	context: IExecuteFunctions,
	item: number,
	fields: Fields,
): Record<string, unknown> {
	const zone = context.getTimezone();
	const entries = Object.entries(fields).map(([name, field]) => {
		const value: unknown = context.getNodeParameter(name, item, defaultOf(field));
		return [name, field.read(value, placeAt(context.getNode(), field.property.displayName, zone))];
	});
	return Object.fromEntries(entries) as Record<string, unknown>;
}

/** A place on the panel of a node. */
export function placeAt(node: INode, label: string, zone: string): Place {
	return {
		label,
		zone,
		inside: (inner) => placeAt(node, `${label} > ${inner}`, zone),
		refuse: (code, what, expected) => {
			throw nodeError(node, { code, message: `'${label}' ${what}`, description: expected });
		},
	};
}
