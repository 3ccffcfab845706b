import type { Rules } from '../entities/entity.mjs';
import { isIban } from './iban.mjs';
import { settleMain } from './main.mjs';
import { messages } from './messages.mjs';

const title = { en: 'Bank account', nl: 'Bankrekening' };
const likeIban = /^[A-Z]{2}\d{2}/;

export const bankAccountRules: Rules = {
	prepare(row, writing, before) {
		const number = String(row['BankAccount'] ?? '')
			.replace(/\s/g, '')
			.toUpperCase();
		if (number === '') return;
		if (likeIban.test(number)) {
			if (!isIban(number)) writing.fail(messages.invalid(title));
			row['IBAN'] = number;
		}
		row['BankAccount'] = number;
		const rows = writing.company.table('BankAccounts').rows();
		const taken = rows.some(
			(other) =>
				other !== before && other['Account'] === row['Account'] && other['BankAccount'] === number,
		);
		if (taken) writing.fail(messages.exists);
	},

	stored(row, { company }) {
		settleMain(company, 'BankAccounts', row, () => true);
	},
};
