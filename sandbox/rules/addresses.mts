import type { Rules } from '../entities/entity.mjs';
import { settleMain } from './main.mjs';
import { messages } from './messages.mjs';

const type = { en: 'Type', nl: 'Type' };
const copied = [
	'AddressLine1',
	'AddressLine2',
	'AddressLine3',
	'Postcode',
	'City',
	'State',
	'Country',
];

/** Neither Account nor Type is flagged as mandatory, yet an address without them makes no sense. */
export const addressRules: Rules = {
	prepare(row, writing) {
		if (!row['Account']) writing.fail(messages.mandatory({ en: 'Account', nl: 'Relatie' }));
		if (row['Type'] === undefined || row['Type'] === null) writing.fail(messages.mandatory(type));
		else if (![1, 2, 3, 4].includes(Number(row['Type']))) writing.fail(messages.invalid(type));
		row['Country'] ??= writing.company.division['Country'];
	},

	/** One main address for each type; the main visit address is the one shown on the account. */
	stored(row, { company }) {
		settleMain(company, 'Addresses', row, (other) => other['Type'] === row['Type']);
		const account = company.table('Accounts').get(String(row['Account']));
		if (!account || row['Type'] !== 1 || row['Main'] !== true) return;
		for (const name of copied) account[name] = row[name];
		account['Modified'] = row['Modified'];
		company.store('Accounts', [account]);
	},
};
