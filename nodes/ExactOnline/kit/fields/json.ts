import { quoted, type Field } from '../field';
import { jsonProperty, type Words } from './property';

/** A JSON object, typed in or given by expression; undefined when empty or without any field. */
export function jsonObject(words: Words): Field<Record<string, unknown> | undefined> {
	return {
		section: words.section ?? 'subject',
		property: jsonProperty(words, '{}'),
		read: (value, place) => {
			if (value === null || value === undefined || value === '') return undefined;
			const read = typeof value === 'string' ? parseJson(value) : value;
			if (typeof read === 'object' && read !== null && !Array.isArray(read)) {
				return Object.keys(read).length === 0 ? undefined : (read as Record<string, unknown>);
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
