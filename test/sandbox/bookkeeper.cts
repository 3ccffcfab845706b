import axios from 'axios';
import type { Sandbox } from '../harness/sandbox.cjs';
import { companies } from './exactApp.cjs';
import { odataClient, type ODataClient, type Row } from './odataClient.cjs';

export type Side = 'sales' | 'purchases';

const places = {
	sales: {
		path: 'salesentry/SalesEntries',
		lines: 'SalesEntryLines',
		partner: 'Customer',
		terms: 'cashflow/Receivables',
	},
	purchases: {
		path: 'purchaseentry/PurchaseEntries',
		lines: 'PurchaseEntryLines',
		partner: 'Supplier',
		terms: 'cashflow/Payments',
	},
};

/** A line by the code of its ledger account. */
export interface LineBody {
	account: string;
	AmountFC?: number;
	[column: string]: unknown;
}

/** What the control API says of a ledger. */
export interface LedgerSum {
	entries: number;
	debit: number;
	credit: number;
	balanced: boolean;
	perAccount: Record<string, number>;
}

/** Books in one company as a client of the API would, with the codes of its demo data. */
export async function bookkeeper(sandbox: Sandbox, division = companies.dutch) {
	const api = await odataClient(sandbox, division);
	const accounts = await sandbox.records(division, 'GLAccounts');
	const relations = await sandbox.records(division, 'Accounts');
	const gl = (code: string) => accounts.find((row) => row['Code'] === code)?.['ID'];
	const codes = new Map(accounts.map((row) => [row['ID'], row['Code']]));
	const usable = relations.filter((row) => !row['Blocked'] && !row['EndDate']);
	const partner = {
		sales: usable.find((row) => row['Status'] === 'C')?.['ID'],
		purchases: usable.find((row) => row['IsSupplier'] && row['Status'] !== 'C')?.['ID'],
	};
	const lineBody = ({ account, ...line }: LineBody) => ({ GLAccount: gl(account), ...line });
	const body = (side: Side, header: object, lines: readonly LineBody[]) => ({
		[places[side].partner]: partner[side],
		Journal: side === 'sales' ? '70' : '60',
		EntryDate: '2026-02-03',
		...header,
		[places[side].lines]: lines.map(lineBody),
	});
	const post = (side: Side, header: object, lines: readonly LineBody[]) =>
		api.post(places[side].path, body(side, header, lines));
	const at = (side: Side, entry: Row) => `${places[side].path}(guid'${String(entry['EntryID'])}')`;
	const find = async (client: ODataClient, path: string, filter: string) =>
		(await client.all(path, { $select: '*', $filter: filter })).sort(
			(a, b) => Number(a['LineNumber']) - Number(b['LineNumber']),
		);
	const lines = (side: Side, entry: Row) => api.all(`${at(side, entry)}/${places[side].lines}`);
	return {
		...{ api, gl, partner, body, post, at },
		/** The entry as it is read after its POST. */
		async book(side: Side, header: object, bodies: readonly LineBody[]): Promise<Row> {
			const { status, row, error } = await post(side, header, bodies);
			if (status !== 201) throw new Error(`${status} ${error}`);
			return (await api.get(at(side, row))).row;
		},
		refusal: async (side: Side, header: object, bodies: readonly LineBody[]) => {
			const { status, error } = await post(side, header, bodies);
			return `${status} ${error}`;
		},
		again: async (side: Side, entry: Row) => (await api.get(at(side, entry))).row,
		lines: async (side: Side, entry: Row) =>
			(await lines(side, entry)).sort((a, b) => Number(a['LineNumber']) - Number(b['LineNumber'])),
		lineBody,
		/** Rows of TransactionLines, in the order of their numbers. */
		ledger: ({ EntryID: id }: Row) =>
			find(api, 'financialtransaction/TransactionLines', `EntryID eq guid'${String(id)}'`),
		/** The same as text: account and amount in the currency of the company. */
		async postings(entry: Row): Promise<string[]> {
			const rows = await this.ledger(entry);
			return rows.map((row) => `${String(codes.get(row['GLAccount']))} ${String(row['AmountDC'])}`);
		},
		terms: (side: Side, { EntryID: id }: Row) =>
			find(api, places[side].terms, `TransactionEntryID eq guid'${String(id)}'`),
		sum: async () => (await axios.get<LedgerSum>(`${sandbox.url}/control/ledger/${division}`)).data,
	};
}

export type Bookkeeper = Awaited<ReturnType<typeof bookkeeper>>;
