import type { Row, Writing } from '../entities/entity.mjs';
import { messages } from './messages.mjs';

/**
 * The number of a new entry, which is its invoice number as well: the one given, or the next after those
 * taken in its journal and year (recorded form: two digits of the year, the journal, four digits).
 */
export function settleNumber(row: Row, taken: readonly number[], writing: Writing): void {
	const given = row['EntryNumber'] ?? row['InvoiceNumber'];
	const kept = writing.settings.entryNumbers === 'kept' && given !== undefined && given !== null;
	const number = kept ? Number(given) : nextNumber(row, taken);
	if (taken.includes(number)) writing.fail(messages.exists);
	row['EntryNumber'] = number;
	row['InvoiceNumber'] = number;
}

function nextNumber(row: Row, taken: readonly number[]): number {
	const year = String(row['ReportingYear']).slice(-2);
	const journal = String(row['Journal']).replace(/\D/g, '');
	const start = Number(`${year}${journal}0000`);
	let highest = start;
	for (const number of taken) {
		// A number of another form that somebody has given does not carry on.
		if (number <= start + 9999) highest = Math.max(highest, number);
	}
	return highest + 1;
}
