import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import { parsePeriod, type FinancialPeriod } from '../../../ledger/period';
import type { Facts } from '../facts';
import type { Problem } from '../problems';

/** When an entry is booked, as it was entered. */
export interface EntryDay {
	/** `Invoice Date`, and a sentence part: `the invoice`. */
	label: string;
	noun: string;
	day: string | undefined;
	/** A month to book in instead of that of the day: `03/2026`. */
	period: string | undefined;
}

/** The day by which the period is found: that of the entry, or the first of the month to book in. */
export function periodDay(day: string | undefined, period: string | undefined): string | undefined {
	if (period === undefined) return day;
	const month = parsePeriod(period);
	if ('code' in month) return undefined;
	return `${month.year}-${String(month.month).padStart(2, '0')}-01`;
}

/** The period that an entry is booked in, which must be open for its journal. */
export function readPeriod(
	{ label, noun, day: entered, period: given }: EntryDay,
	journal: Row | undefined,
	facts: Facts,
	problems: Problem[],
): FinancialPeriod | undefined {
	const where = given === undefined ? [label] : ['Additional Fields', 'Book in Period'];
	const month = given === undefined ? undefined : parsePeriod(given, where);
	if (month !== undefined && 'code' in month) problems.push(month);
	if (entered === undefined) {
		const expected = `Enter the date of ${noun}.`;
		problems.push({ code: 'PARAM_REQUIRED', where: [label], what: 'is empty', expected });
	}
	const day = periodDay(entered, given);
	if (day === undefined) return undefined;
	const period = facts.period(day);
	if (period === undefined) {
		problems.push({
			code: 'PERIOD_UNKNOWN',
			where,
			what: `is ${given ?? day}, which is not in any financial period`,
			expected: 'Check the date, or open the financial year in Exact Online.',
		});
	} else if (journal !== undefined && facts.isClosed(textOf(journal.Code), period)) {
		problems.push({
			code: 'PERIOD_CLOSED',
			where,
			what: `is ${given ?? day}: period ${period.year}/${period.period} is closed for journal ${textOf(journal.Code)}`,
			expected: "Use another date, or 'Book in Period' with one that is open.",
		});
	}
	return period;
}
