import { all, equals, type Condition } from '../../exact/odata/filter';
import type { Session } from '../../exact/session';
import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import { dayOf, exactMs } from '../../exact/values/time';
import { transactionLine } from '../../records/transactionLine';
import { bookyearOf } from './bookyearOf';

/** What is wanted of the ledger, and in which bookyear; without one in that of today. */
export interface FromLedger {
	number: boolean;
	counterpart: boolean;
	year?: number;
}

/** The latest entry of a journal in a year. */
interface Latest {
	number: number;
	/** Ledger account of its line 0. */
	account?: string;
}

/**
 * Adds to journals what only their entries tell: Exact has no list of next numbers. A journal that has no entry in the
 * year has no next number, since the pattern of its numbers is not known. The rows are changed in place.
 */
export async function addFromLedger(
	journals: readonly Row[],
	wanted: FromLedger,
	division: number,
	session: Session,
): Promise<void> {
	if (journals.length === 0) return;
	const { year, start, end } = await bookyearOf(wanted.year, division, session);
	const codes = journals.map(({ Code }) => textOf(Code));
	const entries = await latestEntries(codes, year, division, session);
	for (const row of journals) {
		const latest = entries.get(textOf(row.Code));
		if (wanted.counterpart) row.CounterpartAccountCode = latest?.account ?? null;
		if (!wanted.number) continue;
		const number = latest === undefined ? null : latest.number + 1;
		row.NextNumbers = [{ year, number, startDate: dayIn(start), endDate: dayIn(end) }];
	}
}

function dayIn(value: unknown): string | null {
	const ms = exactMs(value);
	return ms === undefined ? null : dayOf(ms);
}

const select = ['JournalCode', 'EntryNumber', 'LineNumber', 'GLAccountCode'];

/** Of every journal with one call where a page holds the whole year, else with one call for each of them. */
async function latestEntries(
	codes: readonly string[],
	year: number,
	division: number,
	session: Session,
): Promise<Map<string, Latest>> {
	const latest = new Map<string, Latest>();
	// An entry begins with line 0 or, where that is an empty shell, with line 1.
	const firstLines: Condition = { field: 'LineNumber', is: 'le', value: 1 };
	const inYear = all(equals('FinancialYear', year), firstLines);
	const { rows, next } = await session.first(transactionLine, { division, select, where: inYear });
	if (next === undefined) {
		for (const row of rows) note(latest, row);
		return latest;
	}
	for (const code of codes) {
		const where = all(equals('JournalCode', code), inYear);
		const reading = { division, select, where, orderBy: 'EntryNumber desc' };
		for (const row of (await session.page(transactionLine, reading)).rows) note(latest, row);
	}
	return latest;
}

function note(latest: Map<string, Latest>, row: Row): void {
	const journal = textOf(row.JournalCode);
	const number = Number(row.EntryNumber);
	const known = latest.get(journal);
	if (!(number > 0) || number < (known?.number ?? 0)) return;
	const same = known?.number === number ? known.account : undefined;
	const own = row.LineNumber === 0 ? textOf(row.GLAccountCode) || undefined : undefined;
	latest.set(journal, { number, account: own ?? same });
}
