import type { GenericValue } from 'n8n-workflow';

import type { Row } from '../exact/source';
import { openingBalanceColumns } from './columns/openingBalance';
import { reportingBalanceColumns } from './columns/reportingBalance';
import { record } from './record';
import { added, decimal, guid, money, text, whole, word } from './shows';

const onRow =
	(name: string) =>
	(row: Row): GenericValue =>
		(row[name] as GenericValue) ?? null;

const number = (name: string) => added({ type: 'number' }, onRow(name));

/** Sums of what was booked, by account, period, cost center, cost unit, type and status: movements, no balances. */
export const reportingBalance = record({
	noun: 'reporting balance',
	path: 'financial/ReportingBalance',
	key: 'ID',
	scope: 'Financial: generalledgers',
	columns: reportingBalanceColumns,
	shows: {
		id: decimal('ID'),
		ledgerAccount: text('GLAccountCode'),
		year: whole('ReportingYear'),
		period: whole('ReportingPeriod'),
		amount: money('Amount'),
	},
});

const openings = {
	noun: 'opening balance',
	key: 'GLAccount',
	scope: 'Financial: generalledgers',
	columns: openingBalanceColumns,
	shows: {
		id: guid('GLAccount'),
		ledgerAccount: text('GLAccountCode'),
		year: whole('ReportingYear'),
		amount: money('Amount'),
	},
};

/** What accounts of the balance sheet began a bookyear with: this year and the one before. */
export const openingBalances = {
	current: record({ ...openings, path: 'openingbalance/CurrentYear/AfterEntry' }),
	previous: record({ ...openings, path: 'openingbalance/PreviousYear/AfterEntry' }),
};

/** What an account began a range with, what was booked, and what it ended with; put together out of the ledger. */
export const ledgerBalance = record({
	noun: 'balance',
	path: reportingBalance.path,
	key: 'GLAccount',
	scope: 'Financial: generalledgers',
	columns: {
		GLAccount: 'Guid',
		GLAccountCode: 'String',
		GLAccountDescription: 'String',
		BalanceType: 'String',
	},
	shows: {
		id: guid('GLAccount'),
		ledgerAccount: text('GLAccountCode'),
		name: text('GLAccountDescription'),
		balanceType: word('BalanceType', { B: 'balanceSheet', W: 'profitAndLoss' }),
		from: added({ type: 'string' }, onRow('From')),
		to: added({ type: 'string' }, onRow('To')),
		opening: number('Opening'),
		debit: number('Debit'),
		credit: number('Credit'),
		carriedOver: number('CarriedOver'),
		closing: number('Closing'),
	},
});
