import type { IDataObject } from 'n8n-workflow';

import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import type { RecordType } from '../../../records/record';
import type { JsonSchema } from '../../../records/shows';
import type { Written } from '../pipeline';
import { differences } from './compare';
import type { Company } from './put';

/** A record that is as it was asked for. */
export interface Saved {
	/** As far as it is known: what was read, and what was written since. */
	row: Row;
	created: boolean;
	updated: boolean;
	/** The columns that were written. */
	sent: IDataObject;
	warnings: string[];
}

/** What the output of a write says besides the record. */
export const saying: Readonly<Record<string, JsonSchema>> = {
	isNew: { type: 'boolean' },
	isUpdated: { type: 'boolean' },
};

export function idOf(row: Row): string {
	return textOf(row.ID).toLowerCase();
}

/** Records as Exact has them now: one call for up to 40, none when no column is wanted. */
export async function readBack(
	record: RecordType,
	ids: readonly string[],
	columns: readonly string[],
	{ division, session }: Company,
): Promise<Row[]> {
	const readable = columns.filter((column) => record.columns[column] !== 'Binary');
	if (readable.length === 0) return [];
	const select = [...new Set(['ID', ...readable])];
	const rows: Row[] = [];
	const reading = { division, select, field: 'ID', values: [...new Set(ids)] };
	for await (const row of session.listByValues(record, reading)) rows.push(row);
	return rows;
}

/** The output of one record. It is saved whatever was read back, so that this can only warn. */
export function outcome(
	record: RecordType,
	{ row, created, updated, sent, warnings }: Saved,
	stored: Row | undefined,
	show: (row: Row) => IDataObject,
): Written {
	const lost = stored === undefined ? {} : differences(record, stored, comparable(record, sent));
	const said = [
		...warnings,
		...(stored === undefined ? [UNREAD] : []),
		...Object.entries(lost).map(
			([column, value]) =>
				`Exact Online keeps "${textOf(stored?.[column])}" as ${column} instead of "${textOf(value)}"`,
		),
	];
	const json = { ...show(stored ?? row), isNew: created, isUpdated: updated };
	return { json: said.length === 0 ? json : { ...json, _warnings: said } };
}

/** What can be compared: pictures are never read. */
function comparable({ columns }: RecordType, sent: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(sent).filter(([name]) => columns[name] !== 'Binary'));
}

const UNREAD = 'It is saved, but could not be read back and compared with what was asked for';
