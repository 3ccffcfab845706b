import { plainText, type Field } from './field';
import { textField } from './fields';
import type { Words } from './fields/property';

/** What codes may begin with, as a comma list; none when it is empty. */
export function codePrefixes(words: Words): Field<string[]> {
	const field = textField(words);
	return {
		...field,
		read: (value) => {
			const parts = Array.isArray(value) ? value : plainText(value).split(',');
			return parts.map(plainText).filter((part) => part !== '');
		},
	};
}

/** Whether a code begins with one of them; without any every code does. */
export function beginsWithOneOf(code: string, prefixes: readonly string[]): boolean {
	return prefixes.length === 0 || prefixes.some((prefix) => code.startsWith(prefix));
}
