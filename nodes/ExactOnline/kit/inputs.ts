import type {
	IExecuteFunctions,
	INode,
	IPollFunctions,
	NodeParameterValueType,
} from 'n8n-workflow';

import { nodeError } from '../exact/errors/trouble';
import { defaultOf, type BinaryFile, type Fields, type Place } from './field';

/** The inputs of one item, checked before anything is sent. */
export function readInputs(
	context: IExecuteFunctions,
	item: number,
	fields: Fields,
): Record<string, unknown> {
	const file = (name: string) => fileOf(context, item, name);
	return readAll(context, fields, file, (name, initial) =>
		context.getNodeParameter(name, item, initial),
	);
}

/** The inputs of a trigger, which has no items. */
export function readPollInputs(context: IPollFunctions, fields: Fields): Record<string, unknown> {
	const file = () => undefined;
	return readAll(context, fields, file, (name, initial) => context.getNodeParameter(name, initial));
}

function readAll(
	context: IExecuteFunctions | IPollFunctions,
	fields: Fields,
	file: Place['file'],
	valueOf: (name: string, initial: NodeParameterValueType) => unknown,
): Record<string, unknown> {
	const zone = context.getTimezone();
	const entries = Object.entries(fields).map(([name, field]) => {
		const place = placeAt(context.getNode(), field.property.displayName, zone, file);
		return [name, field.read(valueOf(name, defaultOf(field)), place)];
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
