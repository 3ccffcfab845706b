import type { INodeProperties } from 'n8n-workflow';

import { alphabet } from '../alphabet';
import { closest } from '../../exact/values/closest';
import { absentValue, quoted, type Field, type Fields, type Inputs, type Place } from '../field';
import { jsonProperty, property, type Words } from './property';

/** One of several things entered below each other: what it is called, and its fields. */
interface RowWords {
	/** `Line`: names each of them in messages, with its number. */
	row: string;
	add: string;
}

/**
 * Any number of rows with the same fields: lines of an invoice, shares, addresses. Takes what the editor stores, and a
 * list (or JSON text of a list) of objects with the names of the fields.
 */
export function rows<F extends Fields>(
	words: Words & RowWords,
	fields: F,
): Field<Array<Inputs<F>>> {
	return {
		section: words.section ?? 'subject',
		property: property(
			{ ...words, placeholder: words.add },
			{
				type: 'fixedCollection',
				typeOptions: { multipleValues: true, sortable: true },
				default: {},
				options: [{ displayName: words.row, name: 'row', values: propertiesOf(fields) }],
			},
		),
		read: (value, place) => readRows(value, place, words.row, fields),
	};
}

/** The same rows as JSON, for workflows that have them as data already. */
export function jsonRows<F extends Fields>(
	words: Words & Pick<RowWords, 'row'>,
	fields: F,
): Field<Array<Inputs<F>>> {
	return {
		section: words.section ?? 'subject',
		property: jsonProperty(words, '[]'),
		read: (value, place) => readRows(value, place, words.row, fields),
	};
}

/** n8n wants more than four fields in the order of the alphabet. */
const MOST_UNSORTED = 4;

function propertiesOf(fields: Fields): INodeProperties[] {
	const properties = Object.entries(fields).map(([name, { property: own }]) => ({ ...own, name }));
	if (properties.length <= MOST_UNSORTED) return properties;
	return properties.sort((a, b) => alphabet.compare(a.displayName, b.displayName));
}

function readRows<F extends Fields>(
	value: unknown,
	place: Place,
	row: string,
	fields: F,
): Array<Inputs<F>> {
	return listIn(value, place).map((one, index) =>
		readRow(one, place.inside(`${row} ${index + 1}`), fields),
	);
}

/** The rows of the editor's form, of a list, or of a JSON text. */
function listIn(value: unknown, place: Place): unknown[] {
	if (value === undefined || value === null || value === '') return [];
	const given = typeof value === 'string' ? parsed(value, place) : value;
	if (Array.isArray(given)) return given;
	if (typeof given === 'object' && given !== null) {
		const { row = [] } = given as { row?: unknown };
		if (Array.isArray(row) && Object.keys(given).every((name) => name === 'row')) return row;
	}
	return place.refuse(
		'PARAM_FORMAT',
		`is not a list: ${quoted(value)}`,
		'Expected a list of objects, such as [{"amount": 100}].',
	);
}

function parsed(text: string, place: Place): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch (error) {
		const reason = error instanceof Error ? error.message : '';
		return place.refuse('PARAM_FORMAT', `is not valid JSON: ${reason}`, 'Check quotes and commas.');
	}
}

/** A name that is not known must not be dropped in silence: it may have been an amount. */
function readRow<F extends Fields>(value: unknown, place: Place, fields: F): Inputs<F> {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		return place.refuse('PARAM_FORMAT', `is ${quoted(value)}`, 'Expected an object.');
	}
	const names = Object.keys(fields);
	const unknown = Object.keys(value).find((name) => !names.includes(name));
	if (unknown !== undefined) {
		const meant = closest(unknown, names);
		const advice = meant === undefined ? '' : `Did you mean ${meant}? `;
		return place.refuse(
			'PARAM_FORMAT',
			`contains ${quoted(unknown)}`,
			`${advice}Possible are ${names.join(', ')}.`,
		);
	}
	const given = value as Record<string, unknown>;
	const entries = Object.entries(fields).map(([name, field]) => [
		name,
		field.read(given[name] ?? absentValue(field), place.inside(field.property.displayName)),
	]);
	return Object.fromEntries(entries) as Inputs<F>;
}
