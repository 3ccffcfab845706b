import { choices } from '../../kit/fields';

/** Rows of other entities that come with a relation on demand. */
export const include = choices(
	{
		label: 'Include',
		hint: 'What else to read for each of them; each choice costs calls of its own',
	},
	[
		{
			name: 'Addresses',
			value: 'addresses',
			description: 'Postal, invoice and delivery addresses',
		},
		{ name: 'Bank Accounts', value: 'bankAccounts' },
		{ name: 'Contacts', value: 'contacts', description: 'Persons' },
	],
);
