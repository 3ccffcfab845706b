import type { Session } from '../../exact/session';
import type { Field, Inputs } from '../../kit/field';
import { choice } from '../../kit/fields';
import { optionalReference, type Reference } from '../../kit/reference';
import { planOptions, plans, type Plan, type PlanName } from './plans';

/** The account field of a plan. It is not required: n8n would insist on all three when the plan is an expression. */
function accountOf(plan: PlanName): Field<Reference | undefined> {
	const field = optionalReference(plans[plan].lookUp);
	return {
		...field,
		property: { ...field.property, displayOptions: { show: { plan: [plan] } } },
	};
}

export const planField = choice(
	{
		label: 'Analytic Plan',
		hint: 'Whether it is a cost center, a cost unit or a project',
		section: 'subject',
	},
	planOptions,
	'costCenter',
);

/** How one analytic account is named: its plan, and the list, code or ID within it. */
export const accountFields = {
	plan: planField,
	costCenter: accountOf('costCenter'),
	costUnit: accountOf('costUnit'),
	project: accountOf('project'),
};

/** The account that is meant; refuses one that is missing. */
export function wantedAccount(
	inputs: Inputs<typeof accountFields>,
	session: Session,
): { name: PlanName; plan: Plan; reference: Reference } {
	const name = inputs.plan;
	const plan = plans[name];
	const reference = inputs[name];
	if (reference !== undefined) return { name, plan, reference };
	return session.fail({
		code: 'PARAM_REQUIRED',
		message: `'${plan.lookUp.label}' is empty`,
		description: `Choose a ${plan.lookUp.noun}, or enter its code or ID.`,
	});
}
