import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import type { Facts } from '../../kit/booking/facts';
import {
	asChange,
	checkFree,
	checkSomething,
	finished,
	target,
	updateOptions,
	wantedFor,
	writingMasters,
	type MasterDraft,
	type MasterInputs,
} from '../../kit/booking/master';
import type { Problem } from '../../kit/booking/problems';
import { collection, textField } from '../../kit/fields';
import { project } from '../../records/project';
import { accountFields as whichAccount } from './planFields';
import { plans } from './plans';
import { accountBody } from './write/body';
import { accountFields } from './write/fields';
import { byPlan, currencyWarnings, wantedByFields } from './write/needs';

const label = 'Update Fields';

const fields = {
	...whichAccount,
	updateFields: collection(
		{ label, section: 'more', add: 'Add Field' },
		{
			code: textField({ label: 'Code', hint: 'Only the code of a project can be changed' }),
			name: textField({ label: 'Name' }),
			...accountFields,
		},
	),
	options: updateOptions,
};
type UpdateInputs = MasterInputs<typeof fields>;

/** Update: changes what was entered and leaves everything else as it is. */
export const update = writingMasters(
	{
		value: 'update',
		words: {
			name: 'Update',
			action: 'Update analytic account',
			description: 'Change a cost center, cost unit or project',
		},
		rows: ['R11', 'R15'],
		cost: '1 call when something differs, and for each 40 items of a plan 1 to find them and 1 to read back those that were changed; look-ups once for all items',
		record: project,
		writes: Object.values(plans).map(({ record }) => record),
		fields,
	},
	{
		needs: (inputs) => {
			const { division, plan, updateFields } = inputs;
			return {
				references: [
					...wantedFor(byPlan[plan], inputs[plan]),
					...wantedFor(byPlan[plan], newCode(inputs)),
					...wantedByFields(division, updateFields),
				],
			};
		},
		draft: draftChange,
		also: { plan: { type: 'string' } },
	},
);

/** The code that a project is to get: nobody else may have it. */
function newCode({ plan, updateFields: { code } }: UpdateInputs): { code: string } | undefined {
	return plan === 'project' && code !== undefined ? { code } : undefined;
}

function draftChange(inputs: UpdateInputs, facts: Facts): MasterDraft {
	const { plan, updateFields, options } = inputs;
	const { code, name, ...more } = updateFields;
	const problems: Problem[] = [];
	const found = target(facts, byPlan[plan], inputs[plan], problems);
	checkSomething(updateFields, label, problems);
	if (found !== undefined) checkCode(inputs, found, facts, problems);
	const changesCode = plan === 'project' && textOf(found?.Code) !== code;
	const given = { plan, code: changesCode ? code : undefined, name, fields: more, label };
	const draft: MasterDraft = {
		...asChange,
		...{ problems, found },
		body: accountBody(given, found, facts, problems),
		record: plans[plan].record,
		also: { plan },
		warnings: currencyWarnings(more, facts),
		output: inputs,
	};
	return finished(draft, [label], options.preview);
}

/** Entries name cost centers and cost units by their code, which Exact changes by a function of its own only. */
function checkCode(inputs: UpdateInputs, found: Row, facts: Facts, problems: Problem[]): void {
	const { plan, updateFields } = inputs;
	const { code } = updateFields;
	const { noun } = plans[plan].record;
	const where = [label, 'Code'];
	if (code === undefined || code.toUpperCase() === textOf(found.Code).toUpperCase()) return;
	if (plan === 'project') {
		checkFree(facts, byPlan.project, code, found, where, problems);
		return;
	}
	const what = `is "${code}", but Exact Online does not change the code of a ${noun} through its API: it is ${textOf(found.Code)}`;
	const expected = 'Leave it out, or use Recode in Exact Online.';
	problems.push({ code: 'ANALYTIC_CODE_LOCKED', where, what, expected });
}
