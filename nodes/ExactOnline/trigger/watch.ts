import type { IDataObject } from 'n8n-workflow';

import { all, any, equals, type Condition } from '../exact/odata/filter';
import type { Session } from '../exact/session';
import type { Row } from '../exact/source';
import { textOf } from '../exact/values/text';
import { exactMs } from '../exact/values/time';
import type { OutputInputs } from '../kit/output';
import type { RecordType } from '../records/record';
import type { Only, Stamped } from './bookmark';

/** A list of records that a trigger watches in every one of its divisions. */
export interface Watch {
	/** Kept for ever: bookmarks are stored under it. */
	name: string;
	/** The list, with the key by which its records are told apart. */
	record: RecordType;
	/** The moment that counts: when a record was made, or when it was changed last. */
	stamp: 'Created' | 'Modified';
	/** The rows of the list that are looked at; all of them when absent. */
	among?: Condition;
	/** Where a record may have several of these rows: the column that tells them apart, and which of them count. */
	rows?: { column: string; counting: Counting };
	/**
	 * What is looked at in a row, besides key and stamp: the same whatever was chosen, since it stands in the address
	 * of the next page, which is kept over a change of the panel.
	 */
	columns: readonly string[];
	/** The values that columns must have. Looked at here and not by Exact, so that another choice brings up nothing old. */
	only: Only;
	/** How the records are read as the workflow gets them. */
	read: Reader;
	/** Whether their files come with them: as a list, or with their content. */
	files?: 'list' | 'download';
	/** The column with the document of an entry, where there is one. */
	documentColumn?: string;
}

/** Reads records by their keys, as the action node would; what was deleted in the meantime is not in the answer. */
export type Reader = (
	keys: readonly string[],
	division: number,
	output: OutputInputs,
	session: Session,
) => Promise<Map<string, IDataObject>>;

/** Of the rows that were noticed, those that stand for a record: each record has one of these at most. */
type Counting = (
	noticed: readonly Noticed[],
	division: number,
	session: Session,
) => Promise<Noticed[]>;

/** A row as it was noticed, in few columns. */
export interface Noticed extends Stamped {
	/** The key of the record itself. */
	id: string;
	row: Row;
}

/** The columns that tell whether a row is new, and wanted. */
export function noticedColumns({ record, stamp, columns }: Watch): string[] {
	return [record.key, stamp, ...columns];
}

/** A record that may change is another one to the trigger after each change. */
export function noticed({ record, stamp, rows }: Watch, row: Row): Noticed {
	const at = exactMs(row[stamp]) ?? 0;
	const id = keyOf(record, row);
	const ofRecord = rows === undefined ? id : `${id} ${textOf(row[rows.column])}`;
	return { stamp: at, key: stamp === 'Modified' ? `${ofRecord} ${at}` : ofRecord, id, row };
}

/** Whether a row has the values that are wanted. */
export function isWanted(only: Only, { row }: Noticed): boolean {
	return Object.entries(only).every(([column, values]) =>
		values.some((value) => textOf(value) === textOf(row[column])),
	);
}

/** A row's key, written in one way. */
export function keyOf({ key }: RecordType, row: Row): string {
	return textOf(row[key]).toLowerCase();
}

/** The rows from a stamp on. */
export function since({ record, stamp, among }: Watch, from: number): Condition {
	const later = (field: string): Condition => ({ field, is: 'ge', value: new Date(from) });
	// Where Exact wants a filter on one of some columns: nothing is changed before it is made.
	const isAllowed = record.mandatoryFilter?.includes(stamp) ?? true;
	return all(among, later(stamp), isAllowed ? undefined : later('Modified'));
}

/** What `isWanted` looks at, as a filter. */
export function wantedCondition({ only }: Watch): Condition {
	return all(
		...Object.entries(only).map(([column, values]) =>
			any(...values.map((value) => equals(column, value))),
		),
	);
}
