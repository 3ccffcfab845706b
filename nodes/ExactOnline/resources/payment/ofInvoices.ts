import { all, any, equals } from '../../exact/odata/filter';
import type { Session } from '../../exact/session';
import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import { exactMs } from '../../exact/values/time';
import { sumOf } from '../../ledger/entries';
import { dedicated, provesPaid } from '../../ledger/payments';
import { transactionLine } from '../../records/transactionLine';
import type { Control } from './controlLines';

/** How the payments of an invoice were found. */
export type Method = 'matchedLines' | 'invoiceNumber';

/** Columns without which no payment can be worked out. */
const needed = [
	...['ID', 'EntryID', 'OffsetID', 'AmountFC', 'Date', 'JournalCode', 'EntryNumber'],
	...['InvoiceNumber', 'GLAccount', 'Account'],
];

/**
 * The payments of invoices, by the ID of their entry: rows of `invoicePayment`. The ledger says which lines are matched
 * with which; where it says nothing although something is paid, lines on the same account that name the invoice's
 * number are candidates. Two calls for up to 40 invoices, and one for each 40 without a match.
 */
export async function paymentsOf(
	controls: readonly Control[],
	{ division, select }: { division: number; select: readonly string[] },
	session: Session,
): Promise<Map<string, Row[]>> {
	const columns = [...new Set([...select, ...needed])];
	const matched = await matchedLines(controls, division, columns, session);
	const payments = new Map<string, Row[]>();
	for (const control of controls) {
		const lines = matched.filter((line) => isMatchedWith(line, control));
		if (lines.length > 0) payments.set(control.entryId, shown(control, lines, 'matchedLines'));
	}
	const left = controls.filter((one) => !payments.has(one.entryId) && paidOf(one) !== 0);
	const candidates = await linesByNumber(left, division, columns, session);
	for (const control of left) {
		const lines = candidates.filter((line) => namesInvoice(line, control));
		payments.set(control.entryId, shown(control, lines, 'invoiceNumber'));
	}
	return payments;
}

/** What is paid of an invoice: its total less what is open. */
function paidOf({ line, open }: Control): number {
	return sumOf([Math.abs(Number(line.AmountFC ?? 0)), -open]);
}

async function matchedLines(
	controls: readonly Control[],
	division: number,
	select: readonly string[],
	session: Session,
): Promise<Row[]> {
	const ids = controls.map(({ line }) => textOf(line.ID));
	const offsets = controls.map(({ line }) => textOf(line.OffsetID)).filter(Boolean);
	const found = new Map<string, Row>();
	for (const [field, values] of [
		['OffsetID', ids],
		['ID', [...new Set(offsets)]],
	] as const) {
		const reading = { division, select, field, values };
		for await (const row of session.listByValues(transactionLine, reading)) {
			found.set(textOf(row.ID), row);
		}
	}
	return [...found.values()];
}

/** `OffsetID` also joins lines within an entry; those are no payments. */
function isMatchedWith(row: Row, { line, entryId }: Control): boolean {
	const joined =
		textOf(row.OffsetID) === textOf(line.ID) || textOf(line.OffsetID) === textOf(row.ID);
	return joined && textOf(row.EntryID) !== entryId;
}

async function linesByNumber(
	controls: readonly Control[],
	division: number,
	select: readonly string[],
	session: Session,
): Promise<Row[]> {
	const accounts = [...new Set(controls.map(({ line }) => textOf(line.GLAccount)))];
	const values = [...new Set(controls.map(numberOf))];
	if (values.length === 0) return [];
	const onAccounts = any(...accounts.map((id) => equals('GLAccount', id)));
	const where = all(onAccounts, { field: 'LineNumber', is: 'gt', value: 0 });
	const reading = { division, select, field: 'InvoiceNumber', values, where };
	const rows: Row[] = [];
	for await (const row of session.listByValues(transactionLine, reading)) {
		rows.push(row);
	}
	return rows;
}

function numberOf({ line }: Control): number {
	return Number(line.InvoiceNumber ?? line.EntryNumber);
}

function namesInvoice(row: Row, control: Control): boolean {
	const same = (name: string) => textOf(row[name]) === textOf(control.line[name]);
	return (
		Number(row.InvoiceNumber) === numberOf(control) &&
		same('Account') &&
		same('GLAccount') &&
		textOf(row.EntryID) !== control.entryId
	);
}

function shown(control: Control, unsorted: readonly Row[], method: Method): Row[] {
	const lines = [...unsorted].sort((a, b) => (exactMs(a.Date) ?? 0) - (exactMs(b.Date) ?? 0));
	const total = Number(control.line.AmountFC ?? 0);
	const parts = dedicated(
		total,
		lines.map(({ AmountFC }) => Number(AmountFC ?? 0)),
	);
	const isProven = provesPaid(parts, total, control.open);
	return lines.map((line, at) => ({
		...line,
		InvoiceEntryID: control.entryId,
		DedicatedAmount: parts[at],
		IsMatched: method === 'matchedLines',
		Method: method,
		IsProven: isProven,
	}));
}
