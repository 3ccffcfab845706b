import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import { dayOf, exactMs } from '../../../exact/values/time';
import { lookUps } from '../../lookups';
import type { Problem, Where } from '../problems';
import { keyOf, sharesOf, type AnalyticInput } from './shares';

/** Exact's `UseCostcenter` and `UseCostunit` of an account that must have one. */
const MANDATORY = 1;

/** Whether the ledger account takes a line like this. */
export function accountProblems(
	account: Row | undefined,
	input: AnalyticInput,
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
	input: AnalyticInput,
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
