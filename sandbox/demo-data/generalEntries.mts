import { generalJournal } from '../ledger/freeKinds.mjs';
import type { Company } from '../rows/company.mjs';
import { bookPlanned, type PlannedLine } from './bookFree.mjs';
import type { Bookkeeping } from './bookkeeping.mjs';
import { monthsFrom, type Month } from './months.mjs';

/** What the company had when its books began. */
export const openingBank = 65_000;
const openingAssets = 36_000;

/** The opening entry (type 10, which cannot be sent), wages every month, depreciation every quarter. */
export function fillGeneralEntries(company: Company, plan: Bookkeeping): void {
	const { accounts, begins, words, journals } = plan;
	const book = (lines: readonly PlannedLine[], type?: number) =>
		bookPlanned(company, generalJournal, { JournalCode: journals.general, Type: type }, lines);
	const opening = { date: begins, description: words.opening };
	book(
		[
			{ ...opening, account: accounts.bank, amount: openingBank },
			{ ...opening, account: accounts.assets, amount: openingAssets },
			{ ...opening, account: accounts.capital, amount: -openingBank - openingAssets },
		],
		10,
	);
	for (const month of monthsFrom(begins)) {
		book(wagesOf(plan, month));
		if (month.index % 3 === 2) book(depreciationOf(plan, month));
	}
}

/** What is due in wages for a month. */
export const wagesIn = ({ wage }: Bookkeeping, { index }: Month) => wage + (index % 4) * 25.5;

function wagesOf(plan: Bookkeeping, month: Month): PlannedLine[] {
	const { accounts, centers, words } = plan;
	const whole = wagesIn(plan, month);
	const first = Math.round(whole * 40) / 100;
	const line = { date: month.last, description: `${words.wages} ${month.name}` };
	const [one, other] = centers;
	const rest = Math.round((whole - first) * 100) / 100;
	return [
		{ ...line, account: accounts.wages, amount: first, more: { CostCenter: one } },
		{ ...line, account: accounts.wages, amount: rest, more: { CostCenter: other } },
		{ ...line, account: accounts.wagesDue, amount: -whole },
	];
}

function depreciationOf({ accounts, words }: Bookkeeping, month: Month): PlannedLine[] {
	const line = { date: month.last, description: `${words.depreciation} ${month.name}` };
	return [
		{ ...line, account: accounts.written, amount: 900 },
		{ ...line, account: accounts.writtenOff, amount: -900 },
	];
}
