import { alphabet } from '../alphabet';
import {
	absentValue,
	quoted,
	type Field,
	type Fields,
	type Inputs,
	type Place,
	type Section,
} from '../field';
import { property, type Words } from './property';

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
				options: options.sort((a, b) => alphabet.compare(a.displayName, b.displayName)),
			},
		),
		read: (value, place) => {
			const given = readCollection(value, place, Object.keys(fields));
			const entries = Object.entries(fields).map(([name, field]) => [
				name,
				field.read(given[name] ?? absentValue(field), place.inside(field.property.displayName)),
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
