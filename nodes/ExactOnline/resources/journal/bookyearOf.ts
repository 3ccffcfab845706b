import { all, equals, type Condition } from '../../exact/odata/filter';
import type { Session } from '../../exact/session';
import type { Row } from '../../exact/source';
import { dayOf, exactMs } from '../../exact/values/time';
import { financialPeriod } from '../../records/financialPeriod';

/** A bookyear with its first and last day, as Exact writes them. */
export interface Bookyear {
	year: number;
	start: unknown;
	end: unknown;
}

const DAY = 86_400_000;

/** How far around today periods are read: a bookyear can be longer than twelve months, but not than two years. */
const AROUND = 2 * 366 * DAY;

/** The bookyear of that number, or the one in which today lies, with one call. */
export async function bookyearOf(
	wanted: number | undefined,
	division: number,
	session: Session,
): Promise<Bookyear> {
	const today = session.today();
	const where = wanted === undefined ? around(today) : equals('FinYear', wanted);
	const periods: Row[] = [];
	const select = ['FinYear', 'StartDate', 'EndDate'];
	for await (const row of session.list(financialPeriod, { division, select, where })) {
		periods.push(row);
	}
	const holdsToday = ({ StartDate, EndDate }: Row) =>
		day(StartDate) <= today && today <= day(EndDate);
	const year = wanted ?? periods.find(holdsToday)?.FinYear;
	const own = periods
		.filter(({ FinYear }) => FinYear === year)
		.sort((a, b) => day(a.StartDate).localeCompare(day(b.StartDate)));
	if (own.length === 0) return unknown(wanted, today, division, session);
	return { year: Number(year), start: own[0]?.StartDate, end: own.at(-1)?.EndDate };
}

function around(today: string): Condition {
	const ms = Date.parse(today);
	return all(
		{ field: 'StartDate', is: 'ge', value: dayOf(ms - AROUND) },
		{ field: 'StartDate', is: 'le', value: dayOf(ms + AROUND) },
	);
}

const day = (value: unknown): string => dayOf(exactMs(value) ?? 0);

function unknown(
	wanted: number | undefined,
	today: string,
	division: number,
	session: Session,
): never {
	const missing =
		wanted === undefined ? `no bookyear that holds ${today}` : `no bookyear ${wanted}`;
	return session.fail({
		code: 'PERIOD_UNKNOWN',
		message: `There is ${missing} in division ${division}`,
		description:
			"Bookyear > Get Many lists those that there are. Enter one of them as 'Year of Next Number'.",
		endpoint: financialPeriod.path,
		division,
	});
}
