import type { Field } from '../../field';
import { choice, collection, jsonObject, switchField } from '../../fields';

/** Whether something is in use; words that also take true and false from an expression. */
type Active = 'true' | 'false';

/** *Active*: what choosing `Yes` and `No` does is said under them. */
export function activeField(
	noun: string,
	{ yes, no }: { yes: string; no: string },
): Field<Active | undefined> {
	const field = choice<Active>(
		{ label: 'Active', hint: `Whether the ${noun} is in use` },
		[
			{ name: 'No', value: 'false', description: no },
			{ name: 'Yes', value: 'true', description: yes },
		],
		'true',
	);
	return ifAdded({ ...field, read: (value, place) => field.read(String(value), place) });
}

/** A field of a collection that says nothing unless it was added: a switch that is off means no only then. */
export function ifAdded<T>(field: Field<T>): Field<T | undefined> {
	return {
		...field,
		absent: 'nothing',
		read: (value, place) => (value === undefined ? undefined : field.read(value, place)),
	};
}

export function exactFields(noun: string, example: string) {
	return jsonObject({
		label: 'Additional Exact Fields',
		hint: `JSON: further fields of the ${noun} by Exact's own names; null empties one`,
		placeholder: `e.g. ${example}`,
	});
}

export const preview = switchField({
	label: 'Preview',
	hint: 'Whether to check everything and return what would be sent, without writing it',
});

/** *Options* of Create: what happens when there is one with this code. */
export const createOptions = collection(
	{ label: 'Options', section: 'options', add: 'Add Option' },
	{
		ifCodeExists: choice<'fail' | 'use'>(
			{
				label: 'If Code Exists',
				hint: 'What to do when the division already has one with this code',
			},
			[
				{ name: 'Stop With an Error', value: 'fail' },
				{
					name: 'Use Existing',
					value: 'use',
					description: 'Return the one that is there, if it is as it was asked for',
				},
			],
			'fail',
		),
		preview,
	},
);

/** *Options* of Update. */
export const updateOptions = collection(
	{ label: 'Options', section: 'options', add: 'Add Option' },
	{ preview },
);
