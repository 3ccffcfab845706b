import { isYearEnd } from './entries';

/** Something that was booked on an account, or several such things together. Amounts in major units. */
export interface Movement {
	account: string;
	/** Bookyear, and type of the entry (`TransactionLines.Type`). */
	year: number;
	type: number;
	debit: number;
	/** Positive as well. */
	credit: number;
	/** Whether it lies before the range; what lies behind it is not handed over. */
	isBefore: boolean;
}

/** What is known of the range and of the accounts. */
export interface BalanceRange {
	fromYear: number;
	toYear: number;
	/** Accounts of costs and revenues, which begin every bookyear with nothing. */
	isProfitAndLoss(account: string): boolean;
}

/** Debit is positive: `closing = opening + debit - credit + carriedOver`. */
export interface Balance {
	opening: number;
	debit: number;
	credit: number;
	/** What bookyears that ended within the range took away from an account of costs or revenues. */
	carriedOver: number;
	closing: number;
}

/** All accounts, and what of costs and revenues none of them shows. */
export interface Balances {
	accounts: Map<string, Balance>;
	/** Results of earlier years that are not closed, less results of this year that are: makes the sum zero. */
	result: Balance;
}

const SCALE = 1e4;

/** In whole ten-thousandths, so that sums have no noise of binary fractions. */
interface Sums {
	opening: number;
	debit: number;
	credit: number;
	carriedOver: number;
}

const nothing = (): Sums => ({ opening: 0, debit: 0, credit: 0, carriedOver: 0 });

/** Closing and opening of the balance sheet at the turn of a year: they cancel, but the first empties the old year. */
const TURN_OF_YEAR = [327, 328];

/**
 * Movements as balances. Accounts of the balance sheet run through all years, without the closing and opening of each
 * (types 327 and 328), but with the results that year-end entries bring them. Those of costs and revenues show their bookyear without year-end entries, which would empty them.
 * What is left out of them is the `result`, so that closing balances add up to zero as the ledger does.
 */
export function balancesOf(movements: Iterable<Movement>, range: BalanceRange): Balances {
	const accounts = new Map<string, Sums>();
	const result = nothing();
	for (const movement of movements) {
		if (TURN_OF_YEAR.includes(movement.type)) continue;
		const sums = accounts.get(movement.account) ?? nothing();
		accounts.set(movement.account, sums);
		const [debit, credit] = [movement.debit, movement.credit].map((one) => Math.round(one * SCALE));
		const part = { ...movement, debit: debit ?? 0, credit: credit ?? 0 };
		if (range.isProfitAndLoss(movement.account)) addResult(sums, result, part, range);
		else addThrough(sums, part);
	}
	return {
		accounts: new Map([...accounts].map(([account, sums]) => [account, balanceOf(sums)])),
		result: balanceOf(result),
	};
}

function addThrough(sums: Sums, { debit, credit, isBefore }: Movement): void {
	if (isBefore) sums.opening += debit - credit;
	else {
		sums.debit += debit;
		sums.credit += credit;
	}
}

function addResult(
	sums: Sums,
	result: Sums,
	{ debit, credit, isBefore, year, type }: Movement,
	{ fromYear, toYear }: BalanceRange,
): void {
	const amount = debit - credit;
	if (isYearEnd(type) || (isBefore && year < fromYear)) {
		if (isBefore) result.opening += amount;
		else result.carriedOver += amount;
		return;
	}
	addThrough(sums, { account: '', year, type, debit, credit, isBefore });
	if (year >= toYear) return;
	sums.carriedOver -= amount;
	result.carriedOver += amount;
}

function balanceOf({ opening, debit, credit, carriedOver }: Sums): Balance {
	const closing = opening + debit - credit + carriedOver;
	// Adding 0 turns -0 into 0.
	const major = (sum: number) => sum / SCALE + 0;
	return {
		opening: major(opening),
		debit: major(debit),
		credit: major(credit),
		carriedOver: major(carriedOver),
		closing: major(closing),
	};
}
