import type { Facts } from '../../../kit/booking/facts';
import { saying } from '../../../kit/booking/master/saved';
import { writing } from '../../../kit/booking/operation';
import type { Problem } from '../../../kit/booking/problems';
import type { Inputs } from '../../../kit/field';
import { choice, collection } from '../../../kit/fields';
import type { BatchOperation } from '../../../kit/operation';
import type { OutputInputs } from '../../../kit/output';
import { checkName, draftRelation, type RelationDraft } from './draft';
import { additionalFields, partFields, requiredName } from './fields';
import type { Given } from './given';
import { named, relationsWith, type Match } from './match';
import { needs } from './needs';
import type { Role } from './roles';
import { relationWriter } from './writer';

const options = collection(
	{ label: 'Options', section: 'options', add: 'Add Option' },
	{
		ifVatNumberExists: choice<'create' | 'fail' | 'use'>(
			{
				label: 'If VAT Number Exists',
				hint: 'What to do when the division already has a relation with this VAT number',
			},
			[
				{ name: 'Create Anyway', value: 'create' },
				{ name: 'Stop With an Error', value: 'fail' },
				{
					name: 'Use Existing',
					value: 'use',
					description: 'Return the one that is there, and change nothing',
				},
			],
			'fail',
		),
	},
);

const fieldsOf = (role: Role) => ({
	name: requiredName(),
	...partFields,
	additionalFields: additionalFields(role),
	options,
});
type CreateInputs = Inputs<ReturnType<typeof fieldsOf>> & OutputInputs;

/** Create: a new client or supplier, unless one with its VAT number is there. */
export function create(role: Role, rows: readonly string[]): BatchOperation {
	const { record } = role.relation;
	const { noun } = record;
	return writing(
		{
			value: 'create',
			words: { name: 'Create', action: `Create ${noun}`, description: `Create a new ${noun}` },
			rows,
			cost: '1 call, 1 for each address, bank account and contact, and for each 40 items 2 to look for duplicates and to read back; look-ups once for all items',
			record,
			fields: fieldsOf(role),
		},
		saying,
		{
			needs: (inputs) => needs(role, inputs.additionalFields, matchOf(inputs)),
			draft: (inputs, facts) => draftNew(role, inputs, facts),
			writer: relationWriter(role),
		},
	);
}

/** The VAT number, unless it may occur several times. */
function matchOf({ additionalFields: { vatNumber }, options: chosen }: CreateInputs) {
	if (vatNumber === undefined || chosen.ifVatNumberExists === 'create') return undefined;
	return { by: 'vatNumber', value: vatNumber } as const;
}

function draftNew(role: Role, inputs: CreateInputs, facts: Facts): RelationDraft {
	const { name, addresses, contacts, additionalFields: fields } = inputs;
	const label = 'Additional Fields';
	const given: Given = { name, addresses, contacts, fields, label };
	const problems: Problem[] = [];
	checkName(given, problems);
	const match = matchOf(inputs);
	const keep = inputs.options.ifVatNumberExists === 'use';
	const rows = match === undefined ? [] : relationsWith(role, match, facts);
	const [found] = rows;
	if (match !== undefined && found !== undefined) {
		const several = rows.length > 1;
		if (!keep || several || !role.relation.isOne(found)) {
			problems.push(taken(role, match, rows.map(named), !keep, !role.relation.isOne(found)));
		}
	}
	const ifThere = keep ? 'keep' : 'refuse';
	const purpose = { match, found, ifThere, changesBankAccount: false, output: inputs } as const;
	return draftRelation(role, given, purpose, facts, problems);
}

/** The VAT number belongs to somebody: why that stops the item, and what to do. */
function taken(
	{ lookUp: { noun } }: Role,
	{ value }: Match,
	[first = '', ...others]: readonly string[],
	isRefused: boolean,
	otherRole: boolean,
): Problem {
	const where = ['Additional Fields', 'VAT Number'];
	const owners = [first, ...others].join(' and ');
	const what = `is ${value}, which already belongs to relation ${owners}`;
	if (others.length > 0) {
		const expected =
			'Make one of them the only one with this VAT number, or use Update with an ID.';
		return { code: isRefused ? 'CONFLICT' : 'AMBIGUOUS', where, what, expected };
	}
	if (otherRole) {
		const expected = `It is not a ${noun} yet: the operation Create or Update makes it one.`;
		return { code: isRefused ? 'CONFLICT' : 'ROLE', where, what, expected };
	}
	const expected =
		"Use Create or Update to change it, or choose another way under 'Options > If VAT Number Exists'.";
	return { code: 'CONFLICT', where, what, expected };
}
