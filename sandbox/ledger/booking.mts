import type { Row, Writing } from '../entities/entity.mjs';
import type { Company } from '../rows/company.mjs';
import { newGuid } from '../rows/input.mjs';
import { tampered } from '../rules/tamper.mjs';
import { booksOf } from './books.mjs';
import type { EntryKind } from './kinds.mjs';
import { isMatched } from './matching.mjs';
import { postingsOf } from './posting.mjs';
import { termOf } from './term.mjs';
import { transactionRows } from './transactionRows.mjs';

/** The lines of an entry, in their order. */
export function linesOf(company: Company, kind: { lines: string }, header: Row): Row[] {
	const lines = company.table(kind.lines).rows();
	return lines
		.filter((line) => line['EntryID'] === header['EntryID'])
		.sort((a, b) => Number(a['LineNumber']) - Number(b['LineNumber']));
}

/** What was derived from an entry. */
export function derivedFrom(company: Company, kind: EntryKind, header: Row) {
	const entry = header['EntryID'];
	const ledger = company.table('TransactionLines').rows();
	const terms = company.table(kind.terms).rows();
	return {
		ledger: ledger.filter((row) => row['EntryID'] === entry),
		terms: terms.filter((row) => row['TransactionEntryID'] === entry),
	};
}

/** Writes the ledger lines and the open item of an entry; rows that are there already keep their keys. */
export function book(kind: EntryKind, header: Row, writing: Writing, fresh: boolean): void {
	const { company } = writing;
	const books = booksOf(company);
	const before = fresh ? { ledger: [], terms: [] } : derivedFrom(company, kind, header);
	const lines = linesOf(company, kind, header);
	const postings = postingsOf({ kind, header, lines, books });
	const rows = transactionRows(header, header[kind.partner] ?? null, postings, books);
	const ledger = rows.map((row) => merged('TransactionLines', row, before.ledger, writing));
	company.store('TransactionLines', ledger);
	writing.erase('TransactionLines', without(before.ledger, ledger));
	const [control] = ledger;
	const open =
		control && control['AmountFC'] !== 0
			? [termOf(header[kind.partner] ?? null, header, control, books)]
			: [];
	const terms = isMatched(company, header)
		? before.terms.map((term) => matchedTerm(term, open[0]))
		: open.map((row) => mergedTerm(kind.terms, row, before.terms, writing));
	company.store(kind.terms, terms);
	writing.erase(kind.terms, without(before.terms, terms));
}

export const without = (rows: readonly Row[], kept: readonly Row[]) =>
	rows.filter((row) => !kept.includes(row));

function merged(entity: string, row: Row, before: readonly Row[], writing: Writing): Row {
	const old = before.find((other) => sameLine(other, row));
	return renewed(entity, row, old, writing);
}

/** The row that was there already, changed; else a new one with a key. */
export function renewed(entity: string, row: Row, old: Row | undefined, writing: Writing): Row {
	if (old) return Object.assign(old, row, { ID: old['ID'] });
	const { company } = writing;
	const created = { Created: row['Modified'], ...row, ID: row['ID'] ?? newGuid(company, entity) };
	return tampered(entity, created, writing);
}

/** What was settled with the relation stays; the payment method follows the payment condition. */
function mergedTerm(entity: string, row: Row, before: readonly Row[], writing: Writing): Row {
	const [old] = before;
	if (old?.['PaymentCondition'] === row['PaymentCondition']) delete row['PaymentMethod'];
	const initial = old ? {} : { Status: 20, EntryID: newGuid(writing.company, 'EntryID') };
	return merged(entity, { ...row, ...initial }, before, writing);
}

/** What was matched keeps its amounts and its state, and so does what stayed open beside it. */
function matchedTerm(term: Row, row: Row | undefined): Row {
	const own = ['AmountDC', 'AmountFC', 'PaymentMethod'];
	return Object.assign(term, row, Object.fromEntries(own.map((name) => [name, term[name]])));
}

/** A line of the entry is known by its key; the control line and terms are one each; VAT goes by its code. */
function sameLine(old: Row, row: Row): boolean {
	if (row['ID'] !== undefined) return old['ID'] === row['ID'];
	if (row['LineNumber'] === undefined) return true;
	if (row['LineNumber'] === 0 || old['LineNumber'] === 0) {
		return old['LineNumber'] === row['LineNumber'];
	}
	return ['GLAccount', 'VATCode', 'VATType'].every((name) => old[name] === row[name]);
}
