import type { GenericValue } from 'n8n-workflow';

import type { Row } from '../exact/source';
import { textOf } from '../exact/values/text';
import { bankEntryColumns } from './columns/bankEntry';
import { cashEntryColumns } from './columns/cashEntry';
import { ledgerEntry } from './ledgerEntry';
import { record } from './record';
import { added, guid, money, whole } from './shows';

const { id = guid('EntryID'), ...ofEntry } = ledgerEntry.shows;

/** A bank or cash entry, put together from its lines in the ledger (see `ledgerEntry`). */
export const financialEntry = record({
	...ledgerEntry,
	noun: 'bank or cash entry',
	shows: {
		id,
		kind: added({ type: 'string' }, onRow('Kind')),
		...ofEntry,
		/** Line 0 is the account of the bank or the cash desk itself. */
		ownAccount: added({ type: 'string' }, ({ TransactionLines }) => {
			const own = ((TransactionLines ?? []) as Row[]).find(({ LineNumber }) => LineNumber === 0);
			return textOf(own?.GLAccountCode) || null;
		}),
		openingBalance: added({ type: 'number' }, onRow('OpeningBalanceFC')),
		closingBalance: added({ type: 'number' }, onRow('ClosingBalanceFC')),
	},
});

/** The balances that only the entries themselves tell, in the currency of the journal. */
const balances = {
	id: guid('EntryID'),
	number: whole('EntryNumber'),
	openingBalance: money('OpeningBalanceFC'),
	closingBalance: money('ClosingBalanceFC'),
};

export const bankEntry = record({
	noun: 'bank entry',
	path: 'financialtransaction/BankEntries',
	key: 'EntryID',
	scope: 'Financial: accounting',
	columns: bankEntryColumns,
	shows: balances,
});

export const cashEntry = record({
	noun: 'cash entry',
	path: 'financialtransaction/CashEntries',
	key: 'EntryID',
	scope: 'Financial: accounting',
	columns: cashEntryColumns,
	shows: balances,
});

function onRow(name: string): (row: Row) => GenericValue {
	return (row) => (row[name] as GenericValue) ?? null;
}
