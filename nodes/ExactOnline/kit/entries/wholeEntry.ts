import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import { dayOf, exactMs } from '../../exact/values/time';
import { hasGap, isBalanced, isPartOfEntry, sumOf } from '../../ledger/entries';

/** Columns of ledger lines without which no entry can be put together. */
export const neededOfLines = [
	...['EntryID', 'LineNumber', 'Type', 'Status', 'Date', 'GLAccount', 'AmountDC'],
];

/** What of a line is said of its entry; each line has it. */
const headerColumns = [
	...['EntryID', 'EntryNumber', 'Type', 'JournalCode', 'JournalDescription', 'FinancialYear'],
	...['FinancialPeriod', 'Currency', 'ExchangeRate', 'Created', 'Modified'],
];

const amountOf = ({ AmountDC }: Row): number => Number(AmountDC ?? 0);

/**
 * An entry as a row (see `ledgerEntry`), from all of its lines in any order: line 0 is left out where it is an empty
 * shell, but still says what the entry is.
 */
export function wholeEntry(unsorted: readonly Row[]): Row {
	const lines = inOrder(unsorted);
	const kept = lines.filter(belongs);
	const [head = {}] = lines;
	const amounts = kept.map(amountOf);
	const entry: Row = {};
	for (const name of headerColumns) if (name in head) entry[name] = head[name];
	entry.Date = lines.find(({ Date: date }) => exactMs(date) !== undefined)?.Date ?? null;
	entry.Status = lines.every(({ Status }) => Number(Status) === 50) ? 50 : head.Status;
	const modified = latest(lines, 'Modified');
	if (modified !== undefined) entry.Modified = modified;
	entry.Debit = sumOf(amounts.filter((amount) => amount > 0));
	entry.Credit = -sumOf(amounts.filter((amount) => amount < 0)) + 0;
	entry.IsBalanced = isBalanced(amounts);
	entry.TransactionLines = kept;
	return entry;
}

/** The day of an entry row, `2026-06-25`; an empty text when no line has one. */
export function dayOfEntry({ Date: date }: Row): string {
	const ms = exactMs(date);
	return ms === undefined ? '' : dayOf(ms);
}

/** Whether lines were seen that can not be all of their entry. */
export function isIncomplete(lines: readonly Row[]): boolean {
	const amounts = lines.filter(belongs).map(amountOf);
	return !isBalanced(amounts) || hasGap(lines.map(({ LineNumber }) => Number(LineNumber)));
}

/** Lines by the ID of their entry, in the order in which entries were met. */
export function addLine(entries: Map<string, Row[]>, line: Row): void {
	const id = textOf(line.EntryID);
	const known = entries.get(id);
	if (known === undefined) entries.set(id, [line]);
	else known.push(line);
}

function inOrder(lines: readonly Row[]): Row[] {
	return [...lines].sort((a, b) => Number(a.LineNumber) - Number(b.LineNumber));
}

function belongs(line: Row): boolean {
	return isPartOfEntry({
		number: Number(line.LineNumber),
		hasAccount: textOf(line.GLAccount) !== '',
		amount: amountOf(line),
	});
}

/** An entry was changed when one of its lines was. */
function latest(lines: readonly Row[], name: string): unknown {
	let found: { ms: number; value: unknown } | undefined;
	for (const { [name]: value } of lines) {
		const ms = exactMs(value);
		if (ms !== undefined && (found === undefined || ms > found.ms)) found = { ms, value };
	}
	return found?.value;
}
