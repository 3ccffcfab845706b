import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { alphabet } from './alphabet';
import { SECTIONS, type Field } from './field';
import type { Operation, Resource } from './operation';
import { panelOrder } from './panelOrder';

/** One operation of one resource, as the panel's conditions name it. */
interface Pair {
	resource: string;
	operation: string;
}

/** A field and everywhere it stands; fields that look the same are one property. */
interface Slot {
	name: string;
	field: Field<unknown>;
	pairs: Pair[];
}

/**
 * The properties of the node: the two drop-downs, and every field where its operations need it. A new node opens
 * with the resource `initial`.
 */
export function describe(resources: readonly Resource[], initial: Resource): INodeProperties[] {
	const slots = slotsOf(resources);
	const fields = SECTIONS.flatMap((section) =>
		slots.filter(({ field }) => field.section === section),
	);
	return [
		resourceProperty(resources, initial),
		...resources.map(operationProperty),
		...fields.flatMap((slot) => propertiesOf(slot, resources)),
	];
}

function resourceProperty(resources: readonly Resource[], initial: Resource): INodeProperties {
	const options = resources.map(({ value, name, description }) => ({
		name,
		value,
		...(description === undefined ? {} : { description }),
	}));
	return {
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: options.sort(byName),
		default: firstOf([initial]),
	};
}

function operationProperty({ value, operations }: Resource): INodeProperties {
	const options: INodePropertyOptions[] = operations.map(({ value: operation, words }) => ({
		...words,
		value: operation,
	}));
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [value] } },
		options: options.sort(byName),
		default: firstOf(operations),
	};
}

/** What a new node starts with. */
function firstOf(choices: ReadonlyArray<{ value: string }>): string {
	return choices[0]?.value ?? '';
}

function slotsOf(resources: readonly Resource[]): Slot[] {
	const slots = new Map<string, Slot>();
	const columns: string[][] = [];
	for (const { value: resource, operations } of resources) {
		for (const { value: operation, fields } of operations) {
			const keys = Object.entries(fields).map(([name, field]) => {
				const key = JSON.stringify([name, field.section, field.property]);
				const slot = slots.get(key) ?? { name, field, pairs: [] };
				slots.set(key, { ...slot, pairs: [...slot.pairs, { resource, operation }] });
				return key;
			});
			const inSection = (section: string) =>
				keys.filter((key) => slots.get(key)?.field.section === section);
			columns.push(...SECTIONS.map(inSection));
		}
	}
	return panelOrder(columns).flatMap((key) => slots.get(key) ?? []);
}

/**
 * n8n shows a property for every resource of a list combined with every operation of another, so places that are
 * no such rectangle become several properties of the same name.
 */
function propertiesOf(
	{ name, field, pairs }: Slot,
	resources: readonly Resource[],
): INodeProperties[] {
	const byOperations = new Map<string, string[]>();
	for (const resource of new Set(pairs.map((pair) => pair.resource))) {
		const operations = pairs
			.filter((pair) => pair.resource === resource)
			.map((pair) => pair.operation);
		const key = isEvery(operations, resource, resources) ? '' : operations.sort().join(' ');
		byOperations.set(key, [...(byOperations.get(key) ?? []), resource]);
	}
	return [...byOperations].map(([operations, shownFor]) => ({
		...field.property,
		name,
		displayOptions: {
			show: {
				resource: shownFor,
				...(operations === '' ? {} : { operation: operations.split(' ') }),
				...field.property.displayOptions?.show,
			},
		},
	}));
}

function isEvery(operations: string[], resource: string, resources: readonly Resource[]): boolean {
	const all: readonly Operation[] =
		resources.find(({ value }) => value === resource)?.operations ?? [];
	return all.every(({ value }) => operations.includes(value));
}

function byName(a: { name: string }, b: { name: string }): number {
	return alphabet.compare(a.name, b.name);
}
