import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { divisionReference } from '../reference';
import { lookUps } from '../lookups';
import type { Fields } from '../field';
import type { Operation, Resource } from '../operation';

type Property = Omit<INodeProperties, 'name'>;
type Choice = INodePropertyOptions | INodeProperties | INodePropertyCollection;

/** Said once for all operations, at the head of the page. */
const SHARED = ['division', 'returnAll', 'limit', 'output', 'fieldsToReturn'];

/** Every field of every operation, as the panel names and explains it. */
export function fieldsList(resources: readonly Resource[]): string {
	return resources
		.flatMap(({ name, operations }) => [`## ${name}`, ...operations.map(operationPart)])
		.join('\n\n');
}

function operationPart({ words, fields }: Operation): string {
	const rows = ownFields(fields).flatMap((property) => rowsOf(property, ''));
	const title = `### ${words.name}\n\n${words.description}.`;
	if (rows.length === 0) return title;
	return [`${title}\n`, '| Field | Meaning |', '| --- | --- |', ...rows].join('\n');
}

function ownFields(fields: Fields): Property[] {
	const division = JSON.stringify(divisionReference(lookUps.division).property);
	return Object.entries(fields)
		.filter(([name]) => !SHARED.includes(name))
		.map(([, { property }]) => property)
		.filter((property) => JSON.stringify(property) !== division);
}

/** A field; of a collection each field that can be added. */
function rowsOf(property: Property, above: string): string[] {
	const label = above === '' ? property.displayName : `${above} > ${property.displayName}`;
	const inside = (property.options ?? []).flatMap(fieldsIn);
	if (inside.length > 0) return inside.flatMap((field) => rowsOf(field, label));
	const needed = property.required === true ? ' (required)' : '';
	return [`| ${label}${needed} | ${meaningOf(property)} |`];
}

function fieldsIn(choice: Choice): INodeProperties[] {
	if ('values' in choice) return choice.values;
	return 'type' in choice ? [choice] : [];
}

function meaningOf(property: Property): string {
	const { description, placeholder, hint, modes = [], options = [] } = property;
	const example = placeholder ?? hint;
	const choices = options.map((choice) => ('name' in choice ? choice.name : '')).filter(Boolean);
	const parts = [
		description === undefined ? '' : `${description}.`,
		modes.length === 0 ? '' : `${modes.map(({ displayName }) => displayName).join(', ')}.`,
		choices.length === 0 ? '' : `One of: ${choices.join(', ')}.`,
		example?.startsWith('e.g. ') === true ? `For example ${example.slice(5)}.` : '',
	];
	return parts.filter(Boolean).join(' ').replaceAll('|', '\\|').replaceAll('..', '.');
}
