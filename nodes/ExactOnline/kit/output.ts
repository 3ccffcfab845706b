import type { IDataObject } from 'n8n-workflow';

import { alphabet } from './alphabet';
import type { Session } from '../exact/session';
import type { Row } from '../exact/source';
import type { Zone } from '../exact/values/time';
import { allColumns, columnsOf, needsZone, raw, reader, type RecordType } from '../records/record';
import type { ReadContext } from '../records/shows';
import { plainText, type Field, type Fields } from './field';
import { choice, choices } from './fields';

export type OutputMode = 'simplified' | 'raw' | 'selected';

export interface OutputInputs {
	output: OutputMode;
	fieldsToReturn: string[];
}

const output = choice(
	{ label: 'Output', hint: 'How each record is returned', section: 'output' },
	[
		{
			name: 'Raw',
			value: 'raw',
			description: "All fields with Exact Online's own names and values",
		},
		{
			name: 'Selected Fields',
			value: 'selected',
			description: 'Only the fields you choose, with readable names and values',
		},
		{
			name: 'Simplified',
			value: 'simplified',
			description: 'The usual fields with readable names, dates and words',
		},
	],
	'simplified',
);

/** *Output* and, for a selection, the fields that the record shows. */
export function outputFields(record: RecordType): Fields {
	const options = Object.keys(record.shows)
		.filter((name) => name !== 'id')
		.map((name) => ({ name: titleOf(name), value: name }))
		.sort((a, b) => alphabet.compare(a.name, b.name));
	const selection = choices(
		{
			label: 'Fields to Return',
			hint: 'The fields of each record; the ID and the division are always returned',
			section: 'output',
		},
		options,
	);
	const shown = { displayOptions: { show: { output: ['selected'] } } };
	const fieldsToReturn: Field<string[]> = {
		...selection,
		// Both come anyway; an expression may well name them.
		read: (value, place) => selection.read(withoutConstants(value), place),
		property: { ...selection.property, ...shown },
	};
	return { output, fieldsToReturn };
}

function withoutConstants(value: unknown): unknown {
	const names: unknown[] = Array.isArray(value) ? value : plainText(value).split(',');
	return names.filter((name) => !['id', 'division'].includes(plainText(name)));
}

/** How rows of a record become output items, and which columns that takes. */
export interface Presenter {
	columns: string[];
	/** The columns of a part that the output needs. */
	columnsOf(part: RecordType): string[];
	show(row: Row): IDataObject;
}

const UTC: Zone = { offsetMs: 0 };

/** Prepares the chosen output. Asks Exact for its clock only when a moment is to be shown. */
export async function presenter(
	record: RecordType,
	{ division, output: mode, fieldsToReturn }: OutputInputs & { division: number },
	session: Session,
): Promise<Presenter> {
	const fields = mode === 'selected' ? ['id', ...fieldsToReturn] : Object.keys(record.shows);
	const zoned = mode !== 'raw' && needsZone(record, fields);
	const zone = zoned ? (await session.me()).zone : UTC;
	const context: ReadContext = { division, zone, today: session.today() };
	if (mode === 'raw') {
		return {
			columns: allColumns(record),
			columnsOf: allColumns,
			show: (row) => raw(record, row, context),
		};
	}
	const read = reader(record, fields);
	return {
		columns: columnsOf(record, fields),
		columnsOf,
		show: (row) => read(row, context),
	};
}

/** `vatNumber` as a label: `VAT Number`. */
function titleOf(name: string): string {
	return name
		.replace(/([A-Z])/g, ' $1')
		.replace(/^./, (first) => first.toUpperCase())
		.replace(/\b(Bic|Eu|Iban|Id|Oss|Siret|Url|Vat)\b/g, (word) => word.toUpperCase())
		.replace(/ (For|In|Of) /g, (word) => word.toLowerCase())
		.replace(/^G Account/, 'G-Account');
}
