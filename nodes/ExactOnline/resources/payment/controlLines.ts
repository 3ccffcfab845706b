import type { Session } from '../../exact/session';
import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import type { OpenSide } from '../../ledger/openItems';
import { transactionLine } from '../../records/transactionLine';
import { isOpen, termRecords } from '../../kit/openTerms';

/** The receivable or payable of an invoice, and how much of it is open. */
export interface Control {
	entryId: string;
	side: OpenSide;
	/** Line 0 in the ledger. */
	line: Row;
	/** Size of what is open, in the currency of the invoice. */
	open: number;
}

/** What of an invoice's line 0 is looked at. */
const select = [
	...['ID', 'EntryID', 'Type', 'LineNumber', 'AmountFC', 'OffsetID', 'Account', 'GLAccount'],
	...['InvoiceNumber', 'EntryNumber'],
];

/** Sides by the type of entries. */
const sides: Readonly<Record<number, OpenSide>> = {
	20: 'client',
	21: 'client',
	30: 'supplier',
	31: 'supplier',
};

/** The first lines of entries; 40 entries a call. */
export async function firstLines(
	entryIds: readonly string[],
	division: number,
	session: Session,
): Promise<Row[]> {
	const where = { field: 'LineNumber', is: 'eq', value: 0 } as const;
	const reading = { division, select, field: 'EntryID', values: entryIds, where };
	const rows: Row[] = [];
	for await (const row of session.listByValues(transactionLine, reading)) {
		rows.push(row);
	}
	return rows;
}

/** The receivables and payables among first lines, with what is open of them: 40 invoices of a side a call. */
export async function controlsOf(
	lines: readonly Row[],
	division: number,
	session: Session,
): Promise<Control[]> {
	const controls = lines.flatMap((line): Control[] => {
		const side = sides[Number(line.Type)];
		return side === undefined ? [] : [{ entryId: textOf(line.EntryID), side, line, open: 0 }];
	});
	for (const side of ['client', 'supplier'] as const) {
		const own = new Map(
			controls.filter((one) => one.side === side).map((one) => [textOf(one.line.ID), one]),
		);
		const columns = ['ID', 'TransactionID', 'Status', 'AmountFC'];
		const field = 'TransactionID';
		const reading = { division, select: columns, field, values: [...own.keys()] };
		for await (const term of session.listByValues(termRecords[side], reading)) {
			const control = own.get(textOf(term.TransactionID));
			if (control !== undefined && isOpen(term)) control.open += Number(term.AmountFC ?? 0);
		}
	}
	return controls.map((control) => ({ ...control, open: Math.abs(control.open) }));
}
