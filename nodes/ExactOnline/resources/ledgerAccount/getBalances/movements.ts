import type { Session } from '../../../exact/session';
import type { Row, Source } from '../../../exact/source';
import type { Condition } from '../../../exact/odata/filter';
import type { Movement } from '../../../ledger/balances';
import { reportingBalance } from '../../../records/ledgerBalance';
import { transactionLine } from '../../../records/transactionLine';
import {
	balanceCondition,
	fromBalances,
	fromLines,
	fromOpenings,
	lineCondition,
	ofLines,
	type Scope,
} from './sources';

/** Rows a call of the ledger's bulk list, and of the other lists. */
const LINES = 1000;
const SUMS = 60;

/** One way to the movements, and how many calls it takes. */
interface Way {
	calls: number;
	read(): AsyncIterable<Movement>;
}

/**
 * All that was booked up to the end of the range, in the fewest calls: mostly the ledger is one page of lines. For a
 * larger one, what there is gets counted, and lines, sums by period and opening balances are compared. `accounts` is
 * the number of accounts on the balance sheet.
 */
export async function movementsOf(
	scope: Scope,
	accounts: number,
	session: Session,
): Promise<Movement[]> {
	const { division, range } = scope;
	const reading = { division, select: ofLines, where: lineCondition(scope) };
	const { rows, next } = await session.first(transactionLine, reading);
	if (next === undefined) return fromLines(rows, range);
	const ways = await waysOf(scope, accounts, session);
	const best = ways.reduce((a, b) => (b.calls < a.calls ? b : a));
	const all: Movement[] = [];
	for await (const movement of best.read()) all.push(movement);
	return all;
}

async function waysOf(scope: Scope, accounts: number, session: Session): Promise<[Way, ...Way[]]> {
	const { range } = scope;
	const whole: Way = {
		calls: await callsFor(transactionLine, lineCondition(scope), LINES, scope, session),
		read: () => lines(scope, session),
	};
	const ways: [Way, ...Way[]] = [whole];
	if (range.isWholePeriods) {
		ways.push({
			calls: await callsFor(reportingBalance, balanceCondition(scope), SUMS, scope, session),
			read: () => fromBalances(scope, session),
		});
	}
	if (!hasOpenings(scope)) return ways;
	const { year } = range.first;
	const openings = Math.ceil(accounts / SUMS);
	const ofYear = lineCondition(scope, year);
	ways.push({
		calls: openings + (await callsFor(transactionLine, ofYear, LINES, scope, session)),
		read: () => inTurn(fromOpenings(scope, session), lines(scope, session, year)),
	});
	if (!range.isWholePeriods) return ways;
	const sumsOfYear = balanceCondition(scope, year);
	ways.push({
		calls: openings + (await callsFor(reportingBalance, sumsOfYear, SUMS, scope, session)),
		read: () => inTurn(fromOpenings(scope, session), fromBalances(scope, session, year)),
	});
	return ways;
}

/** Exact gives opening balances of this bookyear and the one before, of everything that was booked. */
function hasOpenings({ range, processedOnly, costCenter, costUnit }: Scope): boolean {
	const { first, last, currentYear } = range;
	const narrowed = processedOnly || costCenter !== undefined || costUnit !== undefined;
	if (narrowed || first.year !== last.year || currentYear === undefined) return false;
	return first.year === currentYear || first.year === currentYear - 1;
}

/** Calls for all rows that fit, counted with one; what can not be counted is never the cheapest. */
async function callsFor(
	source: Source & { key: string },
	where: Condition,
	pageSize: number,
	{ division }: Scope,
	session: Session,
): Promise<number> {
	const reading = { division, select: [source.key], where, orderBy: source.key };
	const { count } = await session.page(source, { ...reading, top: 1, counted: true });
	return count === undefined ? Number.MAX_SAFE_INTEGER : Math.max(1, Math.ceil(count / pageSize));
}

async function* lines(scope: Scope, session: Session, year?: number): AsyncGenerator<Movement> {
	const { division, range } = scope;
	const reading = { division, select: ofLines, where: lineCondition(scope, year) };
	const rows: Row[] = [];
	for await (const row of session.list(transactionLine, reading)) rows.push(row);
	yield* fromLines(rows, range);
}

async function* inTurn<T>(first: AsyncIterable<T>, second: AsyncIterable<T>): AsyncGenerator<T> {
	yield* first;
	yield* second;
}
