import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import { linesOf } from '../../../kit/booking/free/differences';
import { keyOf } from '../../../kit/matching/terms';
import { sumOf } from '../../../ledger/entries';
import type { Paid } from './plan';

/**
 * The line of a bank or cash entry that stands for a payment: of the same relation, on the same account and of the same
 * amount. With amount 0, any amount will do. Each line stands for one payment: it is added to `used`.
 */
export function lineThatPays(payment: Paid, entry: Row, used: Set<Row>): Row | undefined {
	const { owed, amount } = payment;
	const fitting = linesOf(entry).filter((line) => !used.has(line) && fits(line, payment));
	const isNamed = ({ InvoiceNumber }: Row) => textOf(InvoiceNumber) === owed.number;
	// The number tells the invoices of one client apart; Exact may not keep it.
	const line = fitting.find(isNamed) ?? (amount === 0 ? undefined : fitting[0]);
	if (line !== undefined) used.add(line);
	return line;
}

function fits(line: Row, { owed, amount }: Paid): boolean {
	const moved = -Number(line.AmountFC ?? 0) * owed.flow;
	return (
		Number(line.LineNumber) !== 0 &&
		keyOf(line.Account) === owed.relationId &&
		keyOf(line.GLAccount) === owed.ledgerAccountId &&
		(amount === 0 ? moved > 0 : sumOf([moved, -amount]) === 0)
	);
}
