import type { Facts } from '../../kit/booking/facts';
import { checkSomething } from '../../kit/booking/master/checks';
import { finished, type MasterDraft } from '../../kit/booking/master/draft';
import { ifAdded, updateOptions } from '../../kit/booking/master/fields';
import { checkFree, target, wantedFor } from '../../kit/booking/master/refer';
import { saying } from '../../kit/booking/master/saved';
import { masterWriter } from '../../kit/booking/master/writer';
import { writing } from '../../kit/booking/operation';
import type { Problem } from '../../kit/booking/problems';
import type { Inputs } from '../../kit/field';
import { collection, textField } from '../../kit/fields';
import { lookUps } from '../../kit/lookups';
import type { OutputInputs } from '../../kit/output';
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
type UpdateInputs = Inputs<typeof fields> & OutputInputs & { division: number };

/** Update: changes what was entered and leaves everything else as it is. */
export const update = writing(
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
	saying,
	{
		needs: ({ ledgerAccount, updateFields }) => ({
			references: [
				...wantedFor(inWriting, ledgerAccount),
				...wantedFor(inWriting, codeOf(updateFields)),
				...wantedByFields(updateFields),
			],
		}),
		draft: draftChange,
		writer: masterWriter(),
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
		...{ problems, found },
		record: glAccount,
		body: { ...standingFor(body, found), ...body },
		defaults: {},
		ifThere: 'update',
		keys: [],
		keyWords: '',
		also: {},
		warnings: [],
		output: inputs,
	};
	return finished(draft, [label], options.preview);
}
