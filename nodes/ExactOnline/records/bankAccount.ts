import { textOf } from '../exact/values/text';
import { bankAccountColumns } from './columns/bankAccount';
import { record } from './record';
import { derived, flag, guid, text } from './shows';

const IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/;

/** A bank account of a relation. Exact keeps IBANs and local numbers in one column. */
export const bankAccount = record({
	noun: 'bank account',
	path: 'crm/BankAccounts',
	key: 'ID',
	scope: 'CRM: accounts',
	columns: bankAccountColumns,
	shows: {
		id: guid('ID'),
		iban: derived(['BankAccount'], 'string', (row) => {
			const number = plainNumber(row.BankAccount);
			return IBAN.test(number) ? number : null;
		}),
		accountNumber: text('BankAccount'),
		bic: text('BICCode'),
		holder: text('BankAccountHolderName'),
		description: text('Description'),
		isMain: flag('Main'),
		isBlocked: flag('Blocked'),
	},
});

function plainNumber(value: unknown): string {
	return textOf(value)
		.replace(/[\s.-]/g, '')
		.toUpperCase();
}
