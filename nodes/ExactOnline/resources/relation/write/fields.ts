import type { Field, Inputs } from '../../../kit/field';
import { choice, collection, rows, switchField, textField } from '../../../kit/fields';
import { accountFields } from './accountFields';
import type { Role } from './roles';

const addresses = rows(
	{
		label: 'Addresses',
		row: 'Address',
		add: 'Add Address',
		section: 'more',
		hint: 'The first one of a type is its main address; a visiting address is the address of the relation itself',
	},
	{
		type: choice<'visit' | 'postal' | 'invoice' | 'delivery'>(
			{ label: 'Type' },
			[
				{ name: 'Delivery', value: 'delivery' },
				{ name: 'Invoice', value: 'invoice' },
				{ name: 'Postal', value: 'postal' },
				{ name: 'Visit', value: 'visit' },
			],
			'invoice',
		),
		addressLine1: textField({ label: 'Address Line 1', hint: 'Street and number' }),
		addressLine2: textField({ label: 'Address Line 2' }),
		addressLine3: textField({ label: 'Address Line 3' }),
		postcode: textField({ label: 'Postcode' }),
		city: textField({ label: 'City' }),
		state: textField({ label: 'State' }),
		country: textField({ label: 'Country', placeholder: 'e.g. BE', hint: 'Two-letter ISO code' }),
		phone: textField({ label: 'Phone' }),
	},
);

const contacts = rows(
	{ label: 'Contacts', row: 'Contact', add: 'Add Contact', section: 'more', hint: 'Persons' },
	{
		firstName: textField({ label: 'First Name' }),
		lastName: textField({ label: 'Last Name' }),
		email: textField({ label: 'Email', placeholder: 'e.g. name@example.com' }),
		phone: textField({ label: 'Phone' }),
		mobile: textField({ label: 'Mobile' }),
		jobTitle: textField({ label: 'Job Title' }),
		isMain: switchField({
			label: 'Main Contact',
			hint: 'Whether this person becomes the main contact',
		}),
	},
);

/** Addresses and persons, the same for all that write. */
export const partFields = { addresses, contacts };
export type PartInputs = Inputs<typeof partFields>;
export type AddressInput = PartInputs['addresses'][number];
export type ContactInput = PartInputs['contacts'][number];

/** The collection with the fields of a new relation. */
export function additionalFields(role: Role) {
	return collection(
		{ label: 'Additional Fields', section: 'more', add: 'Add Field' },
		accountFields(role),
	);
}

/** *Name* where it has to be there; said together with everything else that is wrong. */
export function requiredName(): Field<string | undefined> {
	const field = textField({ label: 'Name' });
	return { ...field, property: { ...field.property, required: true } };
}

/** Payments go to the bank account: it changes only when somebody says so. */
export const updateBankAccount = switchField({
	label: 'Update Bank Account',
	hint: 'Whether a bank account that is given becomes the main one of a relation that is there already',
});
