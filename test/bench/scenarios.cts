import type { INodeParameters } from 'n8n-workflow';

import { inDivision, NL } from '../harness/inputs.cjs';
import type { Sandbox } from '../harness/sandbox.cjs';

/** Something that the node does, and what it may cost. */
export interface Scenario {
	name: string;
	/** What the sandbox is filled with, for so many ledger lines. */
	fill(sandbox: Sandbox, lines: number): Promise<void>;
	parameters: INodeParameters;
	/** The pages whose plain reading it is compared with. */
	pages: string;
	/** Most time, as a multiple of the axios loop's. */
	goal: number;
}

const ledger = {
	fill: async (sandbox: Sandbox, lines: number) =>
		await sandbox.generate(NL, 'TransactionLines', lines),
	pages: 'bulk/Financial/TransactionLines',
};

const everyEntry = (output: 'raw' | 'simplified') =>
	inDivision('journalEntry', 'getAll', {
		returnAll: true,
		filters: { dateFrom: '2025-01-01', dateTo: '2026-03-31' },
		output,
	});

/** What an export usually takes of a line. */
const flat = 'EntryID,EntryNumber,LineNumber,Date,GLAccount,GLAccountCode,AmountDC,Description';

/** One row of the table each. */
export const scenarios: readonly Scenario[] = [
	{
		...ledger,
		name: 'Journal Entry: Get Many, raw',
		parameters: everyEntry('raw'),
		goal: 1.2,
	},
	{
		...ledger,
		name: 'Journal Entry: Get Many, simplified',
		parameters: everyEntry('simplified'),
		goal: 1.6,
	},
	{
		...ledger,
		name: 'API Request: Send, 8 columns of the lines',
		parameters: inDivision('apiRequest', 'send', {
			method: 'GET',
			path: ledger.pages,
			query: `$select=${flat}&$filter=FinancialYear gt 2000`,
			returnAll: true,
		}),
		goal: 1.2,
	},
];
