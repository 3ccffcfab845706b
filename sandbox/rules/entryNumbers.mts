import type { Row, Writing } from '../entities/entity.mjs';
import type { EntryKind } from '../ledger/kinds.mjs';
import { messages } from './messages.mjs';

/**
 * The number of a new entry, which is its invoice number as well: the one given, or the next of its journal
 * and year (recorded form: two digits of the year, the journal, four digits).
 */
export function settleNumber({ entity }: EntryKind, row: Row, writing: Writing): void {
	const { company, settings } = writing;
	const others = company
		.table(entity)
		.rows()
		.filter(
			(other) =>
				other['Journal'] === row['Journal'] && other['ReportingYear'] === row['ReportingYear'],
		);
	const given = row['EntryNumber'] ?? row['InvoiceNumber'];
	const kept = settings.entryNumbers === 'kept' && given !== undefined && given !== null;
	const number = kept ? given : nextNumber(row, others);
	if (others.some((other) => other['EntryNumber'] === number)) writing.fail(messages.exists);
	row['EntryNumber'] = number;
	row['InvoiceNumber'] = number;
}

function nextNumber(row: Row, others: readonly Row[]): number {
	const year = String(row['ReportingYear']).slice(-2);
	const journal = String(row['Journal']).replace(/\D/g, '');
	const start = Number(`${year}${journal}0000`);
	let highest = start;
	for (const other of others) {
		const number = Number(other['EntryNumber']);
		// A number of another form that somebody has given does not carry on.
		if (number <= start + 9999) highest = Math.max(highest, number);
	}
	return highest + 1;
}
