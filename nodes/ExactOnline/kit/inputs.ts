import type { IExecuteFunctions, INode } from 'n8n-workflow';

import { nodeError } from '../exact/errors/trouble';
import { defaultOf, type BinaryFile, type Fields, type Place } from './field';

/** The inputs of one item, checked before anything is sent. */
export function readInputs(
	context: IExecuteFunctions,
	item: number,
	fields: Fields,
): Record<string, unknown> {
	const zone = context.getTimezone();
	const file = (name: string) => fileOf(context, item, name);
	const entries = Object.entries(fields).map(([name, field]) => {
		const value: unknown = context.getNodeParameter(name, item, defaultOf(field));
		const label = field.property.displayName;
		return [name, field.read(value, placeAt(context.getNode(), label, zone, file))];
	});
	return Object.fromEntries(entries) as Record<string, unknown>;
}

/** A place on the panel of a node; in the editor there are no items, and no files. */
export function placeAt(
	node: INode,
	label: string,
	zone: string,
	file: Place['file'] = () => undefined,
): Place {
	return {
		label,
		zone,
		file,
		inside: (inner) => placeAt(node, `${label} > ${inner}`, zone, file),
		refuse: (code, what, expected) => {
			throw nodeError(node, { code, message: `'${label}' ${what}`, description: expected });
		},
	};
}

function fileOf(context: IExecuteFunctions, item: number, name: string): BinaryFile | undefined {
	const binary = context.getInputData()[item]?.binary?.[name];
	if (binary === undefined) return undefined;
	return {
		name: binary.fileName ?? '',
		mimeType: binary.mimeType,
		load: async () => await context.helpers.getBinaryDataBuffer(item, name),
	};
}
