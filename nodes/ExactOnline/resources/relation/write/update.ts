import type { Facts } from '../../../kit/booking/facts';
import { saying } from '../../../kit/booking/master/saved';
import { writing } from '../../../kit/booking/operation';
import type { Problem } from '../../../kit/booking/problems';
import type { Inputs } from '../../../kit/field';
import { collection, textField } from '../../../kit/fields';
import type { BatchOperation } from '../../../kit/operation';
import type { OutputInputs } from '../../../kit/output';
import { reference } from '../../../kit/reference';
import { draftRelation, type RelationDraft } from './draft';
import { accountFields } from './accountFields';
import { partFields, updateBankAccount } from './fields';
import { needs } from './needs';
import { referred } from './refer';
import type { Role } from './roles';
import { relationWriter } from './writer';

const options = collection(
	{ label: 'Options', section: 'options', add: 'Add Option' },
	{ updateBankAccount },
);

const label = 'Update Fields';

const fieldsOf = (role: Role) => ({
	relation: reference(role.lookUp),
	updateFields: collection(
		{ label, section: 'more', add: 'Add Field' },
		{ name: textField({ label: 'Name' }), ...accountFields(role) },
	),
	...partFields,
	options,
});
type UpdateInputs = Inputs<ReturnType<typeof fieldsOf>> & OutputInputs;

/** Update: changes what was entered and leaves everything else as it is. */
export function update(role: Role, rows: readonly string[]): BatchOperation {
	const { record } = role.relation;
	const { noun } = record;
	return writing(
		{
			value: 'update',
			words: { name: 'Update', action: `Update ${noun}`, description: `Change a ${noun}` },
			rows,
			cost: '1 call when something differs, 1 for each address, bank account and contact that does, and for each 40 items 2 to find and to read back, and 1 for each kind of part; look-ups once for all items',
			record,
			fields: fieldsOf(role),
		},
		saying,
		{
			needs: ({ relation, updateFields }) => {
				const { references, ...more } = needs(role, updateFields, undefined);
				const wanted = { lookUp: role.by.code, reference: relation };
				return { ...more, references: [...references, wanted] };
			},
			draft: (inputs, facts) => draftChange(role, inputs, facts),
			writer: relationWriter(role),
		},
	);
}

function draftChange(role: Role, inputs: UpdateInputs, facts: Facts): RelationDraft {
	const { relation, updateFields: fields, addresses, contacts, options: chosen } = inputs;
	const problems: Problem[] = [];
	const found = referred(role, relation, facts, problems);
	const given = { name: fields.name, fields, addresses, contacts, label };
	const { updateBankAccount: changesBankAccount } = chosen;
	const purpose = { found, ifThere: 'update', changesBankAccount, output: inputs } as const;
	const draft = draftRelation(role, given, purpose, facts, problems);
	const own = Object.keys(draft.body).filter((column) => !(column in role.given));
	if (problems.length === 0 && own.length + draft.parts.length === 0) {
		const expected = 'Set at least one field to update.';
		problems.push({ code: 'PARAM_REQUIRED', where: [label], what: 'are empty', expected });
	}
	return draft;
}
