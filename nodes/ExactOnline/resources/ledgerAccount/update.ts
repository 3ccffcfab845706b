import type { Facts } from '../../kit/booking/facts';
import {
	asChange,
	checkFree,
	checkSomething,
	finished,
	ifAdded,
	target,
	updateOptions,
	wantedFor,
	writingMasters,
	type MasterDraft,
	type MasterInputs,
} from '../../kit/booking/master';
import type { Problem } from '../../kit/booking/problems';
import { collection, textField } from '../../kit/fields';
import { lookUps } from '../../kit/lookups';
import { reference } from '../../kit/reference';
import { glAccount } from '../../records/glAccount';
import { accountBody, inWriting, standingFor, wantedByFields } from './write/body';
import { accountFields, typeField } from './write/fields';

const label = 'Update Fields';

const fields = {
	ledgerAccount: reference(lookUps.ledgerAccount),
	updateFields: collection(
		{ label, section: 'more', add: 'Add Field' },
		{
			code: textField({ label: 'Code' }),
			name: textField({ label: 'Name' }),
			type: ifAdded(typeField),
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
			action: 'Update ledger account',
			description: 'Change an account of the chart of accounts',
		},
		rows: [],
		cost: '1 call when something differs, and for each 40 items 1 to find them and 1 to read back those that were changed; look-ups once for all items',
		record: glAccount,
		fields,
	},
	{
		needs: ({ ledgerAccount, updateFields }) => ({
			references: [
				...wantedFor(inWriting, ledgerAccount),
				...wantedFor(inWriting, codeOf(updateFields)),
				...wantedByFields(updateFields),
			],
		}),
		draft: draftChange,
	},
);

function codeOf({ code }: UpdateInputs['updateFields']): { code: string } | undefined {
	return code === undefined ? undefined : { code };
}

function draftChange(inputs: UpdateInputs, facts: Facts): MasterDraft {
	const { ledgerAccount, updateFields, options } = inputs;
	const { code, name, type, ...more } = updateFields;
	const problems: Problem[] = [];
	const found = target(facts, inWriting, ledgerAccount, problems);
	checkSomething(updateFields, label, problems);
	checkFree(facts, inWriting, code, found, [label, 'Code'], problems);
	const given = { code, name, type, fields: more, label };
	const body = accountBody(given, facts, problems);
	const draft: MasterDraft = {
		...asChange,
		...{ problems, found },
		record: glAccount,
		body: { ...standingFor(body, found), ...body },
		output: inputs,
	};
	return finished(draft, [label], options.preview);
}
