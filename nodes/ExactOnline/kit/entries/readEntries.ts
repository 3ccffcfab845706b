import { all, type Condition } from '../../exact/odata/filter';
import type { Session } from '../../exact/session';
import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import {
	cutMonths,
	firstDayOfMonth,
	lastDayOfMonth,
	mayHaveSeveralDates,
} from '../../ledger/entries';
import { ledgerLine } from '../../records/ledgerEntry';
import { transactionLine } from '../../records/transactionLine';
import type { Ask } from '../operation';
import { addLine, dayOfEntry, isIncomplete, neededOfLines, wholeEntry } from './wholeEntry';

/** Which entries are wanted. */
export interface EntryQuery {
	/** What is the same for all lines of an entry: journal, year, status, type. */
	where: Condition;
	/** What at least one of its lines has to fulfil: a relation, a change. */
	ofSomeLine?: Condition;
	/** First and last day; the day of an entry is that of its first line. */
	dateFrom?: string;
	dateTo?: string;
}

/** What a reading of entries is asked besides. */
export type EntryAsk = Pick<Ask, 'division' | 'select' | 'limit' | 'columnsOf'>;

/** So many entries' lines are asked for in one call. */
const AT_ONCE = 40;

/** More lines than these take long, and are a fiftieth of the calls of a day. */
const MANY_LINES = 100_000;

/**
 * The entries of the ledger that fit, each one whole: rows of `ledgerEntry`. All of them take one call for each 1,000
 * lines, since lines come in the order of their own keys and entries are put together here. A limit, or a condition on
 * some line, first finds the entries (1,000 a call), and then reads the lines of 40 in a call.
 */
export async function* readEntries(
	query: EntryQuery,
	ask: EntryAsk,
	session: Session,
): AsyncGenerator<Row> {
	const found =
		ask.limit === undefined && query.ofSomeLine === undefined
			? everyEntry(query, ask, session)
			: entriesById(idsOf(query, ask, session), ask, session);
	let left = ask.limit ?? Infinity;
	for await (const entry of found) {
		if (!isInRange(dayOfEntry(entry), query)) continue;
		yield entry;
		if (--left <= 0) return;
	}
}

/** The entries with these IDs, whole; IDs that do not exist are left out. */
export async function* entriesById(
	ids: AsyncIterable<string>,
	ask: EntryAsk,
	session: Session,
): AsyncGenerator<Row> {
	let left = ask.limit ?? Infinity;
	let batch: string[] = [];
	for await (const id of ids) {
		batch.push(id);
		// More than the limit are wanted when some of them did not fit after all.
		if (batch.length < (left > 0 ? Math.min(AT_ONCE, left) : AT_ONCE)) continue;
		const entries = await linesOfEntries(batch, ask, session);
		left -= entries.size;
		yield* entries.values();
		batch = [];
	}
	yield* (await linesOfEntries(batch, ask, session)).values();
}

/** Whole entries by ID. */
async function linesOfEntries(
	ids: readonly string[],
	ask: EntryAsk,
	session: Session,
): Promise<Map<string, Row>> {
	const reading = { division: ask.division, select: columns(ask), field: 'EntryID', values: ids };
	const lines = new Map<string, Row[]>(ids.map((id) => [id, []]));
	for await (const line of session.listByValues(transactionLine, reading)) {
		addLine(lines, line);
	}
	const present = [...lines].filter(([, rows]) => rows.length > 0);
	return new Map(present.map(([id, rows]) => [id, wholeEntry(rows)]));
}

/** Reads all lines once; entries of which a part may lie outside the range are read again, as a whole. */
async function* everyEntry(
	query: EntryQuery,
	ask: EntryAsk,
	session: Session,
): AsyncGenerator<Row> {
	const { division } = ask;
	const where = all(query.where, days(query.dateFrom, query.dateTo), named);
	const entries = new Map<string, Row[]>();
	let count = 0;
	const reading = { division, select: columns(ask), where };
	for await (const lines of session.listPages(transactionLine, reading)) {
		for (const line of lines) addLine(entries, line);
		count += lines.length;
	}
	if (count > MANY_LINES) {
		session.hint(
			`Read ${count} ledger lines. Exact Online allows 5,000 calls a day, 1,000 lines each: narrow the dates for regular exports.`,
		);
	}
	const cut = cutMonths(query.dateFrom, query.dateTo);
	const again = [...entries].filter(([, lines]) => mayBeCut(lines, cut)).map(([id]) => id);
	const completed = await linesOfEntries(again, ask, session);
	for (const [id, lines] of entries) {
		yield completed.get(id) ?? wholeEntry(lines);
		// What was handed over is not kept twice.
		entries.delete(id);
	}
}

function mayBeCut(lines: readonly Row[], months: readonly string[]): boolean {
	if (isIncomplete(lines)) return true;
	if (!lines.some(({ Type }) => mayHaveSeveralDates(Number(Type)))) return false;
	return lines.some((line) => months.includes(dayOfEntry(line).slice(0, 7)));
}

/** The IDs of entries that may fit, each once. */
async function* idsOf(query: EntryQuery, ask: EntryAsk, session: Session): AsyncGenerator<string> {
	const { dateFrom: from, dateTo: to, ofSomeLine } = query;
	const range =
		ofSomeLine === undefined
			? days(from, to)
			: days(from && firstDayOfMonth(from), to && lastDayOfMonth(to));
	const where = all(query.where, ofSomeLine ?? firstLines, range, named);
	const reading = { division: ask.division, select: ['EntryID'], where };
	const seen = new Set<string>();
	for await (const { EntryID } of session.list(transactionLine, reading)) {
		const id = textOf(EntryID);
		if (seen.has(id)) continue;
		seen.add(id);
		yield id;
	}
}

/** An entry begins with line 0, or with line 1 where that is missing. */
const firstLines: Condition = { field: 'LineNumber', is: 'le', value: 1 };

/** Exact wants a filter on one of some columns always. */
const named: Condition = { field: 'FinancialYear', is: 'gt', value: 0 };

function days(from: string | undefined, to: string | undefined): Condition {
	return all(
		from === undefined ? undefined : { field: 'Date', is: 'ge', value: from },
		to === undefined ? undefined : { field: 'Date', is: 'le', value: to },
	);
}

function isInRange(day: string, { dateFrom, dateTo }: EntryQuery): boolean {
	return (dateFrom === undefined || day >= dateFrom) && (dateTo === undefined || day <= dateTo);
}

/** The columns of lines that entries and their lines need. */
function columns({ select, columnsOf }: EntryAsk): string[] {
	return [...new Set([...select, ...columnsOf(ledgerLine), ...neededOfLines])];
}
