import type { Rules } from '../entities/entity.mjs';

export const contactRules: Rules = {
	prepare(row, { company }) {
		// The column that shows the same address may be the one that was written.
		if (row['BusinessEmail'] !== undefined) row['Email'] = row['BusinessEmail'];
		delete row['BusinessEmail'];
		if (row['HID'] === undefined || row['HID'] === null) {
			let highest = 10_000;
			for (const contact of company.table('Contacts').rows()) {
				highest = Math.max(highest, Number(contact['HID'] ?? 0));
			}
			row['HID'] = highest + 1;
		}
		row['Code'] = String(row['HID']);
	},

	/** The first contact of an account is its main contact. */
	stored(row, { company }) {
		const account = company.table('Accounts').get(String(row['Account']));
		if (!account || account['MainContact']) return;
		account['MainContact'] = row['ID'];
		company.store('Accounts', [account]);
	},

	removed(row, { company }) {
		const account = company.table('Accounts').get(String(row['Account']));
		if (account?.['MainContact'] !== row['ID'] || !account) return;
		account['MainContact'] = null;
		company.store('Accounts', [account]);
	},
};
