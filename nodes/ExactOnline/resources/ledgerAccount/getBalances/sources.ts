import { all, any, equals, type Condition } from '../../../exact/odata/filter';
import type { Session } from '../../../exact/session';
import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import { dayOf, exactMs } from '../../../exact/values/time';
import type { Movement } from '../../../ledger/balances';
import { lastDayOfMonth, sumOf } from '../../../ledger/entries';
import { openingBalances, reportingBalance } from '../../../records/ledgerBalance';
import type { Period, Range } from './range';

/** Which movements are wanted. */
export interface Scope {
	division: number;
	range: Range;
	processedOnly: boolean;
	costCenter?: string;
	costUnit?: string;
}

/** `TransactionLines.Type` of what a bookyear begins with. */
const OPENING_BALANCE = 10;

/** The columns of ledger lines that balances need; the entry and the number tell on which day its first line lies. */
export const ofLines = [
	'EntryID',
	'LineNumber',
	'GLAccount',
	'AmountDC',
	'Date',
	'Type',
	'FinancialYear',
	'FinancialPeriod',
];

/** Ledger lines up to the end of the range, or of the month in which it ends; with a year those of that year only. */
export function lineCondition(scope: Scope, year?: number): Condition {
	const { range, processedOnly, costCenter, costUnit } = scope;
	return all(
		range.isWholePeriods
			? upTo(range.last, 'FinancialYear', 'FinancialPeriod')
			: { field: 'Date', is: 'le', value: lastDayOfMonth(range.to) },
		year === undefined ? undefined : equals('FinancialYear', year),
		processedOnly ? equals('Status', 50) : undefined,
		costCenter === undefined ? undefined : equals('CostCenter', costCenter),
		costUnit === undefined ? undefined : equals('CostUnit', costUnit),
	);
}

function upTo({ year, period }: Period, ofYear: string, ofPeriod: string): Condition {
	return any(
		{ field: ofYear, is: 'lt', value: year },
		all(equals(ofYear, year), { field: ofPeriod, is: 'le', value: period }),
	);
}

/**
 * Ledger lines as movements, up to the end of the range. By date an entry counts as a whole, on the day of its first
 * line, so that the balances of a day add up to zero; lines on no account are empty shells.
 */
export function fromLines(rows: readonly Row[], range: Range): Movement[] {
	const days = range.isWholePeriods ? undefined : entryDays(rows);
	return rows.flatMap((row): Movement[] => {
		const account = textOf(row.GLAccount);
		const day = days?.get(textOf(row.EntryID))?.day ?? '';
		if (account === '' || day > range.to) return [];
		const year = Number(row.FinancialYear);
		const period = Number(row.FinancialPeriod);
		const isBefore =
			days === undefined ? isEarlier({ year, period }, range.first) : day < range.from;
		const amount = sidesOf(Number(row.AmountDC ?? 0));
		return [{ account, year, isBefore, type: Number(row.Type), ...amount }];
	});
}

/** The day of each entry's first line. */
function entryDays(rows: readonly Row[]): Map<string, { number: number; day: string }> {
	const days = new Map<string, { number: number; day: string }>();
	for (const { EntryID, LineNumber, Date: date } of rows) {
		const ms = exactMs(date);
		const known = days.get(textOf(EntryID));
		const number = Number(LineNumber);
		if (ms === undefined || (known !== undefined && known.number <= number)) continue;
		days.set(textOf(EntryID), { number, day: dayOf(ms) });
	}
	return days;
}

/** Exact advises to filter by the year only; the rest is told apart here. */
export function balanceCondition({ range }: Scope, year?: number): Condition {
	return year === undefined
		? { field: 'ReportingYear', is: 'le', value: range.last.year }
		: equals('ReportingYear', year);
}

/** The sums by period, of all years or of one. */
export async function* fromBalances(
	scope: Scope,
	session: Session,
	year?: number,
): AsyncGenerator<Movement> {
	const { division, range, processedOnly, costCenter, costUnit } = scope;
	const select = [
		...['GLAccount', 'AmountDebit', 'AmountCredit', 'Type', 'Status', 'ReportingYear'],
		...['ReportingPeriod', 'CostCenterCode', 'CostUnitCode'],
	];
	const reading = { division, select, where: balanceCondition(scope, year) };
	for await (const row of session.list(reportingBalance, reading)) {
		const at = { year: Number(row.ReportingYear), period: Number(row.ReportingPeriod) };
		if (isEarlier(range.last, at) || (processedOnly && Number(row.Status) !== 50)) continue;
		if (costCenter !== undefined && textOf(row.CostCenterCode) !== costCenter) continue;
		if (costUnit !== undefined && textOf(row.CostUnitCode) !== costUnit) continue;
		yield {
			account: textOf(row.GLAccount),
			year: at.year,
			type: Number(row.Type),
			// Whether credits have a sign of their own is documented nowhere.
			debit: Math.abs(Number(row.AmountDebit ?? 0)),
			credit: Math.abs(Number(row.AmountCredit ?? 0)),
			isBefore: isEarlier(at, range.first),
		};
	}
}

/** Stands for all accounts of costs and revenues together, where single ones are not known. */
export const ALL_RESULTS = '';

/**
 * What the balance sheet began the year of the range with; that is booked before the range. What it does not add up to
 * zero by are results of earlier years that are not closed.
 */
export async function* fromOpenings(
	{ division, range }: Scope,
	session: Session,
): AsyncGenerator<Movement> {
	const { year } = range.first;
	const record = year === range.currentYear ? openingBalances.current : openingBalances.previous;
	const reading = { division, select: ['GLAccount', 'Amount'] };
	const before = { year: year - 1, type: OPENING_BALANCE, isBefore: true };
	const amounts: number[] = [];
	for await (const row of session.list(record, reading)) {
		const amount = Number(row.Amount ?? 0);
		amounts.push(amount);
		yield { ...before, account: textOf(row.GLAccount), ...sidesOf(amount) };
	}
	yield { ...before, account: ALL_RESULTS, ...sidesOf(-sumOf(amounts)) };
}

function sidesOf(amount: number): Pick<Movement, 'debit' | 'credit'> {
	return { debit: Math.max(amount, 0), credit: Math.max(-amount, 0) };
}

function isEarlier(
	a: Pick<Period, 'year' | 'period'>,
	b: Pick<Period, 'year' | 'period'>,
): boolean {
	return a.year < b.year || (a.year === b.year && a.period < b.period);
}
