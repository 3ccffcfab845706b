import type { Facts } from '../../kit/booking/facts';
import { finished, type MasterDraft } from '../../kit/booking/master/draft';
import { createOptions } from '../../kit/booking/master/fields';
import { saying } from '../../kit/booking/master/saved';
import { masterWriter } from '../../kit/booking/master/writer';
import { writing } from '../../kit/booking/operation';
import type { Problem } from '../../kit/booking/problems';
import type { Inputs } from '../../kit/field';
import { collection, requiredText } from '../../kit/fields';
import type { OutputInputs } from '../../kit/output';
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
type CreateInputs = Inputs<typeof fields> & OutputInputs & { division: number };

/** Create: a new account of the chart, unless one with its code is there. */
export const create = writing(
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
	saying,
	{
		needs: ({ code, additionalFields }) => ({
			references: [{ lookUp: inWriting, reference: { code } }, ...wantedByFields(additionalFields)],
		}),
		draft: draftNew,
		writer: masterWriter(),
	},
);

function draftNew(inputs: CreateInputs, facts: Facts): MasterDraft {
	const { code, name, type, additionalFields, options } = inputs;
	const problems: Problem[] = [];
	const given = { code, name, type, fields: additionalFields, label };
	const body = accountBody(given, facts, problems);
	const draft: MasterDraft = {
		...{ problems, body },
		record: glAccount,
		found: facts.row(inWriting, { code }),
		defaults: standingFor(body),
		ifThere: options.ifCodeExists,
		keys: ['Code'],
		keyWords: `code ${code}`,
		also: {},
		warnings: [],
		output: inputs,
	};
	return finished(draft, ['Code'], options.preview);
}
