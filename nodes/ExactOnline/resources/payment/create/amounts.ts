import type { Row } from '../../../exact/source';
import type { Problem } from '../../../kit/booking/problems';
import { sumOf } from '../../../ledger/entries';
import { lineThatPays } from './lines';
import type { Paid } from './plan';

/** What an entry that is booked already, or by an earlier item of the run, pays of something; 0 when it does not. */
export type Standing = (payment: Paid) => number;

/** Read off an entry of the ledger. */
export function standingIn(entry: Row): Standing {
	const used = new Set<Row>();
	return (payment) => Math.abs(Number(lineThatPays(payment, entry, used)?.AmountFC ?? 0));
}

/** Read off the payments of an item with the same key. */
export function standingWith(twin: readonly Paid[]): Standing {
	const left = [...twin];
	return ({ owed }) => {
		const at = left.findIndex((one) => keyOf(one) === keyOf({ owed }));
		return at < 0 ? 0 : (left.splice(at, 1)[0]?.amount ?? 0);
	};
}

/**
 * What is paid of each invoice: what was asked for, else all that is open. An entry that is booked already says itself what
 * it pays, since nothing may be open any more. `left` is what earlier items of the run leave open, by what is owed.
 */
export function amountsOf(
	payments: readonly Paid[],
	standing: Standing | undefined,
	left: Map<string, number>,
): { payments: Paid[]; problems: Problem[] } {
	const problems: Problem[] = [];
	const settled = payments.map((payment) => {
		const key = keyOf(payment);
		const open = left.get(key) ?? payment.owed.open;
		const amount = payment.amount || standing?.(payment) || open;
		if (standing === undefined) {
			problems.push(...tooMuch(payment, amount, open));
			left.set(key, Math.max(sumOf([open, -amount]), 0));
		} else if (amount === 0) problems.push(nothingOpen(payment));
		return { ...payment, amount };
	});
	return { payments: settled, problems };
}

function keyOf({ owed }: Pick<Paid, 'owed'>): string {
	return owed.lineIds.join(' ');
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
