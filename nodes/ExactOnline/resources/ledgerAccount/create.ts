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
import { glAccount } from '../../records/glAccount';
import { accountBody, inWriting, standingFor, wantedByFields } from './write/body';
import { accountFields, typeField } from './write/fields';

const label = 'Additional Fields';

const fields = {
	code: requiredText({ label: 'Code', placeholder: 'e.g. 700100' }),
	name: requiredText({ label: 'Name' }),
	type: typeField,
	additionalFields: collection({ label, section: 'more', add: 'Add Field' }, accountFields),
	options: createOptions,
};
type CreateInputs = MasterInputs<typeof fields>;

/** Create: a new account of the chart, unless one with its code is there. */
export const create = writingMasters(
	{
		value: 'create',
		words: {
			name: 'Create',
			action: 'Create ledger account',
			description: 'Create an account of the chart of accounts',
		},
		rows: [],
		cost: '1 call, and for each 40 items 2 to look for their codes and to read back; look-ups once for all items',
		record: glAccount,
		fields,
	},
	{
		needs: ({ code, additionalFields }) => ({
			references: [{ lookUp: inWriting, reference: { code } }, ...wantedByFields(additionalFields)],
		}),
		draft: draftNew,
	},
);

function draftNew(inputs: CreateInputs, facts: Facts): MasterDraft {
	const { code, name, type, additionalFields, options } = inputs;
	const problems: Problem[] = [];
	const given = { code, name, type, fields: additionalFields, label };
	const body = accountBody(given, facts, problems);
	const draft: MasterDraft = {
		...asNew(code, options.ifCodeExists),
		...{ problems, body },
		record: glAccount,
		found: facts.row(inWriting, { code }),
		defaults: standingFor(body),
		output: inputs,
	};
	return finished(draft, ['Code'], options.preview);
}
