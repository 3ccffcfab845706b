import type { INodeProperties } from 'n8n-workflow';

import type { Section } from '../field';

/** What a declaration says of a field: the words on the screen. */
export interface Words {
	label: string;
	hint?: string;
	placeholder?: string;
	section?: Section;
}

/** n8n's property for these words; the hint stands last, as n8n shows it. */
export function property(
	words: Words,
	rest: Partial<INodeProperties>,
): Omit<INodeProperties, 'name'> {
	const { label, hint, placeholder } = words;
	return {
		displayName: label,
		type: 'string',
		default: '',
		...(placeholder === undefined ? {} : { placeholder }),
		...rest,
		...(hint === undefined ? {} : { description: hint }),
	};
}

/**
 * The same for JSON. n8n marks an empty field of it as wrong, so it starts as an empty object or list; and shows no
 * placeholder in it, so the example stands below.
 */
export function jsonProperty(
	{ placeholder, ...words }: Words,
	empty: '{}' | '[]',
): Omit<INodeProperties, 'name'> {
	const example = placeholder === undefined ? {} : { hint: placeholder };
	return property(words, { type: 'json', default: empty, ...example });
}
