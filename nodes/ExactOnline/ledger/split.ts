import type { Finding, Where } from './finding';
import { format, fromMinor, hasTooManyDecimals, scaled, toMinor } from './money';

/** Exact's three analytic plans, in the order in which a line is cut. */
const plans = ['costCenter', 'costUnit', 'project'] as const;

export type Plan = (typeof plans)[number];

/** A part of a line for one account of a plan; `percentage` is 0 to 100, with up to two decimals. */
export interface Share {
	plan: Plan;
	account: string;
	percentage: number;
}

/** One line that Exact gets: at most one account per plan, and how much of the whole it carries. */
export interface Combination {
	/** Whole number; only meaningful beside the weights of the other combinations. */
	weights: number;
	costCenter?: string;
	costUnit?: string;
	project?: string;
}

/** Shares are counted in hundredths of a percent. */
const PERCENT_DECIMALS = 2;
const WHOLE = 100_00;

/** Exact keeps quantities as doubles; finer than this nobody counts. */
const QUANTITY_DECIMALS = 6;

/**
 * Cuts a whole number of minor units by weights (zero or more, up to six decimals), so that the parts add up to it.
 * What rounding down leaves goes to the largest remainders, of equal ones to the first. A negative total is cut like
 * its opposite; weights that add up to nothing count as equal; without weights there are no parts.
 */
export function largestRemainder(total: number, weights: readonly number[]): number[] {
	if (weights.length === 0) return [];
	if (!Number.isFinite(total)) return weights.map(() => Number.NaN);
	const given = weights.map((weight) => scaled(weight, QUANTITY_DECIMALS));
	const sizes = add(given) === 0n ? weights.map(() => 1n) : given;
	const size = scaled(Math.abs(total), 0);
	const parts = roundedDown(size, sizes);
	const left = size - add(parts.map(({ amount }) => amount));
	const byRemainder = [...parts].sort((a, b) => descending(a.remainder, b.remainder));
	for (const part of byRemainder.slice(0, Number(left))) part.amount += 1n;
	const sign = total < 0 ? -1n : 1n;
	return parts.map(({ amount }) => Number(sign * amount));
}

/**
 * The lines that the shares of one line make: each account of a plan with each of the others, in the order given.
 * Weights multiply as whole numbers. The shares of a plan must add up to 100 exactly (Exact itself knows one account
 * per plan and line, and no shares); a share of 0 makes no line. No shares make one line. With findings there are no
 * combinations. `where` is the line that the shares belong to.
 */
export function spread(
	shares: readonly Share[],
	where: Where = [],
): { combinations: Combination[]; findings: Finding[] } {
	const used = plans
		.map((plan) => ({ plan, shares: shares.filter((share) => share.plan === plan) }))
		.filter((group) => group.shares.length > 0);
	const findings = used.flatMap((group) => planFindings(group, where));
	if (findings.length > 0) return { combinations: [], findings };
	const combinations = used.reduce(cutByPlan, [{ weights: 1 }]);
	return { combinations, findings };
}

/** Minor units for each combination; they add up to the amount. */
export function splitAmount(minor: number, combinations: readonly Combination[]): number[] {
	return largestRemainder(
		minor,
		combinations.map(({ weights }) => weights),
	);
}

/** A quantity (up to six decimals) for each combination; to the sixth decimal they add up to the whole. */
export function splitQuantity(quantity: number, combinations: readonly Combination[]): number[] {
	const parts = splitAmount(toMinor(quantity, QUANTITY_DECIMALS), combinations);
	return parts.map((part) => fromMinor(part, QUANTITY_DECIMALS));
}

interface PlanShares {
	plan: Plan;
	shares: readonly Share[];
}

const planWords: Record<Plan, string> = {
	costCenter: 'cost center',
	costUnit: 'cost unit',
	project: 'project',
};

function cutByPlan(combinations: Combination[], { plan, shares }: PlanShares): Combination[] {
	const counted = shares
		.map(({ account, percentage }) => ({ account, part: toMinor(percentage, PERCENT_DECIMALS) }))
		.filter(({ part }) => part > 0);
	return combinations.flatMap((combination) =>
		counted.map(({ account, part }) => ({
			...combination,
			weights: combination.weights * part,
			[plan]: account,
		})),
	);
}

function planFindings(group: PlanShares, where: Where): Finding[] {
	const malformed = group.shares.flatMap((share) => shareFindings(share, where));
	if (malformed.length > 0) return malformed;
	return [...duplicateFindings(group, where), ...sumFindings(group, where)];
}

function shareFindings({ plan, account, percentage }: Share, where: Where): Finding[] {
	const what = `has a share of ${percentage} % for ${planWords[plan]} '${account}'`;
	if (!(percentage >= 0 && percentage <= 100)) {
		return [{ code: 'PARAM_RANGE', where, what, expected: 'A share is from 0 to 100 %.' }];
	}
	if (!hasTooManyDecimals(percentage, PERCENT_DECIMALS)) return [];
	return [{ code: 'PARAM_FORMAT', where, what, expected: 'A share has at most two decimals.' }];
}

function duplicateFindings({ plan, shares }: PlanShares, where: Where): Finding[] {
	const accounts = shares.map(({ account }) => account);
	const repeated = new Set(accounts.filter((account, index) => accounts.indexOf(account) < index));
	return [...repeated].map((account) => ({
		code: 'ANALYTIC_DUPLICATE',
		where,
		what: `has ${planWords[plan]} '${account}' more than once`,
		expected: 'Give each account of a plan once, with its whole share.',
	}));
}

function sumFindings({ plan, shares }: PlanShares, where: Where): Finding[] {
	const parts = shares.map(({ percentage }) => toMinor(percentage, PERCENT_DECIMALS));
	const sum = parts.reduce((total, part) => total + part, 0);
	if (sum === WHOLE) return [];
	return [
		{
			code: 'ANALYTIC_SHARE',
			where,
			what: `has shares for ${planWords[plan]} that add up to ${format(sum, PERCENT_DECIMALS)} %`,
			expected: 'The shares of a plan must add up to 100 %.',
		},
	];
}

interface Part {
	amount: bigint;
	remainder: bigint;
}

function roundedDown(size: bigint, weights: readonly bigint[]): Part[] {
	const sum = add(weights);
	return weights.map((weight) => {
		const remainder = (((size * weight) % sum) + sum) % sum;
		return { amount: (size * weight - remainder) / sum, remainder };
	});
}

function add(numbers: readonly bigint[]): bigint {
	return numbers.reduce((sum, each) => sum + each, 0n);
}

/** Equal ones keep their order: sorting is stable. */
function descending(a: bigint, b: bigint): number {
	if (a === b) return 0;
	return a > b ? -1 : 1;
}
