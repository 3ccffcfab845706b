import { all, any, equals, type Condition } from '../exact/odata/filter';
import type { FilterValue } from '../exact/odata/literal';
import type { Row } from '../exact/source';
import { textOf } from '../exact/values/text';
import { exactMs } from '../exact/values/time';
import type { RecordType } from '../records/record';
import type { Stamped } from './bookmark';

/** A list of records that a trigger watches in every one of its divisions. */
export interface Watch {
	/** Kept for ever: bookmarks are stored under it. */
	name: string;
	record: RecordType;
	/** The moment that counts: when a record was made, or when it was changed last. */
	stamp: 'Created' | 'Modified';
	/** The values that its columns must have. Looked at here and not by Exact, so that another choice brings up nothing old. */
	only: Readonly<Record<string, readonly FilterValue[]>>;
	/** Parts that come with each record. */
	parts: readonly string[];
}

/** A row as it was noticed, in few columns. */
export interface Noticed extends Stamped {
	row: Row;
}

/** The columns that tell whether a row is new, and wanted. */
export function noticedColumns({ record, stamp, only }: Watch): string[] {
	return [record.key, stamp, ...Object.keys(only)];
}

/** A record that may change is another one to the trigger after each change. */
export function noticed({ record, stamp }: Watch, row: Row): Noticed {
	const at = exactMs(row[stamp]) ?? 0;
	const key = textOf(row[record.key]).toLowerCase();
	return { stamp: at, key: stamp === 'Modified' ? `${key} ${at}` : key, row };
}

export function isWanted({ only }: Watch, { row }: Noticed): boolean {
	return Object.entries(only).every(([column, values]) =>
		values.some((value) => textOf(value) === textOf(row[column])),
	);
}

/** The same as a filter. */
export function wantedCondition({ only }: Watch): Condition {
	return all(
		...Object.entries(only).map(([column, values]) =>
			any(...values.map((value) => equals(column, value))),
		),
	);
}
