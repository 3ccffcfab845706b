import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import { dayOf, exactMs } from '../../../exact/values/time';
import type { Problem, Where } from '../../../kit/booking/problems';
import { lookUps } from '../../../kit/lookups';
import { hasTooManyDecimals } from '../../../ledger/money';
import type { LineInput } from './lineFields';
import { keyOf, sharesOf } from './shares';

/** Whether amounts are there, and can be written in the currency. */
export function amountProblems(input: LineInput, decimals: number, where: Where): Problem[] {
	const named = { Amount: input.amount, 'VAT Amount': input.vatAmount };
	const problems = decimalProblems(named, decimals, where);
	// The editor starts with 0; a line of VAT only, as of an import, has no amount of its own.
	if (Boolean(input.amount) || Boolean(input.vatAmount)) return problems;
	const what = input.amount === undefined ? 'is empty' : 'is 0';
	const expected = 'Enter the amount of the line.';
	return [...problems, { code: 'PARAM_REQUIRED', where: [...where, 'Amount'], what, expected }];
}

/** Amounts that say more than the currency can: to round them would be to book another amount. */
export function decimalProblems(
	named: Readonly<Record<string, number | undefined>>,
	decimals: number,
	where: Where,
): Problem[] {
	const expected = `The currency has ${decimals} decimals.`;
	return Object.entries(named)
		.filter(([, amount]) => amount !== undefined && hasTooManyDecimals(amount, decimals))
		.map(([name, amount]) => ({
			code: 'PARAM_FORMAT',
			where: [...where, name],
			what: `is ${amount}`,
			expected,
		}));
}

/** What Exact keeps with lines of purchases only; a sale would be refused for it. */
export function purchaseProblems(
	{ nonDeductiblePercentage, privateUsePercentage }: LineInput,
	side: 'sales' | 'purchase',
	where: Where,
): Problem[] {
	if (side === 'purchase') return [];
	const named = {
		'Non-Deductible VAT (%)': nonDeductiblePercentage,
		'Private Use (%)': privateUsePercentage,
	};
	return Object.entries(named)
		.filter(([, percentage]) => percentage !== undefined)
		.map(([name]) => ({
			code: 'PARAM_PAIR',
			where: [...where, name],
			what: 'is given, but exists for purchases only',
			expected: 'Leave the field empty.',
		}));
}

/** Exact's `UseCostcenter` and `UseCostunit` of an account that must have one. */
const MANDATORY = 1;

/** Whether the ledger account takes a line like this. */
export function accountProblems(
	account: Row | undefined,
	input: LineInput,
	where: Where,
): Problem[] {
	if (account === undefined) return [];
	const code = textOf(account.Code);
	const problems: Problem[] = [];
	if (account.IsBlocked === true) {
		const expected = 'Choose another ledger account, or unblock it in Exact Online.';
		problems.push({
			code: 'GL_BLOCKED',
			where: [...where, 'Ledger Account'],
			what: `is ${code}, which is blocked`,
			expected,
		});
	}
	const given = new Set(sharesOf(input).map(({ plan }) => plan));
	for (const [plan, column] of [
		['costCenter', 'UseCostcenter'],
		['costUnit', 'UseCostunit'],
	] as const) {
		if (Number(account[column]) !== MANDATORY || given.has(plan)) continue;
		const { label, noun } = lookUps[plan];
		problems.push({
			code: 'ANALYTIC_REQUIRED',
			where: [...where, label],
			what: `is empty, but ledger account ${code} requires a ${noun}`,
			expected: `Choose a ${noun}.`,
		});
	}
	return problems;
}

/** Exact still takes accounts that have ended; a bookkeeper would want to know. */
export function endedWarnings(
	input: LineInput,
	accounts: ReadonlyMap<string, Row | undefined>,
	label: string,
	today: string,
): string[] {
	return sharesOf(input).flatMap(({ plan, account }) => {
		const row = accounts.get(`${plan} ${keyOf(account)}`);
		const end = exactMs(row?.EndDate);
		if (end === undefined || dayOf(end) >= today) return [];
		return [`${label}: ${lookUps[plan].noun} ${textOf(row?.Code)} has ended on ${dayOf(end)}`];
	});
}
