import type { Rules } from '../entities/entity.mjs';
import { checkCode, checkOneOf } from './codes.mjs';
import { messages } from './messages.mjs';
import { usedBy } from './uses.mjs';

/** The journals that Exact knows, by the number of their type. */
export const journalTypes: Readonly<Record<number, string>> = {
	10: 'Cash',
	12: 'Bank',
	16: 'Payment service',
	20: 'Sales',
	21: 'Return invoice',
	22: 'Purchase',
	23: 'Received return invoice',
	90: 'General journal',
};

const known = Object.keys(journalTypes).map(Number);
const entries = { en: 'Entries', nl: 'Boekingen' };
const mandatory = [
	['Code', { en: 'Code', nl: 'Code' }],
	['Description', { en: 'Description', nl: 'Omschrijving' }],
	['Type', { en: 'Type', nl: 'Type' }],
] as const;

/** No column is flagged as mandatory, yet a journal without code, name or type makes no sense. */
export const journalRules: Rules = {
	prepare(row, writing, before) {
		for (const [name, words] of mandatory) {
			const value = row[name];
			if (value === undefined || value === null || value === '') {
				writing.fail(messages.mandatory(words));
			}
		}
		row['Currency'] ??= writing.company.division['Currency'];
		checkCode(writing, 'Journals', row, before);
		checkOneOf(writing, row['Type'], known, { en: 'Type', nl: 'Type' });
		// The reference says so of bank journals only.
		if (row['Type'] === 12 && !row['BankAccountIncludingMask']) {
			writing.fail(messages.mandatory({ en: 'Bank account', nl: 'Bankrekening' }));
		}
		// 1 Adyen, 2 PayPal, 3 Stripe.
		const provider = { en: 'Payment service provider', nl: 'Betaaldienst' };
		if (row['Type'] === 16 && !row['PaymentServiceProvider']) {
			writing.fail(messages.mandatory(provider));
		}
		checkOneOf(writing, row['PaymentServiceProvider'], [1, 2, 3], provider);
	},

	usedIn: usedBy('Code', [
		{ entity: 'SalesEntries', column: 'Journal', words: entries },
		{ entity: 'PurchaseEntries', column: 'Journal', words: entries },
		{ entity: 'TransactionLines', column: 'JournalCode', words: entries },
	]),
};
