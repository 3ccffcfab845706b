import { nestedRows } from '../exact/odata/page';
import type { Reading } from '../exact/read';
import type { Session } from '../exact/session';
import type { Row } from '../exact/source';
import type { PartOf, RecordType } from '../records/record';
import type { Ask } from './operation';

/** With more rows than this, reading all parts at 1,000 a page takes fewer calls than asking for 40 rows' parts. */
const READ_ALL_ABOVE = 400;

/**
 * Adds to each row the rows of other entities that belong to it (a client's addresses), under Exact's name for
 * them. The rows are changed in place.
 */
export async function addParts(
	record: RecordType,
	rows: readonly Row[],
	names: readonly string[],
	ask: Ask,
	session: Session,
): Promise<void> {
	for (const name of names) {
		const part = record.parts[name];
		if (part !== undefined) await addPart(record, rows, part, ask, session);
	}
}

/** Parts that Exact can send along with the rows themselves, for a reading's `expand`. */
export function expanded(
	record: RecordType,
	names: readonly string[],
	columnsOf: Ask['columnsOf'],
): NonNullable<Reading['expand']> {
	const parts = names.map((name) => record.parts[name]).filter((part) => part !== undefined);
	return Object.fromEntries(parts.map((part) => [part.name, columnsOf(part.record)]));
}

/**
 * Completes parts that came along (`expanded`): they become plain lists, and what Exact left out of its answer is
 * read on its own. The rows are changed in place.
 */
export async function completeParts(
	record: RecordType,
	rows: readonly Row[],
	names: readonly string[],
	ask: Ask,
	session: Session,
): Promise<void> {
	for (const name of names) {
		const part = record.parts[name];
		if (part === undefined) continue;
		const left = rows.filter((row) => nestedRows(row[part.name]) === undefined);
		for (const row of rows) {
			row[part.name] = inOrder(part, nestedRows(row[part.name]) ?? []);
		}
		if (left.length > 0) await addPart(record, left, part, ask, session);
	}
}

function inOrder({ orderBy }: PartOf, rows: readonly Row[]): Row[] {
	if (orderBy === undefined) return [...rows];
	return [...rows].sort((a, b) => Number(a[orderBy]) - Number(b[orderBy]));
}

async function addPart(
	record: RecordType,
	rows: readonly Row[],
	part: PartOf,
	{ division, columnsOf }: Ask,
	session: Session,
): Promise<void> {
	const owners = new Map(rows.map((row) => [String(row[record.key]), row]));
	for (const row of rows) row[part.name] = [];
	const select = [...new Set([...columnsOf(part.record), part.parent])];
	const everything = rows.length > READ_ALL_ABOVE && part.record.bulk !== undefined;
	const found = everything
		? session.list(part.record, {
				division,
				select,
				// Some endpoints refuse a reading without any filter.
				where: { field: part.parent, is: 'ne', value: null },
			})
		: session.listByValues(part.record, {
				division,
				select,
				field: part.parent,
				values: [...owners.keys()],
			});
	for await (const row of found) {
		const list = owners.get(String(row[part.parent]))?.[part.name];
		if (Array.isArray(list)) list.push(row);
	}
	for (const row of rows) row[part.name] = inOrder(part, row[part.name] as Row[]);
}
