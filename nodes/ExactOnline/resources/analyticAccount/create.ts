import type { Facts } from '../../kit/booking/facts';
import {
	asNew,
	createOptions,
	finished,
	writingMasters,
	type MasterDraft,
	type MasterInputs,
} from '../../kit/booking/master';
import type { Problem } from '../../kit/booking/problems';
import { collection, requiredText } from '../../kit/fields';
import { project } from '../../records/project';
import { planField } from './planFields';
import { plans } from './plans';
import { accountBody, defaultsOf } from './write/body';
import { accountFields } from './write/fields';
import { byPlan, currencyWarnings, wantedByFields } from './write/needs';

const label = 'Additional Fields';

const fields = {
	plan: planField,
	code: requiredText({ label: 'Code', placeholder: 'e.g. SALES' }),
	name: requiredText({ label: 'Name' }),
	additionalFields: collection({ label, section: 'more', add: 'Add Field' }, accountFields),
	options: createOptions,
};
type CreateInputs = MasterInputs<typeof fields>;

/** Create: a new cost center, cost unit or project, unless one with its code is there. */
export const create = writingMasters(
	{
		value: 'create',
		words: {
			name: 'Create',
			action: 'Create analytic account',
			description: 'Create a cost center, cost unit or project',
		},
		rows: ['R09', 'R13'],
		cost: '1 call, and for each 40 items of a plan 2 to look for their codes and to read back; look-ups once for all items',
		record: project,
		writes: Object.values(plans).map(({ record }) => record),
		fields,
	},
	{
		needs: ({ division, plan, code, additionalFields }) => ({
			references: [
				{ lookUp: byPlan[plan], reference: { code } },
				...wantedByFields(division, additionalFields),
			],
		}),
		draft: draftNew,
		also: { plan: { type: 'string' } },
	},
);

function draftNew(inputs: CreateInputs, facts: Facts): MasterDraft {
	const { plan, code, name, additionalFields, options } = inputs;
	const problems: Problem[] = [];
	const found = facts.row(byPlan[plan], { code });
	const given = { plan, code, name, fields: additionalFields, label };
	const body = accountBody(given, found, facts, problems);
	const draft: MasterDraft = {
		...asNew(code, options.ifCodeExists),
		...{ problems, found, body },
		record: plans[plan].record,
		defaults: defaultsOf(plan, body, facts.today),
		also: { plan },
		warnings: currencyWarnings(additionalFields, facts),
		output: inputs,
	};
	return finished(draft, ['Code'], options.preview);
}
