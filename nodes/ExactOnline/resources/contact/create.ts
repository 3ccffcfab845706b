import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import { relationIn } from '../../kit/booking/draft/relation';
import type { Facts } from '../../kit/booking/facts';
import { differences } from '../../kit/booking/master/compare';
import { finished } from '../../kit/booking/master/draft';
import { preview } from '../../kit/booking/master/fields';
import { idIn, inFull, wantedFor } from '../../kit/booking/master/refer';
import { idOf, saying } from '../../kit/booking/master/saved';
import { masterWriter } from '../../kit/booking/master/writer';
import { writing } from '../../kit/booking/operation';
import type { Problem } from '../../kit/booking/problems';
import type { Inputs } from '../../kit/field';
import { choice, collection, requiredText } from '../../kit/fields';
import { lookUps } from '../../kit/lookups';
import type { OutputInputs } from '../../kit/output';
import { optionalReference } from '../../kit/reference';
import { contactOfRelation } from '../../records/contact';
import { personBody, type PersonDraft } from './write/body';
import { personFields } from './write/fields';
import { makeMainContact, relation } from './write/mainContact';

const label = 'Additional Fields';

const options = collection(
	{ label: 'Options', section: 'options', add: 'Add Option' },
	{
		ifNameExists: choice<'create' | 'fail' | 'use'>(
			{
				label: 'If Name Exists',
				hint: 'When the relation has a contact with this first and last name already',
			},
			[
				{ name: 'Create Anyway', value: 'create' },
				{ name: 'Stop With an Error', value: 'fail' },
				{
					name: 'Use Existing',
					value: 'use',
					description: 'Return the one that is there, if it is as it was asked for',
				},
			],
			'fail',
		),
		preview,
	},
);

const fields = {
	client: optionalReference(lookUps.client, {
		hint: 'Whom the person belongs to: a client, or a supplier',
	}),
	supplier: optionalReference(lookUps.supplier, {
		hint: 'Whom the person belongs to: a client, or a supplier',
	}),
	firstName: requiredText({ label: 'First Name' }),
	lastName: requiredText({ label: 'Last Name' }),
	additionalFields: collection({ label, section: 'more', add: 'Add Field' }, personFields),
	options,
};
type CreateInputs = Inputs<typeof fields> & OutputInputs & { division: number };

/** Persons by last name: who of them has the first name and the relation is seen in the rows. */
const byLastName = inFull(lookUps.contact, { ...contactOfRelation, code: 'LastName' });

/** Create: a new person at a client or supplier, unless there is one of this name. */
export const create = writing(
	{
		value: 'create',
		words: {
			name: 'Create',
			action: 'Create contact',
			description: 'Create a person at a client or supplier',
		},
		rows: [],
		cost: '1 call, 1 more for a main contact, and for each 40 items 2 to look for their names and to read back; look-ups once for all items',
		record: contactOfRelation,
		writes: [contactOfRelation, relation],
		fields,
	},
	saying,
	{
		needs: ({ client, supplier, lastName }) => ({
			references: [
				{ lookUp: byLastName, reference: { code: lastName } },
				...wantedFor(lookUps.client, client),
				...wantedFor(lookUps.supplier, supplier),
			],
		}),
		draft: draftNew,
		writer: masterWriter(makeMainContact),
	},
);

function draftNew(inputs: CreateInputs, facts: Facts): PersonDraft {
	const { firstName, lastName, additionalFields, options: chosen } = inputs;
	const problems: Problem[] = [];
	const owner = ownerOf(inputs, facts, problems);
	const given = { firstName, lastName, fields: additionalFields, label };
	const body = personBody({ ...given, owner: idIn(owner) }, problems);
	const namesakes = facts.rows(byLastName).filter((row) => isNamesake(row, body));
	const same = namesakes.find(
		(row) => Object.keys(differences(contactOfRelation, row, body)).length === 0,
	);
	const { ifNameExists } = chosen;
	const isFurther = ifNameExists === 'create';
	const { isMain } = additionalFields;
	const draft: PersonDraft = {
		...{ problems, body, isMain },
		record: contactOfRelation,
		found: isFurther ? undefined : (same ?? namesakes[0]),
		others: namesakes.map(idOf),
		defaults: {},
		effects: isMain ? { IsMainContact: true } : {},
		ifThere: isFurther ? 'add' : ifNameExists,
		keys: ['Account', 'FirstName', 'LastName'],
		keyWords: `the name ${firstName} ${lastName} at ${textOf(owner?.Name)}`,
		also: {},
		warnings: [],
		output: inputs,
	};
	return finished(draft, ['Last Name'], chosen.preview);
}

/** The relation that the person belongs to: one of the two is given. */
function ownerOf(
	{ client, supplier }: CreateInputs,
	facts: Facts,
	problems: Problem[],
): Row | undefined {
	const rows = (
		[
			[lookUps.client, client],
			[lookUps.supplier, supplier],
		] as const
	).flatMap(([lookUp, reference]) =>
		reference === undefined ? [] : [relationIn(lookUp, reference, [lookUp.label], facts, problems)],
	);
	const [row, other] = rows;
	if (rows.length === 0) {
		const expected = 'Choose the client or the supplier that the person belongs to.';
		const what = "is empty, and so is 'Supplier'";
		problems.push({ code: 'PARAM_REQUIRED', where: ['Client'], what, expected });
	}
	if (row !== undefined && other !== undefined && textOf(row.ID) !== textOf(other.ID)) {
		const what = 'is another relation than the client';
		const expected = 'Choose one of the two: a person belongs to one relation.';
		problems.push({ code: 'PARAM_PAIR', where: ['Supplier'], what, expected });
	}
	return row;
}

function isNamesake(row: Row, body: PersonDraft['body']): boolean {
	const same = ['Account', 'FirstName', 'LastName'] as const;
	return same.every((column) => upper(row[column]) === upper(body[column]));
}

function upper(value: unknown): string {
	return textOf(value).toUpperCase();
}
