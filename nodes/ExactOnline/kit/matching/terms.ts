import type { Session } from '../../exact/session';
import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import type { ReadingByValues } from '../../exact/read';
import { isOpen, termRecords } from '../openTerms';
import { toMinor } from '../../ledger/money';
import type { OpenSide } from '../../ledger/openItems';
import type { RecordType } from '../../records/record';

/** All currencies in which companies of Exact Online keep their books have two. */
export const DECIMALS = 2;

/** The terms of ledger lines, by the ID of the line. */
export type Terms = ReadonlyMap<string, readonly Row[]>;

/** The terms of lines of one side, open or not; 40 lines a call. */
export async function readTerms(
	lineIds: readonly string[],
	side: OpenSide,
	division: number,
	session: Session,
): Promise<Terms> {
	const select = ['ID', 'TransactionID', 'Status', 'AmountDC', 'AmountFC'];
	const reading = { division, select, field: 'TransactionID', values: [...new Set(lineIds)] };
	return groupedBy('TransactionID', await rowsBy(termRecords[side], reading, session));
}

/**
 * What is open of a line, a number for each of its terms, in minor units with the sign of the line. Exact names a term by
 * what is open of it, whether it keeps what was paid before as a term of its own or takes it off this one. A line without
 * any term is open as a whole.
 */
export function openAmounts(line: Row, terms: readonly Row[] | undefined): number[] {
	const amount = minor(line.AmountDC);
	if (terms === undefined) return amount === 0 ? [] : [amount];
	return terms
		.filter(isOpen)
		.map(({ AmountDC }) => Math.sign(amount) * Math.abs(minor(AmountDC)))
		.filter((open) => open !== 0);
}

function minor(amount: unknown): number {
	return toMinor(Number(amount ?? 0), DECIMALS);
}

/** Every row whose column holds one of the values; no call without any. */
export async function rowsBy(
	record: RecordType,
	reading: ReadingByValues,
	session: Session,
): Promise<Row[]> {
	const rows: Row[] = [];
	for await (const row of session.listByValues(record, reading)) rows.push(row);
	return rows;
}

export function groupedBy(column: string, rows: Iterable<Row>): Map<string, Row[]> {
	const groups = new Map<string, Row[]>();
	for (const row of rows) {
		const key = keyOf(row[column]);
		groups.set(key, [...(groups.get(key) ?? []), row]);
	}
	return groups;
}

/** A GUID as keys are compared here. */
export function keyOf(value: unknown): string {
	return textOf(value).toLowerCase();
}
