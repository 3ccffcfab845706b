import { counterpartAccount, journal, suspenseAccount } from './journal';
import { record } from './record';
import { flag, guid, moment, text, word } from './shows';

/** A bank account of the company itself. Exact has no list of them: each is a journal of the kind bank or payment service. */
export const ownBankAccount = record({
	...journal,
	noun: 'bank account',
	shows: {
		id: guid('ID'),
		code: text('Code'),
		name: text('Description'),
		type: word('Type', { 12: 'bank', 16: 'paymentService' }),
		currency: text('Currency'),
		iban: text('BankAccountIBAN'),
		accountNumber: text('BankAccountIncludingMask'),
		bic: text('BankAccountBICCode'),
		country: text('BankAccountCountry'),
		description: text('BankAccountDescription'),
		bankName: text('BankName'),
		provider: text('PaymentServiceProviderName'),
		journal: text('Code'),
		ledgerAccount: counterpartAccount,
		suspenseAccount,
		isBlocked: flag('IsBlocked'),
		created: moment('Created'),
		modified: moment('Modified'),
	},
});
