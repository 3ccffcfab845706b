import type { Row, Writing } from '../entities/entity.mjs';
import type { Company } from '../rows/company.mjs';
import { newGuid } from '../rows/input.mjs';
import { linesOf, renewed, without } from './booking.mjs';
import { booksOf } from './books.mjs';
import type { Books } from './books.mjs';
import type { FreeKind } from './freeKinds.mjs';
import { matchByReference } from './matching.mjs';
import { freePostings } from './freePosting.mjs';
import { termOf } from './term.mjs';
import { transactionRows } from './transactionRows.mjs';

/** Where open items stand, by the type of the ledger account: receivable, payable. */
const termTables: Readonly<Record<number, 'Receivables' | 'Payments'>> = {
	20: 'Receivables',
	22: 'Payments',
};

/** The table of open items that a ledger account belongs to. */
export function termTableOf(glAccount: Row | undefined) {
	return termTables[Number(glAccount?.['Type'])];
}

/** The header of a free entry under the names that sales and purchase entries have. */
export function asEntry({ type }: FreeKind, header: Row): Row {
	return {
		...header,
		Type: header['Type'] ?? type,
		Journal: header['JournalCode'],
		ReportingYear: header['FinancialYear'],
		ReportingPeriod: header['FinancialPeriod'],
		Rate: header['ExchangeRate'],
	};
}

/** What a free entry has left in the ledger and among the open items of either side. */
export function leftBy(company: Company, { EntryID: entry }: Row) {
	const where = (table: string, column: string) =>
		company
			.table(table)
			.rows()
			.filter((row) => row[column] === entry);
	return {
		TransactionLines: where('TransactionLines', 'EntryID'),
		Receivables: where('Receivables', 'TransactionEntryID'),
		Payments: where('Payments', 'TransactionEntryID'),
	};
}

/**
 * Writes the ledger lines of a free entry, and an open item for every line on a receivable or payable
 * account: a payment is one as well until it is matched with an invoice.
 */
export function bookFree(kind: FreeKind, header: Row, writing: Writing, fresh: boolean): void {
	const { company } = writing;
	const before = fresh ? nothing : leftBy(company, header);
	const lines = linesOf(company, kind, header);
	const books = booksOf(company);
	const postings = freePostings(kind, header, lines, books);
	const ledger = inPlace(
		transactionRows(asEntry(kind, header), null, postings, books),
		before.TransactionLines,
		new Set(lines.map((line) => line['ID'])),
		writing,
	);
	// Seen of bank lines: the offset is the other side of the entry until the line is matched.
	if (kind.money) for (const row of ledger.slice(1)) row['OffsetID'] ??= ledger[0]?.['ID'];
	company.store('TransactionLines', ledger);
	writing.erase('TransactionLines', without(before.TransactionLines, ledger));
	const known = [...before.Receivables, ...before.Payments];
	const open = new Set(known.map((term) => term['TransactionID']));
	for (const line of ledger)
		if (!open.has(line['ID'])) openTerm(asEntry(kind, header), line, books, writing);
	if (kind.money && writing.settings.autoMatch) matchByReference(company, header, writing.now);
}

const nothing: ReturnType<typeof leftBy> = { TransactionLines: [], Receivables: [], Payments: [] };

/** Lines keep their keys: those of the entry have them, the others go by their order. */
function inPlace(
	rows: readonly Row[],
	before: readonly Row[],
	lines: ReadonlySet<Row[string]>,
	writing: Writing,
): Row[] {
	const numbered = (row: Row) => Number(row['LineNumber']);
	const others = before
		.filter((row) => !lines.has(row['ID']))
		.sort((a, b) => numbered(a) - numbered(b));
	return rows.map((row) => {
		const old =
			row['ID'] === undefined ? others.shift() : before.find((one) => one['ID'] === row['ID']);
		return renewed('TransactionLines', row, old, writing);
	});
}

function openTerm(entry: Row, line: Row, books: Books, writing: Writing): void {
	const entity = termTableOf(books.glAccount(line['GLAccount']));
	if (!entity || line['AmountFC'] === 0) return;
	const header = {
		...entry,
		...{ EntryDate: line['Date'], DueDate: line['DueDate'] ?? line['Date'] },
		...{ Rate: line['ExchangeRate'], Description: line['Description'] },
		...{ Document: line['Document'], InvoiceNumber: line['InvoiceNumber'] },
	};
	const row = {
		...termOf(line['Account'] ?? null, header, line, books),
		...{ Status: 20, EntryID: newGuid(writing.company, 'EntryID') },
	};
	writing.company.store(entity, [renewed(entity, row, undefined, writing)]);
}
