import type { IDataObject } from 'n8n-workflow';

import { inDivision, NL } from '../harness/inputs.cjs';
import type { Bench } from '../harness/n8n.cjs';
import type { Row, Sandbox } from '../harness/sandbox.cjs';

/** Keys of inserted lines and entries, by a number that a test can remember. */
export const entryId = (n: number) => `55555555-5555-4555-8555-${String(n).padStart(12, '0')}`;
const lineId = (n: number, at: number) =>
	// The last digits first: lines of an entry do not stand together in the order of keys.
	`${String((n * 7919 + at * 104729) % 99999999).padStart(8, '0')}-6666-4666-8666-${String(n * 100 + at).padStart(12, '0')}`;

/** An entry as lines of the ledger: account code and amount, from line 0 on. */
export interface Booked {
	n: number;
	type?: number;
	journal?: string;
	day?: string;
	/** Days of single lines, by their number. */
	days?: Readonly<Record<number, string>>;
	lines: ReadonlyArray<readonly [account: string | null, amount: number, more?: Row]>;
	more?: Row;
}

/** Puts entries into the Dutch company's ledger as they are, whether Exact would take them or not. */
export async function bookLines(sandbox: Sandbox, booked: readonly Booked[]): Promise<void> {
	const accounts = await sandbox.records(NL, 'GLAccounts');
	const ids = new Map(accounts.map(({ Code, ID }) => [Code, ID]));
	const rows = booked.flatMap((entry) =>
		entry.lines.map(([account, amount, ofLine], at) => ({
			ID: lineId(entry.n, at),
			EntryID: entryId(entry.n),
			EntryNumber: 19900000 + entry.n,
			LineNumber: at,
			Type: entry.type ?? 90,
			Status: 50,
			Date: entry.days?.[at] ?? entry.day ?? '2019-03-05',
			FinancialYear: 2019,
			FinancialPeriod: 3,
			JournalCode: entry.journal ?? '90',
			Currency: 'EUR',
			ExchangeRate: 1,
			GLAccount: account === null ? null : ids.get(account),
			AmountFC: amount,
			AmountDC: amount,
			Description: `Line ${at}`,
			...entry.more,
			...ofLine,
		})),
	);
	await sandbox.insert(NL, 'TransactionLines', rows);
}

/** Books through the API, as another program would. */
export async function post(bench: Bench, path: string, body: object): Promise<IDataObject> {
	const { json } = await bench.run(
		inDivision('apiRequest', 'send', { method: 'POST', path, body: JSON.stringify(body) }),
	);
	return json[0] ?? {};
}

/** The sum of a column of items, in cents. */
export const cents = (rows: readonly IDataObject[], name: string): number =>
	Math.round(rows.reduce((sum, row) => sum + Number(row[name]) * 100, 0));

export const endpoints = async (bench: Bench): Promise<string[]> =>
	(await bench.sandbox.log()).map(({ endpoint }) => endpoint);

/** Changes rows that the sandbox holds; row version and approval are its own business. */
export async function change(
	sandbox: Sandbox,
	entity: string,
	rows: readonly Row[],
	how: (row: Row, at: number) => Row,
): Promise<void> {
	const changed = rows.map((row, at) => {
		const given = { ...row, ...how(row, at) };
		delete given.Timestamp;
		delete given.ApprovalStatus;
		return given;
	});
	await sandbox.insert(NL, entity, changed);
}
