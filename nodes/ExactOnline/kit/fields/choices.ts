import type { INodePropertyOptions } from 'n8n-workflow';

import { plainText, quoted, type Field } from '../field';
import { property, type Words } from './property';

/** One of several; the values are words that a workflow can also give by expression. */
export function choice<V extends string>(
	words: Words,
	options: ReadonlyArray<INodePropertyOptions & { value: V }>,
	initial: V,
): Field<V> {
	return {
		section: words.section ?? 'options',
		property: property(words, { type: 'options', options: [...options], default: initial }),
		read: (value, place) =>
			options.find((option) => option.value === value)?.value ??
			place.refuse(
				plainText(value) === '' ? 'PARAM_REQUIRED' : 'PARAM_FORMAT',
				plainText(value) === '' ? 'is empty' : `is ${quoted(value)}`,
				`Choose one of ${options.map((option) => option.value).join(', ')}.`,
			),
	};
}

/** Any number of several. */
export function choices<V extends string>(
	words: Words,
	options: ReadonlyArray<INodePropertyOptions & { value: V }>,
): Field<V[]> {
	const known = options.map((option) => option.value);
	return {
		section: words.section ?? 'options',
		property: property(words, { type: 'multiOptions', options: [...options], default: [] }),
		read: (value, place) => {
			const given = Array.isArray(value) ? value : plainText(value).split(',');
			const names = given.map(plainText).filter(Boolean);
			const unknown = names.find((name) => !known.includes(name as V));
			if (unknown === undefined) return names as V[];
			return place.refuse(
				'PARAM_FORMAT',
				`contains ${quoted(unknown)}`,
				`Possible are ${known.join(', ')}.`,
			);
		},
	};
}

/** At least one of several; a new node starts with `initial`. */
export function someChoices<V extends string>(
	words: Words,
	options: ReadonlyArray<INodePropertyOptions & { value: V }>,
	initial: readonly V[],
): Field<V[]> {
	const field = choices(words, options);
	return {
		...field,
		property: { ...field.property, required: true, default: [...initial] },
		read: (value, place) => {
			const chosen = field.read(value, place);
			if (chosen.length > 0) return chosen;
			const names = options.map((option) => option.name).join(', ');
			return place.refuse('PARAM_REQUIRED', 'is empty', `Choose at least one of ${names}.`);
		},
	};
}
