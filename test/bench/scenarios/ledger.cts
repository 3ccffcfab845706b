import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { inDivision, NL } from '../../harness/inputs.cjs';
import type { Row } from '../../harness/sandbox.cjs';
import { pagesOf, type Scenario } from '../scenario.cjs';
import { byTheThousand } from './bulk.cjs';

const bulk = 'bulk/Financial/TransactionLines';

/** Wide enough that all entries lie inside with all of their lines. */
const range = { dateFrom: '2020-01-01', dateTo: '2029-12-31' };

/** Lines of the ledger, read by the thousand. */
function reading(
	one: Pick<Scenario, 'key' | 'name' | 'goal' | 'countOf'> & {
		parameters: INodeParameters;
		/** Calls besides the pages. */
		besides: number;
		/** The demo's own lines that the node reads and does not show. */
		isLeftOut: (line: Row) => boolean;
	},
): Scenario {
	const { parameters, besides, isLeftOut, ...scenario } = one;
	return {
		...scenario,
		count: 100_000,
		unit: 'ledger lines',
		isFlat: true,
		...byTheThousand(bulk, 'financialtransaction/TransactionLines'),
		prepare: async (sandbox, count) => {
			const own = await sandbox.records(NL, 'TransactionLines');
			const more = Math.max(1, Math.floor((count - own.length) / 4)) * 4;
			await sandbox.generate(NL, 'TransactionLines', more);
			const records = own.length + more;
			const output = records - own.filter(isLeftOut).length;
			return { parameters, records, output, calls: pagesOf(records) + besides };
		},
	};
}

const entries = (output: 'raw' | 'simplified') =>
	inDivision('journalEntry', 'getAll', { returnAll: true, filters: range, output });

/** Line 0 of bank, cash and general journal entries, which says nothing. */
const isShell = ({ LineNumber, AmountDC }: Row) => LineNumber === 0 && !AmountDC;

/** The lines within entries. */
const linesIn =
	(name: string) =>
	(items: readonly INodeExecutionData[]): number =>
		items.reduce((sum, { json }) => sum + (json[name] as unknown[]).length, 0);

export const entriesRaw = reading({
	key: 'entries-raw',
	name: 'Journal Entry: Get Many, raw',
	parameters: entries('raw'),
	besides: 0,
	isLeftOut: isShell,
	countOf: linesIn('TransactionLines'),
	goal: 1.2,
});

export const entriesSimplified = reading({
	key: 'entries-simplified',
	name: 'Journal Entry: Get Many, simplified',
	parameters: entries('simplified'),
	besides: 1,
	isLeftOut: isShell,
	countOf: linesIn('lines'),
	goal: 1.6,
});

/** What an export usually takes of a line. */
const flat = 'EntryID,EntryNumber,LineNumber,Date,GLAccount,GLAccountCode,AmountDC,Description';

export const exportedLines = reading({
	key: 'lines',
	name: 'API Request: Send, 8 columns of the lines',
	parameters: inDivision('apiRequest', 'send', {
		method: 'GET',
		path: bulk,
		query: `$select=${flat}&$filter=FinancialYear gt 2000`,
		returnAll: true,
	}),
	besides: 0,
	isLeftOut: () => false,
	goal: 1.2,
});
