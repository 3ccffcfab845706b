import type { INodeParameters } from 'n8n-workflow';

import { inDivision, NL } from './inputs.cjs';
import type { Line } from './invoices.cjs';
import type { Bench } from './n8n.cjs';
import type { Row } from './sandbox.cjs';

/** A line with a debit or a credit on a ledger account of the Dutch company. */
export const debit = (amount: number, ledgerAccount = '4100', more: Line = {}): Line => ({
	ledgerAccount,
	debit: amount,
	...more,
});
export const credit = (amount: number, ledgerAccount = '1700', more: Line = {}): Line => ({
	ledgerAccount,
	credit: amount,
	...more,
});

/** 100.00 of office costs that are still to be paid. */
export const accrual: readonly Line[] = [debit(100), credit(100)];

/** Parameters of a general journal entry in the Dutch company; `more` are other parameters of the node. */
export function general(
	lines: readonly Line[] = accrual,
	more: INodeParameters = {},
	resource = 'miscellaneousOperation',
): INodeParameters {
	return inDivision(resource, 'create', {
		date: '2026-03-10',
		specifyLines: 'json',
		linesJson: JSON.stringify(lines),
		...more,
	});
}

/** The same with additional fields, such as a booking reference. */
export const generalWith = (
	additionalFields: INodeParameters,
	lines: readonly Line[] = accrual,
): INodeParameters => general(lines, { additionalFields });

/** What the ledger has of an entry, in the order of its lines; line 0 is an empty shell. */
export async function ledgerOf(bench: Bench, id: unknown, division = NL): Promise<Row[]> {
	const rows = await bench.sandbox.records(division, 'TransactionLines');
	return rows
		.filter((row) => row.EntryID === id && Number(row.LineNumber) > 0)
		.sort((a, b) => Number(a.LineNumber) - Number(b.LineNumber));
}

/** Account codes and amounts of an entry in the ledger, amounts in cents. */
export async function booksOf(
	bench: Bench,
	id: unknown,
	division = NL,
): Promise<Array<[code: unknown, cents: number]>> {
	const accounts = await bench.sandbox.records(division, 'GLAccounts');
	const codes = new Map(accounts.map(({ ID, Code }) => [ID, Code]));
	return (await ledgerOf(bench, id, division)).map(({ GLAccount, AmountFC }) => [
		codes.get(GLAccount),
		Math.round(Number(AmountFC) * 100),
	]);
}
