import type { INodeParameters } from 'n8n-workflow';

import { by, inDivision, NL } from './inputs.cjs';
import { CLIENT, SUPPLIER, type Line } from './invoices.cjs';
import type { Bench } from './n8n.cjs';
import type { Row } from './sandbox.cjs';

/** Journals of the Dutch company. */
export const BANK = '20';
export const CASH = '10';

export const entities = { [BANK]: 'BankEntries', [CASH]: 'CashEntries' } as const;

/** 12.50 that the bank takes. */
export const costs = (amount = -12.5, more: Line = {}): Line => ({
	ledgerAccount: '9200',
	amount,
	...more,
});

/** What a client pays, and what a supplier is paid. */
export const received = (amount = 121, more: Line = {}): Line => ({
	client: CLIENT,
	amount,
	...more,
});
export const paid = (amount = -60.5, more: Line = {}): Line => ({
	supplier: SUPPLIER,
	amount,
	...more,
});

/** Parameters of an entry of the Dutch company's bank; `more` are other parameters of the node. */
export function money(
	lines: readonly Line[] = [costs()],
	more: INodeParameters = {},
): INodeParameters {
	return inDivision('financialEntry', 'create', {
		journal: by('code', BANK),
		date: '2026-06-10',
		specifyLines: 'json',
		linesJson: JSON.stringify(lines),
		...more,
	});
}

/** The same with additional fields, such as a booking reference. */
export const moneyWith = (
	additionalFields: INodeParameters,
	lines: readonly Line[] = [costs()],
	more: INodeParameters = {},
): INodeParameters => money(lines, { additionalFields, ...more });

/** Account codes and amounts of an entry in the ledger, from the own account on; amounts in cents, debit positive. */
export async function postings(bench: Bench, id: unknown, division = NL): Promise<unknown[]> {
	const accounts = await bench.sandbox.records(division, 'GLAccounts');
	const codes = new Map(accounts.map(({ ID, Code }) => [ID, Code]));
	const rows = await bench.sandbox.records(division, 'TransactionLines');
	return rows
		.filter(({ EntryID }) => EntryID === id)
		.sort((a, b) => Number(a.LineNumber) - Number(b.LineNumber))
		.map(({ GLAccount, AmountFC }) => [codes.get(GLAccount), Math.round(Number(AmountFC) * 100)]);
}

/** What Exact holds of a journal's entries, in the order in which they were booked. */
export async function entriesOf(bench: Bench, journal: keyof typeof entities): Promise<Row[]> {
	const rows = await bench.sandbox.records(NL, entities[journal]);
	return rows.filter(({ JournalCode }) => JournalCode === journal);
}

/** What the last entry of a journal closes with, by period and number. */
export async function standing(bench: Bench, journal: keyof typeof entities): Promise<number> {
	const order = ['FinancialYear', 'FinancialPeriod', 'EntryNumber'];
	const rows = (await entriesOf(bench, journal)).sort((a, b) => {
		const name = order.find((one) => a[one] !== b[one]) ?? 'EntryNumber';
		return Number(a[name]) - Number(b[name]);
	});
	return Number(rows.at(-1)?.ClosingBalanceFC ?? 0);
}
