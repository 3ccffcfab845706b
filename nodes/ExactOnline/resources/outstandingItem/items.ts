import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import { dayOf, exactMs } from '../../exact/values/time';
import { sumOf } from '../../ledger/entries';
import {
	ageingOf,
	daysOverdue,
	directionOf,
	openSign,
	signedTotal,
	type OpenSide,
} from '../../ledger/openItems';
import { paymentMethods } from '../../records/paymentCondition';
import { wordOf } from '../../records/shows';

/** Columns without which no item can be worked out. */
export const neededOfTerms = [
	...['ID', 'TransactionID', 'TransactionType', 'TransactionStatus', 'Status', 'DueDate'],
	...['AmountFC', 'AmountDC', 'TransactionAmountFC', 'Currency', 'PaymentMethod', 'Account'],
];

/** Open items out of terms: rows of `receivable` or `payable` with what is worked out. */
export function itemsOf(
	terms: readonly Row[],
	{ side, grouped, today }: { side: OpenSide; grouped: boolean; today: string },
): Row[] {
	const stored = terms.map((row) => ({
		type: Number(row.TransactionType),
		amount: Number(row.AmountFC ?? 0),
	}));
	const sign = openSign(stored, side);
	const groups = new Map<string, Row[]>();
	for (const row of terms) {
		const key = (grouped && textOf(row.TransactionID)) || textOf(row.ID);
		groups.set(key, [...(groups.get(key) ?? []), row]);
	}
	return [...groups.values()].map((rows) => itemOf(rows, sign, side, today));
}

function itemOf(terms: readonly Row[], sign: 1 | -1, side: OpenSide, today: string): Row {
	const sorted = [...terms].sort((a, b) => (exactMs(a.DueDate) ?? 0) - (exactMs(b.DueDate) ?? 0));
	const first = sorted[0] ?? {};
	const sum = (name: string) => sumOf(terms.map((row) => Number(row[name] ?? 0) * sign));
	const open = sum('AmountFC');
	const due = dueDayOf(first);
	const overdue = due === undefined ? 0 : daysOverdue(due, today);
	const total = Number(first.TransactionAmountFC ?? 0);
	return {
		...first,
		OpenAmountFC: open,
		OpenAmountDC: sum('AmountDC'),
		InvoiceAmountFC: signedTotal(Number(first.TransactionType), total, open),
		Direction: directionOf(side, open),
		DaysOverdue: overdue,
		Ageing: ageingOf(overdue),
		DueDates: sorted.map((term) => ({
			date: dueDayOf(term) ?? null,
			amount: sumOf([Number(term.AmountFC ?? 0) * sign]),
			paymentMethod: methodOf(term),
		})),
	};
}

/** The day on which a term is due, `2026-06-25`. */
export function dueDayOf({ DueDate }: Row): string | undefined {
	const ms = exactMs(DueDate);
	return ms === undefined ? undefined : dayOf(ms);
}

function methodOf({ PaymentMethod }: Row): string | null {
	const code = textOf(PaymentMethod);
	return code === '' ? null : wordOf(code, paymentMethods);
}
