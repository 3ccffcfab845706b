import { any, all, equals } from '../../exact/odata/filter';
import type { Session } from '../../exact/session';
import { textOf } from '../../exact/values/text';
import { dayOf, exactMs } from '../../exact/values/time';
import { periodOf, type FinancialPeriod } from '../../ledger/period';
import { division as divisionRecord } from '../../records/division';
import { financialPeriod } from '../../records/financialPeriod';
import { journalStatus } from '../../records/journalStatus';
import { resolve, type Known, type Wanted } from '../lookups/resolve';

/** What has to be known before one item can be drafted. */
export interface Needs {
	references: readonly Wanted[];
	/** Days (`2026-03-01`) that must lie in a period that is open. */
	days?: readonly string[];
	/** Whether rules differ by the country of the company. */
	country?: boolean;
}

/** What one division knows, looked up once for all items of an execution. */
export interface Facts extends Known {
	division: number;
	/** Today in the workflow's time zone. */
	today: string;
	/** ISO code of the company's country; empty when no item needs it. */
	country: string;
	period(day: string): FinancialPeriod | undefined;
	isClosed(journal: string, period: FinancialPeriod): boolean;
}

/** Looks up what the items of one division need: each list once. */
export async function gatherFacts(
	needs: readonly Needs[],
	division: number,
	session: Session,
): Promise<Facts> {
	const references = needs.flatMap((need) => need.references);
	const known = await resolve(references, division, session);
	const periods = await periodsAround(
		needs.flatMap(({ days = [] }) => days),
		division,
		session,
	);
	const closed = await closedJournals(periods, division, session);
	const country = needs.some((need) => need.country) ? await countryOf(division, session) : '';
	return {
		...known,
		division,
		country,
		today: session.today(),
		period: (day) => periodOf(day, periods),
		isClosed: (journal, period) => closed.has(statusKey(journal, period.year, period.period)),
	};
}

/** The periods that the days lie in, in one call. */
async function periodsAround(
	days: readonly string[],
	division: number,
	session: Session,
): Promise<FinancialPeriod[]> {
	if (days.length === 0) return [];
	const sorted = [...days].sort();
	const where = all(
		{ field: 'StartDate', is: 'le', value: sorted.at(-1) ?? '' },
		{ field: 'EndDate', is: 'ge', value: sorted[0] ?? '' },
	);
	const select = ['FinYear', 'FinPeriod', 'StartDate', 'EndDate'];
	const periods: FinancialPeriod[] = [];
	for await (const row of session.list(financialPeriod, { division, select, where })) {
		const [start, end] = [dayOf(exactMs(row.StartDate) ?? 0), dayOf(exactMs(row.EndDate) ?? 0)];
		const holdsOne = days.some((day) => start <= day && day <= end);
		if (holdsOne) {
			periods.push({ year: Number(row.FinYear), period: Number(row.FinPeriod), start, end });
		}
	}
	return periods;
}

/** Exact's `Status` of a journal in a period that takes no more entries. */
const CLOSED = 1;

/** Journals that are closed in these periods: periods carry no such flag themselves. */
async function closedJournals(
	periods: readonly FinancialPeriod[],
	division: number,
	session: Session,
): Promise<Set<string>> {
	const closed = new Set<string>();
	if (periods.length === 0) return closed;
	const inPeriod = ({ year, period }: FinancialPeriod) =>
		all(equals('Year', year), equals('Period', period));
	const where = all(equals('Status', CLOSED), any(...periods.map(inPeriod)));
	const select = ['Journal', 'Year', 'Period'];
	for await (const row of session.list(journalStatus, { division, select, where })) {
		closed.add(statusKey(textOf(row.Journal), Number(row.Year), Number(row.Period)));
	}
	return closed;
}

function statusKey(journal: string, year: number, period: number): string {
	return `${journal} ${year} ${period}`;
}

async function countryOf(division: number, session: Session): Promise<string> {
	const reading = { division, select: ['Code', 'Country'], where: equals('Code', division) };
	for await (const row of session.list(divisionRecord, { ...reading, limit: 1 })) {
		return textOf(row.Country);
	}
	return '';
}
