import type { IDataObject } from 'n8n-workflow';

import type { Session } from '../../exact/session';
import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import { presenter, type OutputMode } from '../../kit/output';
import { invoicePayment } from '../../records/invoicePayment';
import { controlsOf, firstLines } from '../payment/controlLines';
import { paymentsOf } from '../payment/ofInvoices';
import { sides, type SideName } from '../../kit/sides';

/** What is returned with invoices on demand. */
export interface AdditionInputs {
	division: number;
	output: OutputMode;
	options: { includePayments: boolean; includePartner: boolean };
}

/** Things that invoices do not hold themselves, by invoice. */
export interface Additions {
	/** Reads them for some invoices of a side. */
	read(side: SideName, rows: readonly Row[]): Promise<void>;
	/** What was read for one. */
	of(row: Row): IDataObject;
}

/** Payments and relations of invoices, read for many at once. */
export function additionsOf(inputs: AdditionInputs, session: Session): Additions {
	const known = new WeakMap<Row, IDataObject>();
	const add = (row: Row, more: IDataObject) => known.set(row, { ...known.get(row), ...more });
	return {
		read: async (side, rows) => {
			if (rows.length === 0) return;
			if (inputs.options.includePartner) await addRelations({ inputs, side, rows, add }, session);
			if (inputs.options.includePayments) await addPayments({ inputs, side, rows, add }, session);
		},
		of: (row) => known.get(row) ?? {},
	};
}

interface Task {
	inputs: AdditionInputs;
	side: SideName;
	rows: readonly Row[];
	add(row: Row, more: IDataObject): void;
}

async function addPayments({ inputs, rows, add }: Task, session: Session): Promise<void> {
	const { division } = inputs;
	const lines = await firstLines(rows.map(entryOf), division, session);
	const controls = await controlsOf(lines, division, session);
	const present = await presenter(invoicePayment, within(inputs), session);
	const payments = await paymentsOf(controls, { division, select: present.columns }, session);
	const byEntry = new Map(controls.map((control) => [control.entryId, control]));
	for (const row of rows) {
		const control = byEntry.get(entryOf(row));
		add(row, {
			openAmount: control?.open ?? 0,
			// Without a receivable or payable there is nothing to pay.
			isPaid: (control?.open ?? 0) === 0,
			payments: (payments.get(entryOf(row)) ?? []).map(present.show),
		});
	}
}

async function addRelations({ inputs, side, rows, add }: Task, session: Session): Promise<void> {
	const { relationColumn, lookUp } = sides[side];
	const { record } = lookUp;
	const present = await presenter(record, within(inputs), session);
	const values = [...new Set(rows.map((row) => textOf(row[relationColumn])))].filter(Boolean);
	const reading = { division: inputs.division, select: present.columns, field: 'ID', values };
	const relations = new Map<string, IDataObject>();
	for await (const row of session.listByValues(record, reading)) {
		relations.set(textOf(row.ID), present.show(row));
	}
	for (const row of rows)
		add(row, { relation: relations.get(textOf(row[relationColumn])) ?? null });
}

/** What is returned within an invoice has all of its own fields, whichever of the invoice's were chosen. */
function within({ division, output }: AdditionInputs) {
	return {
		division,
		output: output === 'raw' ? ('raw' as const) : ('simplified' as const),
		fieldsToReturn: [],
	};
}

function entryOf({ EntryID }: Row): string {
	return textOf(EntryID);
}
