import type { Draft, Row, Rules, Writing } from '../entities/entity.mjs';
import { linesOf } from '../ledger/booking.mjs';
import { asEntry, bookFree, leftBy } from '../ledger/freeBooking.mjs';
import type { FreeKind } from '../ledger/freeKinds.mjs';
import { byCode } from './codes.mjs';
import { checkJournal, settleCurrency, today } from './entryDefaults.mjs';
import { settleNumber } from './entryNumbers.mjs';
import { isClosed, requireOpen, requireUnmatched, settlePeriod } from './entryPeriods.mjs';
import { settleBalance } from './freeBalances.mjs';
import { settleFreeLine, vatLinesOf } from './freeLines.mjs';
import { messages } from './messages.mjs';

/** Rules of general journal, bank and cash entries. There is no PUT. */
export function freeEntryRules(kind: FreeKind): Rules {
	return {
		prepare(row, writing) {
			row['Status'] ??= 20;
			checkJournal(kind.journals, row['JournalCode'], writing);
		},

		complete: (draft, inside, writing) => completeFree(kind, draft, inside, writing),

		stored(row, writing) {
			const lines = linesOf(writing.company, kind, row);
			writing.company.store(kind.lines, vatLinesOf(kind, lines, writing));
			bookFree(kind, row, writing, true);
		},

		checkDelete(row, writing) {
			requireOpen(asEntry(kind, row), writing);
			requireUnmatched(row, writing);
		},

		owns(row, company) {
			const left = leftBy(company, row);
			return [
				{ entity: kind.lines, rows: linesOf(company, kind, row) },
				...Object.entries(left).map(([entity, rows]) => ({ entity, rows })),
			];
		},
	};
}

/** Dates and numbers of lines, then the header, then the amounts, which have to fit together. */
function completeFree(
	kind: FreeKind,
	{ row: header, given }: Draft,
	inside: readonly Draft[],
	writing: Writing,
): void {
	const lines = inside.map(({ row }) => row);
	const date = lines.find((line) => line['Date'])?.['Date'] ?? today(writing);
	for (const [index, line] of lines.entries()) {
		line['LineNumber'] = index + 1;
		line['Date'] ??= date;
	}
	const usual = header['ExchangeRate'] ?? lines[0]?.['ExchangeRate'];
	const rate = settleHeader(kind, header, { date, rate: usual }, writing);
	for (const draft of inside) settleFreeLine(kind, header, rate, draft, writing);
	settleBalance(kind, header, lines, given, writing);
}

/**
 * Year and period, unless given, are those of the first date; the number counts on in journal and year. The
 * rate that comes out is that of the lines; bank and cash entries have none of their own.
 */
function settleHeader(
	kind: FreeKind,
	header: Row,
	first: { date: Row[string]; rate: Row[string] },
	writing: Writing,
): number {
	const journal = byCode(writing.company, 'Journals', header['JournalCode']);
	const known = asEntry(kind, header);
	const entry: Row = { ...known, EntryDate: first.date, Rate: first.rate };
	if (!journal) return 1;
	settlePeriod(entry, writing);
	if (isClosed(writing.company, entry)) writing.fail(messages.yearClosed);
	settleCurrency(entry, journal, writing);
	settleNumber(entry, takenIn(kind, entry, writing), writing);
	header['FinancialYear'] = entry['ReportingYear'];
	header['FinancialPeriod'] = entry['ReportingPeriod'];
	header['Currency'] = entry['Currency'];
	header['EntryNumber'] = entry['EntryNumber'];
	if (!kind.money) Object.assign(header, { Type: entry['Type'], ExchangeRate: entry['Rate'] });
	return Number(entry['Rate'] ?? 1);
}

/** The numbers of the other entries of the journal and year. */
function takenIn({ entity }: FreeKind, entry: Row, { company }: Writing): number[] {
	return company
		.table(entity)
		.rows()
		.filter(
			(other) =>
				other['JournalCode'] === entry['Journal'] &&
				other['FinancialYear'] === entry['ReportingYear'],
		)
		.map((other) => Number(other['EntryNumber']));
}
