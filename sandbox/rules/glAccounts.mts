import type { Rules } from '../entities/entity.mjs';
import { checkCode, checkOneOf } from './codes.mjs';
import { balanceTypeOf, glAccountTypes } from './glAccountTypes.mjs';
import { inEntries, usedBy } from './uses.mjs';

const known = Object.keys(glAccountTypes).map(Number);
const journals = { en: 'Journals', nl: 'Dagboeken' };
const vatCodes = { en: 'VAT codes', nl: 'Btw-codes' };
const accounts = { en: 'Accounts', nl: 'Relaties' };

export const glAccountRules: Rules = {
	prepare(row, writing, before) {
		row['Type'] ??= 90;
		row['BalanceType'] ??= balanceTypeOf(Number(row['Type']));
		row['BalanceSide'] ??= 'D';
		checkCode(writing, 'GLAccounts', row, before);
		checkOneOf(writing, row['Type'], known, { en: 'Type', nl: 'Type' });
		checkOneOf(writing, row['BalanceType'], ['B', 'W'], {
			en: 'Balance sheet/Profit & loss',
			nl: 'Balans/Winst & verlies',
		});
		checkOneOf(writing, row['BalanceSide'], ['D', 'C'], {
			en: 'Debit/Credit',
			nl: 'Debet/Credit',
		});
	},

	/** Which records count as use is this sandbox's reading; the form of the message is Exact's. */
	usedIn: usedBy('ID', [
		{ entity: 'Journals', column: 'GLAccount', words: journals },
		{ entity: 'VATCodes', column: 'GLToPay', words: vatCodes },
		{ entity: 'VATCodes', column: 'GLToClaim', words: vatCodes },
		...['GLAR', 'GLAP', 'GLAccountSales', 'GLAccountPurchase'].map((column) => ({
			entity: 'Accounts',
			column,
			words: accounts,
		})),
		...inEntries('GLAccount'),
	]),

	owns: (row, company) => [
		{
			entity: 'DeductibilityPercentages',
			rows: company
				.table('DeductibilityPercentages')
				.rows()
				.filter((other) => other['GLAccount'] === row['ID']),
		},
	],
};
