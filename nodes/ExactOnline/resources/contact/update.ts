import type { Facts } from '../../kit/booking/facts';
import {
	asChange,
	checkSomething,
	finished,
	inFull,
	target,
	updateOptions,
	wantedFor,
	writingMasters,
	type MasterInputs,
} from '../../kit/booking/master';
import type { Problem } from '../../kit/booking/problems';
import { collection, textField } from '../../kit/fields';
import { lookUps } from '../../kit/lookups';
import { reference } from '../../kit/reference';
import { contactOfRelation } from '../../records/contact';
import { personBody, type PersonDraft } from './write/body';
import { personFields } from './write/fields';
import { makeMainContact, relation } from './write/mainContact';

const label = 'Update Fields';

const fields = {
	contact: reference(lookUps.contact),
	updateFields: collection(
		{ label, section: 'more', add: 'Add Field' },
		{
			firstName: textField({ label: 'First Name' }),
			lastName: textField({ label: 'Last Name' }),
			...personFields,
		},
	),
	options: updateOptions,
};
type UpdateInputs = MasterInputs<typeof fields>;

const inWriting = inFull(lookUps.contact);

/** Update: changes what was entered and leaves everything else as it is. */
export const update = writingMasters(
	{
		value: 'update',
		words: {
			name: 'Update',
			action: 'Update contact',
			description: 'Change a person at a client or supplier',
		},
		rows: [],
		cost: '1 call when something differs, 1 more for a main contact, and for each 40 items 1 to find them and 1 to read back those that were changed; further fields: 1 more for each 40',
		record: contactOfRelation,
		writes: [contactOfRelation, relation],
		fields,
	},
	{
		needs: ({ contact }) => ({ references: wantedFor(inWriting, contact) }),
		draft: draftChange,
		afterwards: makeMainContact,
	},
);

function draftChange(inputs: UpdateInputs, facts: Facts): PersonDraft {
	const { contact, updateFields, options } = inputs;
	const { firstName, lastName, isMain, ...more } = updateFields;
	const problems: Problem[] = [];
	const found = target(facts, inWriting, contact, problems);
	checkSomething({ ...updateFields, isMain: isMain || undefined }, label, problems);
	const given = { firstName, lastName, fields: { ...more, isMain }, label };
	const draft: PersonDraft = {
		...asChange,
		...{ problems, found, isMain },
		record: contactOfRelation,
		body: personBody(given, problems),
		effects: isMain ? { IsMainContact: true } : {},
		output: inputs,
	};
	return finished(draft, [label], options.preview);
}
