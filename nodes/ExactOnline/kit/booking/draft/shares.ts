import { isGuid } from '../../../exact/values/guid';
import type { Problem, Where } from '../problems';
import type { Reference } from '../../lookups/lookUp';
import { spread, type Combination, type Plan } from '../../../ledger/split';

/** What a line says of analytic accounts: one for the whole line, or shares. */
export interface AnalyticInput {
	costCenter?: Reference;
	costUnit?: Reference;
	project?: Reference;
	distribution: ReadonlyArray<{ plan: Plan; account: string; percentage?: number }>;
}

/** A part of a line for one account of a plan. */
export interface LineShare {
	plan: Plan;
	account: Reference;
	percentage: number;
}

const plans = ['costCenter', 'costUnit', 'project'] as const;

/** The shares of a line; one account for the whole line is a share of 100 %. */
export function sharesOf(line: AnalyticInput): LineShare[] {
	const whole = plans.flatMap((plan) => {
		const account = line[plan];
		return account === undefined ? [] : [{ plan, account, percentage: 100 }];
	});
	const parts = line.distribution.map(({ plan, account, percentage }) => ({
		plan,
		account: isGuid(account) ? { id: account.toLowerCase() } : { code: account },
		percentage: percentage ?? 0,
	}));
	return [...whole, ...parts];
}

/** The lines that Exact gets for one line: it knows one account of each plan for a line, and no shares. */
export function combinationsOf(
	line: AnalyticInput,
	where: Where,
): { combinations: Combination[]; problems: Problem[] } {
	const both = plans.filter(
		(plan) => line[plan] !== undefined && line.distribution.some((share) => share.plan === plan),
	);
	const { combinations, findings } = spread(
		sharesOf(line).map(({ plan, account, percentage }) => ({
			plan,
			account: keyOf(account),
			percentage,
		})),
		where,
	);
	if (both.length === 0) return { combinations, problems: findings };
	const problem: Problem = {
		code: 'ANALYTIC_DUPLICATE',
		where: [...where, 'Distribution'],
		what: `holds shares of a plan that has an account for the whole line as well (${both.join(', ')})`,
		expected: 'Give either one account or shares, not both.',
	};
	return { combinations: [], problems: [problem] };
}

/** The text under which an account stands in a combination; Exact takes upper and lower case as equal. */
export function keyOf(account: Reference): string {
	return 'id' in account ? account.id : account.code.toUpperCase();
}
