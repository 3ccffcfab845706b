import { openingsOf, yearOf } from '../ledger/balances.mjs';
import { columns } from './column.mjs';
import { lookup } from './computed.mjs';
import { ordinary } from './endpoint.mjs';
import type { Entity } from './entity.mjs';

const table = columns(`
	Division                            Int32
	GLAccount                           Guid
	ReportingYear                       Int32
	Amount                              Double
	BalanceSide                         String
	GLAccountCode                       String
	GLAccountDescription                String
`);

/** Opening balances of this financial year or the one before, of all entries or of the processed ones. */
function openingBalance(years: 0 | 1, processed: boolean): Entity {
	return {
		name: processed ? 'Processed' : 'AfterEntry',
		model: `Exact.Web.Api.Models.OpeningBalance.${processed ? 'Processed' : 'AfterEntry'}`,
		key: 'GLAccount',
		furtherKeys: ['Division', 'ReportingYear'],
		title: { en: 'Opening balance', nl: 'Beginbalans' },
		rows({ company, now }) {
			const year = yearOf(company, now);
			return year === undefined ? [] : openingsOf(company, year - years, processed);
		},
		computed: {
			BalanceSide: lookup('GLAccount', 'GLAccounts', 'BalanceSide'),
			GLAccountCode: lookup('GLAccount', 'GLAccounts', 'Code'),
			GLAccountDescription: lookup('GLAccount', 'GLAccounts', 'Description'),
		},
		columns: table,
	};
}

const get = { verbs: ['GET'] as const };

export const openingBalanceEndpoints = [
	ordinary('openingbalance/CurrentYear/AfterEntry', openingBalance(0, false), get),
	ordinary('openingbalance/CurrentYear/Processed', openingBalance(0, true), get),
	ordinary('openingbalance/PreviousYear/AfterEntry', openingBalance(1, false), get),
	ordinary('openingbalance/PreviousYear/Processed', openingBalance(1, true), get),
];
