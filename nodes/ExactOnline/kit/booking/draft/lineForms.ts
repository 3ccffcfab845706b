import type { Field, Fields, Inputs } from '../../field';
import { choice, collection, jsonRows, rows } from '../../fields';

/** What the lines of an entry were entered as. */
interface EnteredLines<M, O> {
	specifyLines: 'fields' | 'json';
	lines: Array<M & { more: O }>;
	linesJson: Array<M & O>;
}

type LineForms<M extends Fields, O extends Fields> = {
	[Name in keyof EnteredLines<unknown, unknown>]: Field<EnteredLines<Inputs<M>, Inputs<O>>[Name]>;
};

const shownFor = <T>(field: Field<T>, way: 'fields' | 'json'): Field<T> => ({
	...field,
	property: { ...field.property, displayOptions: { show: { specifyLines: [way] } } },
});

/** What the form has besides the JSON: fields that choose what a row shows, and its own name of the button for more. */
interface FormOnly {
	fields: Fields;
	more: string;
}

/** Lines in a form or as JSON, with the same fields: `main` always stands in a row, `more` is added. */
export function lineForms<M extends Fields, O extends Fields>(
	main: M,
	more: O,
	json: { hint: string; placeholder: string },
	form: FormOnly = { fields: {}, more: 'Additional Fields' },
): LineForms<M, O> {
	const words = { label: form.more, section: 'lines', add: 'Add Field' } as const;
	const editor = { ...form.fields, ...main, more: collection(words, more) };
	const lines = rows({ label: 'Lines', section: 'lines', row: 'Line', add: 'Add Line' }, editor);
	const linesJson = jsonRows(
		{ ...json, label: 'Lines (JSON)', section: 'lines', row: 'Line' },
		{ ...main, ...more },
	);
	return {
		specifyLines: choice(
			{ label: 'Specify Lines', section: 'lines' },
			[
				{ name: 'Using Fields Below', value: 'fields' },
				{ name: 'Using JSON', value: 'json' },
			],
			'fields',
		),
		lines: shownFor(lines, 'fields') as LineForms<M, O>['lines'],
		linesJson: shownFor(linesJson, 'json'),
	};
}

/** The lines that count. */
export function enteredLines<L extends { more: object }, J>(inputs: {
	specifyLines: 'fields' | 'json';
	lines: readonly L[];
	linesJson: J[];
}): J[] {
	if (inputs.specifyLines === 'json') return inputs.linesJson;
	return inputs.lines.map(({ more, ...line }) => ({ ...line, ...more }) as unknown as J);
}
