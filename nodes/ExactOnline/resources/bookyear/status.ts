import { all, any, equals, type Condition } from '../../exact/odata/filter';
import type { Session } from '../../exact/session';
import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import { journalStatus } from '../../records/journalStatus';

const OPEN = 0;
const CLOSED = 1;

/**
 * Says of each year whether it is closed, and which journals are open in some period of it. Exact closes periods by
 * journal; asking for the open ones only keeps the list short. A year of which the list says nothing is not closed.
 */
export async function addStatus(
	years: readonly Row[],
	division: number,
	session: Session,
): Promise<void> {
	if (years.length === 0) return;
	const open = await openJournals(years, division, session);
	const others = years.filter(({ FinYear }) => !open.has(Number(FinYear)));
	const closed = await closedYears(others, division, session);
	for (const year of years) {
		const number = Number(year.FinYear);
		year.Closed = closed.has(number);
		year.OpenJournals = [...(open.get(number) ?? [])].sort();
	}
}

async function openJournals(
	years: readonly Row[],
	division: number,
	session: Session,
): Promise<Map<number, Set<string>>> {
	const journals = new Map<number, Set<string>>();
	const where = all(equals('Status', OPEN), inYears(years));
	const select = ['Journal', 'Year'];
	for await (const { Journal, Year } of session.list(journalStatus, { division, select, where })) {
		const known = journals.get(Number(Year)) ?? new Set();
		journals.set(Number(Year), known.add(textOf(Journal)));
	}
	return journals;
}

/** Those of the years that the list knows at all; none of them has an open journal. One period is enough to tell. */
async function closedYears(
	years: readonly Row[],
	division: number,
	session: Session,
): Promise<Set<number>> {
	const closed = new Set<number>();
	if (years.length === 0) return closed;
	const where = all(equals('Status', CLOSED), equals('Period', 1), inYears(years));
	for await (const { Year } of session.list(journalStatus, { division, select: ['Year'], where })) {
		closed.add(Number(Year));
		if (closed.size === years.length) break;
	}
	return closed;
}

function inYears(years: readonly Row[]): Condition {
	return any(...years.map(({ FinYear }) => equals('Year', Number(FinYear))));
}
