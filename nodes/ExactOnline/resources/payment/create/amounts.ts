import type { Row } from '../../../exact/source';
import type { Problem } from '../../../kit/booking/problems';
import { sumOf } from '../../../ledger/entries';
import { lineThatPays } from './lines';
import type { Named, Paid } from './plan';

/**
 * What is paid of each invoice: what was asked for, else all that is open. An entry that is booked already says itself what
 * it pays, since nothing may be open any more. `left` is what earlier items of the run leave open, by what is owed.
 */
export function amountsOf(
	{ payments }: Pick<Named, 'payments'>,
	booked: Row | undefined,
	left: Map<string, number>,
): { payments: Paid[]; problems: Problem[] } {
	const problems: Problem[] = [];
	const used = new Set<Row>();
	const settled = payments.map((payment) => {
		const key = payment.owed.lineIds.join(' ');
		const open = left.get(key) ?? payment.owed.open;
		const line = booked && lineThatPays(payment, booked, used);
		const standing = Math.abs(Number(line?.AmountFC ?? 0));
		const amount = payment.amount || standing || open;
		if (booked === undefined) {
			problems.push(...tooMuch(payment, amount, open));
			left.set(key, Math.max(sumOf([open, -amount]), 0));
		} else if (amount === 0) problems.push(nothingOpen(payment));
		return { ...payment, amount };
	});
	return { payments: settled, problems };
}

function tooMuch(payment: Paid, amount: number, open: number): Problem[] {
	if (open === 0) return [nothingOpen(payment)];
	if (amount <= open) return [];
	const { label, owed } = payment;
	return [
		{
			code: 'PARAM_RANGE',
			where: [label, 'Amount'],
			what: `is ${amount.toFixed(2)}, but of entry ${owed.entryNumber} only ${open.toFixed(2)} is open`,
			expected:
				'Enter at most what is open. What was paid besides can be booked with Financial Entry > Create.',
		},
	];
}

function nothingOpen({ label, owed: { entryNumber, open } }: Paid): Problem {
	return {
		code: 'CONFLICT',
		where: [label, 'Invoice or Entry ID'],
		what:
			open === 0
				? `is entry ${entryNumber}, of which nothing is open: it is paid already`
				: `is entry ${entryNumber}, of which an earlier payment of this run leaves nothing open`,
		expected: 'Leave it out. Payment > Get Many shows what it was paid with.',
	};
}
