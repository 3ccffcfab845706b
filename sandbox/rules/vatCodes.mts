import type { Row, Rules } from '../entities/entity.mjs';
import type { Company } from '../rows/company.mjs';
import { checkCode, checkOneOf } from './codes.mjs';
import { messages } from './messages.mjs';
import { inEntries, usedBy } from './uses.mjs';

const accounts = { en: 'Accounts', nl: 'Relaties' };
const glAccounts = { en: 'G/L accounts', nl: 'Grootboekrekeningen' };

export const vatCodeRules: Rules = {
	prepare(row, writing, before) {
		row['Type'] ??= 'E';
		row['VATTransactionType'] ??= 'B';
		row['EUSalesListing'] ??= 'N';
		row['Percentage'] ??= 0;
		row['Country'] ??= writing.company.division['Country'];
		checkCode(writing, 'VATCodes', row, before);
		// Exact pads the code to three characters, so that it holds no more.
		if (String(row['Code']).length > 3) writing.fail(messages.invalid({ en: 'Code', nl: 'Code' }));
		checkOneOf(writing, row['Type'], ['B', 'E', 'I', 'N'], { en: 'Type', nl: 'Type' });
		checkOneOf(writing, row['VATTransactionType'], ['B', 'P', 'S'], {
			en: 'Transaction type',
			nl: 'Transactietype',
		});
	},

	usedIn: usedBy('Code', [
		{ entity: 'GLAccounts', column: 'VATCode', words: glAccounts },
		{ entity: 'Accounts', column: 'SalesVATCode', words: accounts },
		{ entity: 'Accounts', column: 'PurchaseVATCode', words: accounts },
		...inEntries('VATCode'),
	]),

	owns: (row, company) => [{ entity: 'VatPercentages', rows: percentagesOf(company, row['ID']) }],
};

export const vatPercentageRules: Rules = {
	prepare(row) {
		row['Type'] ??= 0;
	},

	/** The code shows the rate of today: of those that have begun the last. */
	stored(row, { company, now }) {
		const code = company.table('VATCodes').get(String(row['VATCodeID']));
		if (!code) return;
		const rates = percentagesOf(company, code['ID']).filter((rate) => begunBy(rate) <= now);
		rates.sort((a, b) => begunBy(b) - begunBy(a));
		code['Percentage'] = rates[0]?.['Percentage'] ?? 0;
		company.store('VATCodes', [code]);
	},
};

const begunBy = (rate: Row) => Number(rate['StartDate'] ?? 0);

function percentagesOf(company: Company, code: Row[string]): Row[] {
	const rows = company.table('VatPercentages').rows();
	return rows.filter((row) => row['VATCodeID'] === code);
}
