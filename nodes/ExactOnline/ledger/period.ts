import type { Finding, Where } from './finding';

export interface Month {
	year: number;
	/** 1 to 12. */
	month: number;
}

/** A row of Exact's `FinancialPeriods`; both days (`2026-03-01`) belong to it. */
export interface FinancialPeriod {
	year: number;
	period: number;
	start: string;
	end: string;
}

const MONTH_FIRST = /^(?<month>0[1-9]|1[0-2])\/?(?<year>\d{4})$/;
const YEAR_FIRST = /^(?<year>\d{4})-(?<month>0[1-9]|1[0-2])$/;

/** The month that a text means: `03/2026`, `032026` or `2026-03`. */
export function parsePeriod(text: string, where: Where = []): Month | Finding {
	const trimmed = text.trim();
	const groups = (MONTH_FIRST.exec(trimmed) ?? YEAR_FIRST.exec(trimmed))?.groups;
	if (groups !== undefined) return { year: Number(groups.year), month: Number(groups.month) };
	const expected = 'Expected mm/yyyy such as 03/2026.';
	return { code: 'PARAM_FORMAT', where, what: `is '${text}'`, expected };
}

/** The first period that a day (`2026-03-15`) lies in; a financial year need not be the calendar's. */
export function periodOf<P extends FinancialPeriod>(
	day: string,
	periods: readonly P[],
): P | undefined {
	return periods.find(({ start, end }) => start <= day && day <= end);
}
