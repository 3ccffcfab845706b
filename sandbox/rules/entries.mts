import type { Draft, Row, Rules, Writing } from '../entities/entity.mjs';
import { book, derivedFrom, linesOf } from '../ledger/booking.mjs';
import type { EntryKind } from '../ledger/kinds.mjs';
import type { Company } from '../rows/company.mjs';
import { documentFor } from './documents.mjs';
import { overrideVat, priceLine, settleTotals, signOf } from './entryAmounts.mjs';
import {
	checkPartner,
	cutReference,
	journalOf,
	settleCurrency,
	settleDueDate,
	today,
} from './entryDefaults.mjs';
import { settleNumber } from './entryNumbers.mjs';
import { isClosed, requireOpen, requireUnmatched, settlePeriod } from './entryPeriods.mjs';
import { messages } from './messages.mjs';

/** A PUT leaves these as they are; which of them the real service changes is not known. */
const fixed = [
	...['Journal', 'Currency', 'Rate', 'EntryNumber', 'InvoiceNumber', 'VATAmountFC'],
	...['GAccountAmountFC'],
];

/** Rules of sales and purchase entries: they are one thing seen from two sides. */
export function entryRules(kind: EntryKind): Rules {
	return {
		prepare(row, writing, before, given) {
			if (before) keepFixed(row, before, given);
			if (!before || given.has(kind.partner)) checkPartner(kind, row, writing);
			row['EntryDate'] ??= today(writing);
			cutReference(row, writing);
			settleDueDate(kind, row, writing);
			settlePeriod(row, writing);
			if (before) requireOpen(before, writing);
			if (!before || !samePeriod(row, before)) {
				if (isClosed(writing.company, row)) writing.fail(messages.yearClosed);
			}
			if (!before) enterJournal(kind, row, writing);
		},

		complete: (draft, inside, writing) => completeEntry(kind, draft, inside, writing),

		stored(row, writing, _given, how) {
			if (how === 'created' && kind.side === -1 && !row['Document']) {
				fileDocument(row, writing);
			}
			book(kind, row, writing, how === 'created');
		},

		checkDelete(row, writing) {
			requireOpen(row, writing);
			requireUnmatched(row, writing);
		},

		owns(row, company) {
			const { ledger, terms } = derivedFrom(company, kind, row);
			return [
				{ entity: kind.lines, rows: linesOf(company, kind, row) },
				{ entity: 'TransactionLines', rows: ledger },
				{ entity: kind.terms, rows: terms },
				{ entity: 'Documents', rows: filedDocument(company, row) },
			];
		},
	};
}

function enterJournal(kind: EntryKind, row: Row, writing: Writing): void {
	row['Status'] ??= 20;
	const journal = journalOf(kind, row, writing);
	if (!journal) return;
	settleCurrency(row, journal, writing);
	settleNumber(row, takenIn(kind, row, writing), writing);
}

/** The numbers of the other entries of the journal and year. */
function takenIn({ entity }: EntryKind, row: Row, { company }: Writing): number[] {
	const others = company.table(entity).rows();
	const same = ['Journal', 'ReportingYear'];
	return others
		.filter((other) => same.every((name) => other[name] === row[name]))
		.map((other) => Number(other['EntryNumber']));
}

const samePeriod = (a: Row, b: Row) =>
	['ReportingYear', 'ReportingPeriod'].every((name) => a[name] === b[name]);

function completeEntry(
	kind: EntryKind,
	{ row: header, given }: Draft,
	inside: readonly Draft[],
	writing: Writing,
): void {
	const lines = inside.map(({ row }) => row);
	inside.forEach((draft, index) => {
		draft.row['LineNumber'] = index + 1;
		priceLine(kind, header, draft, writing);
	});
	const sign = signOf(kind, header, writing);
	const { VATAmountFC: vat, GAccountAmountFC: blocked } = header;
	if (given.has('VATAmountFC') && typeof vat === 'number') {
		overrideVat(header, lines, sign * vat, writing);
	}
	if (given.has('GAccountAmountFC') && typeof blocked === 'number') {
		header['GAccountAmountFC'] = sign * blocked;
	}
	settleTotals(kind, header, lines, writing);
}

/** What follows from other columns is found anew when those change. */
function keepFixed(row: Row, before: Row, given: ReadonlySet<string>): void {
	for (const name of fixed) row[name] = before[name];
	if (given.has('EntryDate')) {
		for (const name of ['ReportingYear', 'ReportingPeriod']) {
			if (!given.has(name)) delete row[name];
		}
	}
	if (given.has('PaymentCondition') && !given.has('DueDate')) delete row['DueDate'];
}

/** Which document belongs to an entry because Exact made it: it goes when the entry goes. */
const filed = 'DocumentsOfEntries';

function fileDocument(row: Row, writing: Writing): void {
	const document = documentFor(row, writing);
	row['Document'] = document['ID'];
	writing.company.store(filed, [{ ID: row['EntryID'], Document: document['ID'] }]);
}

function filedDocument(company: Company, row: Row): Row[] {
	const id = company.table(filed).get(String(row['EntryID']))?.['Document'];
	const document = company.table('Documents').get(String(id));
	return document ? [document] : [];
}
