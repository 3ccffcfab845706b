import { textOf } from '../../exact/values/text';
import type { Facts } from '../../kit/booking/facts';
import {
	finished,
	idIn,
	preview,
	wantedFor,
	writingMasters,
	type MasterInputs,
} from '../../kit/booking/master';
import { differences } from '../../kit/booking/master/compare';
import { idOf } from '../../kit/booking/master/saved';
import type { Problem } from '../../kit/booking/problems';
import { choice, collection, requiredText } from '../../kit/fields';
import { lookUps } from '../../kit/lookups';
import { optionalReference } from '../../kit/reference';
import { contactOfRelation } from '../../records/contact';
import { personBody, type PersonDraft } from './write/body';
import { personFields } from './write/fields';
import { makeMainContact, relation } from './write/mainContact';
import { byLastName, namesakesOf, personKeys } from './write/namesakes';
import { ownerOf } from './write/owner';

const label = 'Additional Fields';

const options = collection(
	{ label: 'Options', section: 'options', add: 'Add Option' },
	{
		ifNameExists: choice<'create' | 'fail' | 'use'>(
			{
				label: 'If Name Exists',
				hint: 'What to do when the relation already has a contact with this first and last name',
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
		hint: 'Who the person works for: choose either a client or a supplier',
	}),
	supplier: optionalReference(lookUps.supplier, {
		hint: 'Who the person works for: choose either a client or a supplier',
	}),
	firstName: requiredText({ label: 'First Name' }),
	lastName: requiredText({ label: 'Last Name' }),
	additionalFields: collection({ label, section: 'more', add: 'Add Field' }, personFields),
	options,
};
type CreateInputs = MasterInputs<typeof fields>;

/** Create: a new person at a client or supplier, unless there is one of this name. */
export const create = writingMasters(
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
	{
		needs: ({ client, supplier, lastName }) => ({
			references: [
				{ lookUp: byLastName, reference: { code: lastName } },
				...wantedFor(lookUps.client, client),
				...wantedFor(lookUps.supplier, supplier),
			],
		}),
		draft: draftNew,
		afterwards: makeMainContact,
	},
);

function draftNew(inputs: CreateInputs, facts: Facts): PersonDraft {
	const { firstName, lastName, additionalFields, options: chosen } = inputs;
	const problems: Problem[] = [];
	const owner = ownerOf(inputs, facts, problems);
	const given = { firstName, lastName, fields: additionalFields, label };
	const body = personBody({ ...given, owner: idIn(owner) }, problems);
	const namesakes = namesakesOf(body, facts);
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
		keys: personKeys,
		keyWords: `the name ${firstName} ${lastName} at ${textOf(owner?.Name)}`,
		also: {},
		warnings: [],
		output: inputs,
	};
	return finished(draft, ['Last Name'], chosen.preview);
}
