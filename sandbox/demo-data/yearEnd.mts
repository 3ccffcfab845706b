import type { Row } from '../entities/entity.mjs';
import { rounded, total } from '../ledger/money.mjs';
import type { Company } from '../rows/company.mjs';
import { byCode } from '../rules/codes.mjs';
import type { Bookkeeping } from './bookkeeping.mjs';
import { guidOf, spaceOf } from './deterministic.mjs';

/** A line of a year-end entry: account and amount, a debit positive. */
type Line = readonly [glAccount: string, amount: number];

const dayLength = 86_400_000;

/**
 * The year-end entries that Exact makes when a year is closed; no endpoint but the ledger shows them.
 * 310 period closing, 322 profits and 323 costs to the result, 326 the result to the capital, 327 all
 * balances out of the year, 328 and into the next one.
 */
export function closeYear(company: Company, plan: Bookkeeping): void {
	const { accounts, closedYear: year } = plan;
	const key = (code: string) => String(byCode(company, 'GLAccounts', code)?.['ID']);
	const result = key(accounts.result);
	const book = (type: number, lines: readonly Line[], of = year) =>
		store(company, plan, { type, year: of }, lines);
	const emptied = (side: 'B' | 'W', sign?: 1 | -1): Line[] =>
		balances(company, year, side)
			.filter(([, amount]) => !sign || Math.sign(amount) === sign)
			.map(([account, amount]) => [account, -amount]);
	const against = (lines: readonly Line[], account: string): Line[] => [
		...lines,
		[account, rounded(-total(lines.map(([, amount]) => amount)))],
	];
	book(310, against([[key(accounts.takings), 100]], result));
	book(322, against(emptied('W', -1), result));
	book(323, against(emptied('W', 1), result));
	const earned = emptied('B').filter(([account]) => account === result);
	book(326, against(earned, key(accounts.capital)));
	const left = emptied('B');
	book(327, left);
	book(
		328,
		left.map(([account, amount]) => [account, -amount]),
		year + 1,
	);
}

/** What is on each account after a year, in the order of the codes. */
function balances(company: Company, year: number, side: 'B' | 'W'): Line[] {
	const sums = new Map<string, number>();
	for (const line of company.table('TransactionLines').rows()) {
		if (!line['GLAccount'] || Number(line['FinancialYear']) > year) continue;
		const account = String(line['GLAccount']);
		sums.set(account, (sums.get(account) ?? 0) + Number(line['AmountDC']));
	}
	const accounts = [...company.table('GLAccounts').rows()];
	accounts.sort((a, b) => (String(a['Code']) < String(b['Code']) ? -1 : 1));
	return accounts.flatMap(({ ID, BalanceType }): Line[] => {
		const amount = rounded(sums.get(String(ID)) ?? 0);
		return BalanceType === side && amount !== 0 ? [[String(ID), amount]] : [];
	});
}

/** The last day of a year that is closed, the first of the one that is opened. */
function dayOf(company: Company, plan: Bookkeeping, year: number): Row {
	const periods = company.table('FinancialPeriods').rows();
	const month = year === plan.closedYear ? 12 : 1;
	const period = periods.find((row) => row['FinYear'] === year && row['FinPeriod'] === month);
	const date = month === 12 ? period?.['EndDate'] : period?.['StartDate'];
	return { FinancialYear: year, FinancialPeriod: month, Date: date };
}

function store(
	company: Company,
	plan: Bookkeeping,
	{ type, year }: { type: number; year: number },
	lines: readonly Line[],
): void {
	const space = spaceOf(`${company.code} year end ${type}`);
	const day = dayOf(company, plan, year);
	const now = Number(dayOf(company, plan, plan.closedYear)['Date']) + 20 * dayLength + type * 1000;
	const journal = plan.journals.general;
	const rows = lines.map(([GLAccount, amount], index) => ({
		...{ ID: guidOf(space, index + 1), EntryID: guidOf(space, 0), LineNumber: index + 1 },
		...{ ...day, Type: type, Status: 50, JournalCode: journal, GLAccount },
		...{ AmountFC: amount, AmountDC: amount, Currency: 'EUR', ExchangeRate: 1 },
		// Numbers that the journal does not give out.
		EntryNumber: Number(`${String(year).slice(-2)}${journal}0000`) - (328 - type),
		...{ Description: String(year), Created: now, Modified: now },
	}));
	company.store('TransactionLines', rows);
}
