import { equals, type Condition } from '../exact/odata/filter';
import type { Session } from '../exact/session';
import { ledgerEntry } from '../records/ledgerEntry';
import { transactionLine } from '../records/transactionLine';
import { keyOf, type Noticed } from './watch';

/** An entry begins with line 0, or with line 1 where there is none: line 0 is certain of invoices only. */
export const beginsEntry: Condition = { field: 'LineNumber', is: 'le', value: 1 };

/**
 * The lines with which an entry begins, one of each: a line 1 counts only where there is no line 0. One call for 40
 * lines 1 that came without it; none as a rule, since both are entered at once.
 */
export async function entriesBegun(
	lines: readonly Noticed[],
	division: number,
	session: Session,
): Promise<Noticed[]> {
	const begun = new Set(lines.filter(isLineZero).map(({ id }) => id));
	const values = lines.filter(({ id }) => !begun.has(id)).map(({ id }) => id);
	const where = equals('LineNumber', 0);
	const reading = { division, select: ['EntryID'], field: 'EntryID', values, where };
	for await (const row of session.listByValues(transactionLine, reading)) {
		begun.add(keyOf(ledgerEntry, row));
	}
	return lines.filter((line) => isLineZero(line) || !begun.has(line.id));
}

function isLineZero({ row }: Noticed): boolean {
	return Number(row.LineNumber) === 0;
}
