import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { by, inDivision, NL } from '../harness/inputs.cjs';
import { CLIENT, purchase, sale, SUPPLIER } from '../harness/invoices.cjs';
import type { Bench } from '../harness/n8n.cjs';
import type { LogEntry, Row } from '../harness/sandbox.cjs';
import { post } from './ledgerBooks.cjs';

export type Side = 'client' | 'supplier';
export const bothSides: Side[] = ['client', 'supplier'];

export const control = { client: '1300', supplier: '1600' };
const codes = { client: CLIENT, supplier: SUPPLIER };
export const tables = { client: 'Receivables', supplier: 'Payments' };
const UPLOAD = 'docs/XMLUpload.aspx';

/** An ID of a row, by the code that people know. */
export async function idOf(bench: Bench, entity: string, code: string): Promise<unknown> {
	return (await bench.sandbox.records(NL, entity)).find((row) => String(row.Code) === code)?.ID;
}

/** Books an invoice without VAT; answers its entry. */
export async function invoice(bench: Bench, side: Side, amount = 121): Promise<string> {
	const entries = await bench.sandbox.records(NL, 'PurchaseEntries');
	const reference = `M-${entries.length}`;
	const line = { ledgerAccount: side === 'client' ? '8000' : '4100', amount, vatCode: '0' };
	const make = side === 'client' ? sale : purchase;
	const { json } = await bench.run(make(reference, [line]));
	return String(json[0]?.id);
}

/** A line of a bank entry: what was received (or paid, of a supplier) of a relation. */
export interface Paid {
	amount: number;
	side?: Side;
	relation?: string;
	/** `2026-03-12` */
	day?: string;
	text?: string;
}

/** Books a bank entry with these lines; answers its entry. */
export async function bank(bench: Bench, paid: readonly Paid[]): Promise<string> {
	const lines = await Promise.all(
		paid.map(
			async ({ amount, side = 'client', relation = codes[side], day = '2026-03-12', text }) => ({
				Date: day,
				Description: text ?? 'Payment',
				AmountFC: side === 'client' ? amount : -amount,
				GLAccount: await idOf(bench, 'GLAccounts', control[side]),
				Account: await idOf(bench, 'Accounts', relation),
			}),
		),
	);
	const closing = lines.reduce((sum, { AmountFC }) => sum + AmountFC * 100, 0) / 100;
	const entry = await post(bench, 'financialtransaction/BankEntries', {
		JournalCode: '20',
		OpeningBalanceFC: 0,
		ClosingBalanceFC: closing,
		BankEntryLines: lines,
	});
	return String((entry.body as IDataObject | undefined)?.EntryID ?? entry.EntryID);
}

/** Parameters of Match for the usual client or supplier. */
export function match(
	side: Side,
	entries: readonly string[] | string,
	more: INodeParameters = {},
): INodeParameters {
	const relation = by('code', codes[side]);
	const given = typeof entries === 'string' ? entries : entries.join(', ');
	return inDivision('matching', 'match', { side, [side]: relation, entries: given, ...more });
}

/** Parameters of Match Multiple. */
export function multiple(rows: readonly object[], options: INodeParameters = {}): INodeParameters {
	const matchings = JSON.stringify(rows);
	return inDivision('matching', 'matchMultiple', { matchings, options });
}

/** A matching of the usual client for Match Multiple. */
export const ofClient = (entries: readonly string[], more: object = {}) => ({
	client: CLIENT,
	entries,
	...more,
});

/** Status and open amount of the terms of an entry, in this order. */
export async function termsOf(
	bench: Bench,
	side: Side,
	entry: string,
): Promise<Array<[number, number]>> {
	const rows = await bench.sandbox.records(NL, tables[side]);
	return rows
		.filter((row) => row.TransactionEntryID === entry)
		.map((row): [number, number] => [Number(row.Status), Number(row.AmountDC)])
		.sort(([a, x], [b, y]) => a - b || x - y);
}

/** The line of an entry on the receivable or payable account. */
export async function lineOf(bench: Bench, side: Side, entry: string, at = 0): Promise<Row> {
	const account = await idOf(bench, 'GLAccounts', control[side]);
	const lines = (await bench.sandbox.records(NL, 'TransactionLines'))
		.filter((row) => row.EntryID === entry && row.GLAccount === account)
		.sort((a, b) => Number(a.LineNumber) - Number(b.LineNumber));
	return lines[at] ?? {};
}

export async function uploads(bench: Bench): Promise<LogEntry[]> {
	return (await bench.sandbox.log()).filter(({ url }) => url.includes(UPLOAD));
}

/** The call that matches, for faults. */
export const toUpload = { method: 'POST', path: 'XMLUpload' } as const;

/**
 * Books many receivables of the usual client in one general entry, and what they were paid with in one bank entry. Answers
 * the lines of each pair; all amounts differ.
 */
export async function pairs(bench: Bench, count: number): Promise<Array<[string, string]>> {
	const amounts = Array.from({ length: count }, (_, at) => (at + 1) / 4);
	const total = amounts.reduce((sum, amount) => sum + amount, 0);
	const [GLAccount, other, Account] = await Promise.all([
		idOf(bench, 'GLAccounts', control.client),
		idOf(bench, 'GLAccounts', '8000'),
		idOf(bench, 'Accounts', CLIENT),
	]);
	const line = (AmountFC: number) => ({ Date: '2026-03-02', AmountFC, GLAccount, Account });
	await post(bench, 'generaljournalentry/GeneralJournalEntries', {
		JournalCode: '90',
		GeneralJournalEntryLines: [
			...amounts.map(line),
			{ Date: '2026-03-02', AmountFC: -total, GLAccount: other },
		],
	});
	await bank(
		bench,
		amounts.map((amount) => ({ amount })),
	);
	const lines = (await bench.sandbox.records(NL, 'TransactionLines')).reverse();
	const lineWith = (amount: number, type: number) => {
		const fits = (row: Row) => row.GLAccount === GLAccount && row.AmountDC === amount;
		return String(lines.find((row) => fits(row) && row.Type === type)?.ID);
	};
	return amounts.map((amount) => [lineWith(amount, 90), lineWith(-amount, 40)]);
}

/** Whether each pair is matched, by the terms of its lines. */
export async function areMatched(
	bench: Bench,
	all: ReadonlyArray<readonly string[]>,
): Promise<boolean[]> {
	const terms = await bench.sandbox.records(NL, tables.client);
	const open = new Set(terms.filter(({ Status }) => Status !== 50).map((row) => row.TransactionID));
	return all.map((ids) => ids.every((id) => !open.has(id)));
}
