import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import { ExactOnline } from '../../nodes/ExactOnline/ExactOnline.node.js';

/** What a saved workflow relies on: n8n stores no value that is the default, and drops what it does not know. */
export interface Parameter {
	type: string;
	default: unknown;
	/** What a choice offers; of a resource locator its modes. */
	values?: string[];
}

/** The parameters of an operation by their path: `lines.row.amount`. */
export type Parameters = Readonly<Record<string, Parameter>>;

const { properties } = new ExactOnline().description;

/** The parameters of all operations: `{"invoice.create": {"kind": …}}`. */
export function panel(): Record<string, Parameters> {
	const entries = operations().map(([resource, operation]) => {
		const own = properties.filter(
			(property) =>
				!['resource', 'operation'].includes(property.name) &&
				isShown(property, 'resource', resource) &&
				isShown(property, 'operation', operation),
		);
		const parameters = own.flatMap((property) => parametersOf(property, ''));
		return [`${resource}.${operation}`, Object.fromEntries(parameters)] as const;
	});
	return Object.fromEntries(entries);
}

function operations(): Array<[resource: string, operation: string]> {
	const resources = properties.filter(({ name }) => name === 'resource').flatMap(valuesOf);
	return resources.flatMap((resource) =>
		properties
			.filter(
				(property) => property.name === 'operation' && isShown(property, 'resource', resource),
			)
			.flatMap(valuesOf)
			.map((operation): [string, string] => [resource, operation]),
	);
}

function isShown({ displayOptions }: INodeProperties, name: string, value: string): boolean {
	return displayOptions?.show?.[name]?.includes(value) ?? true;
}

function parametersOf(property: INodeProperties, above: string): Array<[string, Parameter]> {
	const { name, type, default: initial } = property;
	const path = `${above}${name}`;
	const values = valuesOf(property);
	const own = { type, default: initial, ...(values.length === 0 ? {} : { values }) };
	const inside = insideOf(property).flatMap(([group, inner]) =>
		inner.flatMap((one) => parametersOf(one, `${path}.${group}`)),
	);
	return [[path, own], ...inside];
}

/** The fields of a collection, and those of the rows of a fixed one. */
function insideOf({ type, options }: INodeProperties): Array<[string, INodeProperties[]]> {
	if (type === 'collection') return [['', options as INodeProperties[]]];
	if (type !== 'fixedCollection') return [];
	return (options as INodePropertyCollection[]).map(({ name, values }) => [`${name}.`, values]);
}

function valuesOf({ type, options, modes = [] }: INodeProperties): string[] {
	if (type === 'resourceLocator') return modes.map(({ name }) => name);
	if (type !== 'options' && type !== 'multiOptions') return [];
	return (options as INodePropertyOptions[]).map(({ value }) => String(value)).sort();
}
