/** A line of the ledger, as far as the rules of entries look at it. */
export interface LedgerLine {
	number: number;
	/** Whether it is on a ledger account. */
	hasAccount: boolean;
	/** In the currency of the division, in major units; debit is positive. */
	amount: number;
}

/** Exact rounds each line of an entry in a foreign currency; that much may be left. In major units. */
const TOLERANCE = 0.01;

/** No currency has more decimals; sums of whole ten-thousandths have no noise of binary fractions. */
const SCALE = 1e4;

/**
 * Whether a line belongs to its entry: line 0 is that of the receivable, payable, bank or cash account, but may be an
 * empty shell (always so in general entries).
 */
export function isPartOfEntry({ number, hasAccount, amount }: LedgerLine): boolean {
	return number !== 0 || (hasAccount && amount !== 0);
}

/** The sum of amounts in major units, without noise behind the fourth decimal. */
export function sumOf(amounts: Iterable<number>): number {
	let sum = 0;
	for (const amount of amounts) sum += Math.round(amount * SCALE);
	// Adding 0 turns -0 into 0.
	return sum / SCALE + 0;
}

/** Whether debit and credit are equal, but for a cent that rounding may leave. */
export function isBalanced(amounts: Iterable<number>): boolean {
	return Math.abs(sumOf(amounts)) <= TOLERANCE;
}

/** Whether the numbers of lines leave one out, from 0 or 1 up. */
export function hasGap(numbers: readonly number[]): boolean {
	const first = Math.min(...numbers);
	const last = Math.max(...numbers);
	return first > 1 || last - first + 1 > new Set(numbers).size;
}

/**
 * Types of entries that Exact makes when a period (310) or a year ends and begins (320 to 328): they empty accounts and
 * carry balances over.
 */
export const YEAR_END = { period: 310, first: 320, last: 328 } as const;

/** Whether an entry of this type was made by closing a period or a year. */
export function isYearEnd(type: number): boolean {
	return type === YEAR_END.period || (type >= YEAR_END.first && type <= YEAR_END.last);
}

/** Invoices and credit notes have one date; lines of all other entries may have dates of their own. */
export function mayHaveSeveralDates(type: number): boolean {
	return ![20, 21, 30, 31].includes(type);
}

/** The months in which days of a range lie that does not hold them whole: entries may reach beyond it there. */
export function cutMonths(from: string | undefined, to: string | undefined): string[] {
	const months: string[] = [];
	if (from !== undefined && !from.endsWith('-01')) months.push(from.slice(0, 7));
	if (to !== undefined && to !== lastDayOfMonth(to)) months.push(to.slice(0, 7));
	return months;
}

/** First day of the month of a day (`2026-06-25`). */
export function firstDayOfMonth(day: string): string {
	return `${day.slice(0, 7)}-01`;
}

/** Last day of the month of a day. */
export function lastDayOfMonth(day: string): string {
	const [year = 0, month = 0] = day.split('-').map(Number);
	return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
