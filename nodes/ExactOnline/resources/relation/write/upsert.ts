import { isGuid } from '../../../exact/values/guid';
import { textOf } from '../../../exact/values/text';
import type { Facts } from '../../../kit/booking/facts';
import { saying } from '../../../kit/booking/master/saved';
import { writing } from '../../../kit/booking/operation';
import type { Problem } from '../../../kit/booking/problems';
import { quoted, type Inputs } from '../../../kit/field';
import { choice, collection, textField } from '../../../kit/fields';
import type { BatchOperation } from '../../../kit/operation';
import type { OutputInputs } from '../../../kit/output';
import type { Row } from '../../../exact/source';
import { checkName, draftRelation, type RelationDraft } from './draft';
import { additionalFields, partFields, requiredName, updateBankAccount } from './fields';
import type { Given } from './given';
import { keyOf, named, relationsWith, type Match } from './match';
import { needs } from './needs';
import type { MatchBy, Role } from './roles';
import { relationWriter } from './writer';

const matchValue = textField({
	label: 'Match Value',
	hint: 'The value to look for; when there is none, the new one gets it',
});

const matchFields = {
	matchBy: choice<MatchBy>(
		{ label: 'Match By', hint: 'How to find the one that exists', section: 'subject' },
		[
			{ name: 'Code', value: 'code' },
			{ name: 'Company Number', value: 'chamberOfCommerce' },
			{ name: 'Email', value: 'email' },
			{ name: 'ID', value: 'id', description: 'Never creates: Exact gives the IDs' },
			{ name: 'Search Code', value: 'searchCode' },
			{ name: 'VAT Number', value: 'vatNumber' },
		],
		'vatNumber',
	),
	matchValue: { ...matchValue, property: { ...matchValue.property, required: true } },
};

const options = collection(
	{ label: 'Options', section: 'options', add: 'Add Option' },
	{ updateBankAccount },
);

const fieldsOf = (role: Role) => ({
	...matchFields,
	name: requiredName(),
	...partFields,
	additionalFields: additionalFields(role),
	options,
});
type UpsertInputs = Inputs<ReturnType<typeof fieldsOf>> & OutputInputs;

/** Create or Update: finds a relation by a key of choice and changes what differs, or makes a new one. */
export function upsert(role: Role): BatchOperation {
	const { record } = role.relation;
	const { noun } = record;
	return writing(
		{
			value: 'upsert',
			words: {
				name: 'Create or Update',
				action: `Create or update ${noun}`,
				description: `Create a new ${noun}, or update the current one if it already exists (upsert)`,
			},
			rows: [],
			cost: '1 call when something differs, 1 for each address, bank account and contact that does, and for each 40 items 2 to find and to read back, and 1 for each kind of part; look-ups once for all items',
			record,
			fields: fieldsOf(role),
		},
		saying,
		{
			needs: (inputs) => needs(role, inputs.additionalFields, matchOf(inputs)),
			draft: (inputs, facts) => draftEither(role, inputs, facts),
			writer: relationWriter(role),
		},
	);
}

function matchOf({ matchBy: by, matchValue: value }: UpsertInputs): Match | undefined {
	return value === undefined ? undefined : { by, value };
}

function draftEither(role: Role, inputs: UpsertInputs, facts: Facts): RelationDraft {
	const { name, addresses, contacts } = inputs;
	const match = matchOf(inputs);
	const problems: Problem[] = [];
	const fields = withKey(inputs, match, problems);
	const given: Given = { name, addresses, contacts, fields, label: 'Additional Fields' };
	checkName(given, problems);
	const found = match && theOne(role, match, facts, problems);
	const { updateBankAccount: changesBankAccount } = inputs.options;
	const purpose = { match, found, ifThere: 'update', changesBankAccount, output: inputs } as const;
	return draftRelation(role, given, purpose, facts, problems);
}

/** The key is one of the fields as well. Two different values for it would make a new relation in every run. */
function withKey(
	{ additionalFields: fields }: UpsertInputs,
	match: Match | undefined,
	problems: Problem[],
): UpsertInputs['additionalFields'] {
	const where = ['Match Value'];
	if (match === undefined) {
		const expected = "Enter the value of what 'Match By' names: without it nobody can be found.";
		problems.push({ code: 'PARAM_REQUIRED', where, what: 'is empty', expected });
		return fields;
	}
	const { by, value } = match;
	if (by === 'id') {
		if (isGuid(value)) return fields;
		const expected = 'Expected an ID such as 4f68481a-7b2a-4f2e-9c1b-5d3c0a1e8f77.';
		problems.push({ code: 'ID_FORMAT', where, what: `is ${quoted(value)}`, expected });
		return fields;
	}
	const other = fields[by];
	if (other !== undefined && keyOf({ by, value: other }) !== keyOf(match)) {
		const what = `is ${quoted(value)}, but the same field has the value ${quoted(other)} as well`;
		const expected = 'Leave the field empty, or match by another one to change it.';
		problems.push({ code: 'PARAM_PAIR', where, what, expected });
	}
	return { ...fields, [by]: value };
}

/** The relation with this key, whatever its role; several are a problem, and so is none with an ID. */
function theOne(role: Role, match: Match, facts: Facts, problems: Problem[]): Row | undefined {
	const rows = relationsWith(role, match, facts);
	const where = ['Match Value'];
	if (rows.length > 1) {
		const what = `is ${quoted(match.value)}, which several relations have: ${rows.map(named).join(', ')}`;
		const expected = 'Match by something that only one of them has, such as its code.';
		problems.push({ code: 'AMBIGUOUS', where, what, expected });
	}
	if (rows.length === 0 && match.by === 'id' && isGuid(match.value)) {
		const what = `is ${textOf(match.value)}, but there is no such relation in division ${facts.division}`;
		const expected =
			'A new relation gets its ID from Exact: match by something else to create one.';
		problems.push({ code: 'NOT_FOUND', where, what, expected });
	}
	return rows[0];
}
