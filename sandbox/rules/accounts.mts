import { isCountry } from '../entities/computed.mjs';
import type { Row, Rules, Words, Writing } from '../entities/entity.mjs';
import type { Company } from '../rows/company.mjs';
import { newGuid } from '../rows/input.mjs';
import { messages } from './messages.mjs';

const code = { en: 'Code', nl: 'Code' };
const statuses = ['A', 'S', 'P', 'C'];
const addressColumns = [
	'AddressLine1',
	'AddressLine2',
	'AddressLine3',
	'Postcode',
	'City',
	'State',
];

export const accountRules: Rules = {
	prepare(row, writing, before) {
		row['Status'] ??= 'A';
		row['Country'] ??= writing.company.division['Country'];
		if (!statuses.includes(String(row['Status']))) {
			writing.fail(messages.invalid({ en: 'Status', nl: 'Status' }));
		}
		if (!isCountry(String(row['Country']))) {
			writing.fail(messages.invalidReference({ en: 'Country', nl: 'Land' }));
		}
		checkCode(row, writing, before);
		if (row['Status'] === 'C' && before?.['Status'] !== 'C') {
			row['CustomerSince'] ??= Math.floor(writing.now / 86_400_000) * 86_400_000;
		}
	},

	/** The address on the account is its main visit address, which is a row of its own as well. */
	stored(row, { company }, given) {
		if (![...addressColumns, 'Country'].some((name) => given.has(name))) return;
		const copied = ['Country', 'Phone', 'Modified', ...addressColumns];
		const address = mainVisit(company, row) ?? {
			ID: newGuid(company, 'Addresses'),
			Account: row['ID'],
			Type: 1,
			Main: true,
			Created: row['Created'],
		};
		for (const name of copied) address[name] = row[name];
		company.store('Addresses', [address]);
	},

	/** Which records count as use is this sandbox's reading; the form of the message is Exact's. */
	usedIn(row, company) {
		const users: Words[] = [];
		const references = ['InvoiceAccount', 'Parent', 'Reseller', 'Accountant'];
		const accounts = company.table('Accounts').rows();
		const byAccount = accounts.some(
			(other) => other !== row && references.some((name) => other[name] === row['ID']),
		);
		if (byAccount) users.push({ en: 'Accounts', nl: 'Relaties' });
		if (below(company, 'Contacts', row).length > 0) {
			users.push({ en: 'Contacts', nl: 'Contactpersonen' });
		}
		if (below(company, 'Documents', row).length > 0) {
			users.push({ en: 'Documents', nl: 'Documenten' });
		}
		return users;
	},

	owns: (row, company) => [
		{ entity: 'Addresses', rows: below(company, 'Addresses', row) },
		{ entity: 'BankAccounts', rows: below(company, 'BankAccounts', row) },
	],
};

/** A code is unique and at most 18 long; without one Exact counts on from the highest. */
function checkCode(row: Row, writing: Writing, before: Row | undefined): void {
	const accounts = writing.company.table('Accounts').rows();
	if (row['Code'] === undefined || row['Code'] === null || row['Code'] === '') {
		let highest = 0;
		for (const account of accounts) highest = Math.max(highest, Number(account['Code']) || 0);
		row['Code'] = String(highest + 1);
		return;
	}
	if (String(row['Code']).length > 18) writing.fail(messages.invalid(code));
	if (row['Code'] === before?.['Code']) return;
	if (accounts.some((account) => account['Code'] === row['Code'] && account !== before)) {
		writing.fail(messages.exists);
	}
}

function below(company: Company, entity: string, account: Row): Row[] {
	const rows = company.table(entity).rows();
	return rows.filter((row) => row['Account'] === account['ID']);
}

function mainVisit(company: Company, account: Row): Row | undefined {
	const addresses = below(company, 'Addresses', account);
	return addresses.find((address) => address['Type'] === 1 && address['Main'] === true);
}
