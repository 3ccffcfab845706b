import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { dayFrom, instantFrom } from '../exact/values/input';
import {
	plainText,
	quoted,
	type Field,
	type Fields,
	type Inputs,
	type Place,
	type Section,
} from './field';

/** What a declaration says of a field: the words on the screen. */
interface Words {
	label: string;
	hint?: string;
	placeholder?: string;
	section?: Section;
}

function property(words: Words, rest: Partial<INodeProperties>): Omit<INodeProperties, 'name'> {
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

/** A line of text; undefined when it is empty. */
export function textField(words: Words): Field<string | undefined> {
	return {
		section: words.section ?? 'subject',
		property: property(words, {}),
		read: (value) => plainText(value) || undefined,
	};
}

/** A line of text that has to be there. */
export function requiredText(words: Words): Field<string> {
	return {
		section: words.section ?? 'subject',
		property: property(words, { required: true }),
		read: (value, place) =>
			plainText(value) || place.refuse('PARAM_REQUIRED', 'is empty', 'Enter a value.'),
	};
}

/** A switch. */
export function switchField(words: Words & { hint: string; on?: boolean }): Field<boolean> {
	return {
		section: words.section ?? 'options',
		property: property(words, { type: 'boolean', default: words.on ?? false }),
		read: (value, place) => {
			const text = plainText(value);
			if (text === 'true' || text === 'false' || text === '') return text === 'true';
			return place.refuse('PARAM_FORMAT', `is ${quoted(value)}`, 'Expected true or false.');
		},
	};
}

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
				'PARAM_FORMAT',
				`is ${quoted(value)}`,
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

/** A whole number from `min` to `max`. */
export function wholeNumber(
	words: Words,
	{ min, max, initial }: { min: number; max?: number; initial: number },
): Field<number> {
	const range = max === undefined ? `of at least ${min}` : `from ${min} to ${max}`;
	return {
		section: words.section ?? 'options',
		property: property(words, { type: 'number', default: initial, typeOptions: { minValue: min } }),
		read: (value, place) => {
			const number = typeof value === 'number' ? value : Number(plainText(value) || NaN);
			const fits = Number.isInteger(number) && number >= min && number <= (max ?? Infinity);
			if (fits) return number;
			return place.refuse('PARAM_RANGE', `is ${quoted(value)}`, `Enter a whole number ${range}.`);
		},
	};
}

/** A calendar day, `2026-06-25`; undefined when empty. */
export function dayField(words: Words): Field<string | undefined> {
	return dateTime(words, dayFrom, 'a date such as 2026-06-25');
}

/** An instant as epoch ms; undefined when empty. Without an offset the workflow's zone holds. */
export function momentField(words: Words): Field<number | undefined> {
	return dateTime(words, instantFrom, 'a date and time such as 2026-06-25T14:30');
}

function dateTime<T>(
	words: Words,
	parse: (text: string, zone: string) => T | undefined,
	expected: string,
): Field<T | undefined> {
	return {
		section: words.section ?? 'filters',
		property: property(words, { type: 'dateTime' }),
		read: (value, place) => {
			const text = plainText(value);
			if (text === '') return undefined;
			return (
				parse(text, place.zone) ??
				place.refuse('PARAM_FORMAT', `is not a date: ${quoted(value)}`, `Enter ${expected}.`)
			);
		},
	};
}

/** A JSON object, typed in or given by expression; undefined when empty. */
export function jsonObject(words: Words): Field<Record<string, unknown> | undefined> {
	return {
		section: words.section ?? 'subject',
		property: property(words, { type: 'json' }),
		read: (value, place) => {
			if (value === null || value === undefined || value === '') return undefined;
			const read = typeof value === 'string' ? parseJson(value) : value;
			if (typeof read === 'object' && read !== null && !Array.isArray(read)) {
				return read as Record<string, unknown>;
			}
			return place.refuse(
				'PARAM_FORMAT',
				`is not a JSON object: ${quoted(value)}`,
				'Enter an object such as {"Name": "Jansen"}.',
			);
		},
	};
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

/** Optional fields behind one button: `Filters`, `Options`. What was not added has the value of an empty field. */
export function collection<F extends Fields>(
	words: Words & { section: Section; add: string },
	fields: F,
): Field<Inputs<F>> {
	const options = Object.entries(fields).map(([name, field]) => ({ ...field.property, name }));
	return {
		section: words.section,
		property: property(
			{ ...words, placeholder: words.add },
			{
				type: 'collection',
				default: {},
				options: options.sort((a, b) => a.displayName.localeCompare(b.displayName, 'en')),
			},
		),
		read: (value, place) => {
			const given = readCollection(value, place, Object.keys(fields));
			const entries = Object.entries(fields).map(([name, field]) => [
				name,
				field.read(given[name] ?? field.property.default, place.inside(field.property.displayName)),
			]);
			return Object.fromEntries(entries) as Inputs<F>;
		},
	};
}

/** What stands in a collection; a name that is not known must not look like a filter that works. */
function readCollection(value: unknown, place: Place, known: string[]): Record<string, unknown> {
	if (value === undefined || value === null || value === '') return {};
	if (typeof value !== 'object' || Array.isArray(value)) {
		return place.refuse(
			'PARAM_FORMAT',
			`is ${quoted(value)}`,
			`Expected an object with some of ${known.join(', ')}.`,
		);
	}
	const unknown = Object.keys(value).find((name) => !known.includes(name));
	if (unknown === undefined) return value as Record<string, unknown>;
	return place.refuse(
		'PARAM_FORMAT',
		`contains ${quoted(unknown)}`,
		`Possible are ${known.join(', ')}.`,
	);
}
