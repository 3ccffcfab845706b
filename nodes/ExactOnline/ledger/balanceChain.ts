import type { Finding, Where } from './finding';
import { format } from './money';

/** A period of a financial year. */
export interface PeriodOf {
	year: number;
	period: number;
}

/** An entry of a bank or cash journal, as a link of the chain of its balances: minor units. */
export interface ChainLink extends PeriodOf {
	closing: number;
}

/** Whether the first period comes after the second. */
export function isAfter(a: PeriodOf, b: PeriodOf): boolean {
	return a.year === b.year ? a.period > b.period : a.year > b.year;
}

/**
 * The balance that an entry of this period opens with: what the last one up to that period closes with. Links are given
 * in the order in which they were booked; within a period that order counts. Without any, a journal begins with 0.
 */
export function openingOf(links: readonly ChainLink[], at: PeriodOf): number {
	const before = links.filter((link) => !isAfter(link, at));
	const last = before.reduce<ChainLink | undefined>(
		(best, link) => (best !== undefined && isAfter(best, link) ? best : link),
		undefined,
	);
	return last?.closing ?? 0;
}

/**
 * Says that the balance which was given is not the one that the entry leads to, or nothing when it is: minor units, and
 * the decimals of the currency for the words. `sum` is what flowed, in positive and out negative.
 */
export function closingFinding(
	{ opening, sum, closing }: { opening: number; sum: number; closing: number },
	decimals: number,
	where: Where,
): Finding | undefined {
	if (opening + sum === closing) return undefined;
	const [given, from, flowed, to] = [closing, opening, sum, opening + sum].map((minor) =>
		format(minor, decimals),
	);
	return {
		code: 'TOTAL_MISMATCH',
		where,
		what: `is ${given}, but the opening balance of ${from} and lines of ${flowed} come to ${to}`,
		expected: 'Look for a line that is missing, doubled, or has the wrong sign.',
	};
}
