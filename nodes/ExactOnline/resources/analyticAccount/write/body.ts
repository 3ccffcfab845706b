import type { IDataObject } from 'n8n-workflow';

import type { Row } from '../../../exact/source';
import { dayOf, exactMs } from '../../../exact/values/time';
import { filled } from '../../../kit/booking/draft/filled';
import type { Facts } from '../../../kit/booking/facts';
import { checkExactNames, checkTwice, idIn } from '../../../kit/booking/master';
import { relationIn } from '../../../kit/booking/draft/relation';
import type { Problem } from '../../../kit/booking/problems';
import { lookUps } from '../../../kit/lookups';
import { plans, type PlanName } from '../plans';
import { projectTypes, type AccountInputs } from './fields';

/** What was entered for one account, and where. */
export interface Given {
	plan: PlanName;
	code: string | undefined;
	name: string | undefined;
	fields: AccountInputs;
	/** The name of the collection that the fields stand in, for messages. */
	label: string;
}

/** The columns that were given. What does not fit the plan, or each other, becomes a problem. */
export function accountBody(
	given: Given,
	found: Row | undefined,
	facts: Facts,
	problems: Problem[],
): IDataObject {
	const { plan, code, name, fields, label } = given;
	const { additionalExactFields: exact = {}, client, startDate, endDate, projectType } = fields;
	checkPlan(given, problems);
	checkDays(given, problems);
	const relation = client && relationIn(lookUps.client, client, [label, 'Client'], facts, problems);
	const own = filled({
		Code: code,
		Description: name,
		Type: projectType && projectTypes[projectType],
		Account: idIn(relation),
		StartDate: startDate,
		EndDate: endDate,
		...activity(fields, found, facts.today),
	});
	const where = [label, 'Additional Exact Fields'];
	checkExactNames(exact, plans[plan].record, where, problems);
	checkTwice(exact, own, where, problems);
	return { ...exact, ...own } as IDataObject;
}

/** What a new project gets: Exact insists on a type, and one without a first day would never have begun. */
export function defaultsOf(plan: PlanName, body: IDataObject, today: string): IDataObject {
	if (plan !== 'project') return {};
	const ends = typeof body.EndDate === 'string' ? body.EndDate : today;
	const StartDate = ends < today ? undefined : today;
	return filled({ Type: projectTypes.nonBillable, StartDate });
}

function checkPlan({ plan, fields, label }: Given, problems: Problem[]): void {
	if (plan === 'project') return;
	const ofProjects = [
		['Client', fields.client],
		['Project Type', fields.projectType],
		['Start Date', fields.startDate],
	] as const;
	const { noun } = plans[plan].record;
	for (const [field] of ofProjects.filter(([, value]) => value !== undefined)) {
		const expected = "Leave it out, or choose 'Projects' as the analytic plan.";
		const what = `is given, but a ${noun} has none: only projects have`;
		problems.push({ code: 'PARAM_PAIR', where: [label, field], what, expected });
	}
}

function checkDays({ fields, label }: Given, problems: Problem[]): void {
	const { isActive, startDate, endDate } = fields;
	const where = [label, 'End Date'];
	if (endDate !== undefined && isActive !== undefined) {
		const expected = "Enter one of them: 'Active' sets the end date.";
		problems.push({ code: 'PARAM_PAIR', where, what: "is given, and so is 'Active'", expected });
	}
	if (startDate !== undefined && endDate !== undefined && endDate < startDate) {
		const what = `is ${endDate}, which is before the start date ${startDate}`;
		problems.push({ code: 'PARAM_PAIR', where, what, expected: 'Correct one of them.' });
	}
}

const DAY = 24 * 60 * 60_000;

/** An account is in use up to its last day. What has ended stays ended on that day. */
function activity({ isActive }: AccountInputs, found: Row | undefined, today: string): IDataObject {
	if (isActive === undefined) return {};
	if (isActive === 'true') return { EndDate: null };
	const end = exactMs(found?.EndDate);
	if (end !== undefined && dayOf(end) < today) return {};
	return { EndDate: dayOf(Date.parse(today) - DAY) };
}
