import { all, type Condition } from '../../../exact/odata/filter';
import type { Session } from '../../../exact/session';
import type { Row } from '../../../exact/source';
import { dayOf, exactMs } from '../../../exact/values/time';
import { financialPeriod } from '../../../records/financialPeriod';
import type { Bound } from './bounds';

/** The time that balances are asked for. */
export interface Range {
	/** First and last day. */
	from: string;
	to: string;
	/** Where they lie in the bookyears. */
	first: Period;
	last: Period;
	/** Whether both are ends of periods, so that sums by period will do. */
	isWholePeriods: boolean;
	/** The bookyear of today, if any. */
	currentYear?: number;
}

export interface Period {
	year: number;
	period: number;
	start: string;
	end: string;
}

const DAY = 86_400_000;

/** How far before the range periods are read: a bookyear may be longer than twelve months, but not than two years. */
const AROUND = 2 * 366 * DAY;

/** The range in terms of the division's periods, with one call. Without a beginning it is the bookyear so far. */
export async function rangeOf(
	{ from, to }: { from?: Bound; to: Bound },
	division: number,
	session: Session,
): Promise<Range> {
	if (from !== undefined) refuseReversed(from, to, session);
	const periods = await periodsAround(from?.start ?? to.start, to.end, division, session);
	const last = periodOn(periods, to.end) ?? unknown(to, division, session);
	const begin = from?.start ?? firstOf(periods, last.year);
	const first = periodOn(periods, begin) ?? unknown(from ?? to, division, session);
	const isWholePeriods = begin === first.start && to.end === last.end;
	const isMonths = [from, to].every((bound) => bound?.isMonth !== false);
	if (isMonths && !isWholePeriods) {
		session.hint(
			`Periods of ${last.year} are longer than a month: the balances were worked out by date (PERIOD_NOT_MONTHLY).`,
		);
	}
	const currentYear = periodOn(periods, session.today())?.year;
	return { from: begin, to: to.end, first, last, isWholePeriods, currentYear };
}

function refuseReversed(from: Bound, to: Bound, session: Session): void {
	if (from.start <= to.end) return;
	session.fail({
		code: 'PARAM_RANGE',
		message: `'From' ${from.entered} is later than 'To' ${to.entered}`,
		description: 'Enter a beginning that does not lie behind the end.',
	});
}

async function periodsAround(
	from: string,
	to: string,
	division: number,
	session: Session,
): Promise<Period[]> {
	const today = session.today();
	const earliest = from < today ? from : today;
	const where: Condition = all(
		{ field: 'StartDate', is: 'ge', value: dayOf(Date.parse(earliest) - AROUND) },
		{ field: 'StartDate', is: 'le', value: to > today ? to : today },
	);
	const select = ['FinYear', 'FinPeriod', 'StartDate', 'EndDate'];
	const periods: Period[] = [];
	for await (const row of session.list(financialPeriod, { division, select, where })) {
		periods.push(periodOf(row));
	}
	return periods.sort((a, b) => a.start.localeCompare(b.start));
}

function periodOf({ FinYear, FinPeriod, StartDate, EndDate }: Row): Period {
	const [start = '', end = ''] = [StartDate, EndDate].map((value) => dayOf(exactMs(value) ?? 0));
	return { year: Number(FinYear), period: Number(FinPeriod), start, end };
}

function periodOn(periods: readonly Period[], day: string): Period | undefined {
	return periods.find(({ start, end }) => start <= day && day <= end);
}

function firstOf(periods: readonly Period[], year: number): string {
	return periods.find((one) => one.year === year)?.start ?? '';
}

function unknown({ entered }: Bound, division: number, session: Session): never {
	return session.fail({
		code: 'PERIOD_UNKNOWN',
		message: `${entered} is not in any financial period of division ${division}`,
		description: 'Bookyear > Get Many lists the years that there are.',
		endpoint: financialPeriod.path,
		division,
	});
}
