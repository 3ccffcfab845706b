import type { Finding, Where } from './finding';
import { format } from './money';

/** A line of an entry: minor units, debit positive. */
export interface BookedLine {
	/** The ledger account, however the caller names it; empty when it is not known, and any fits. */
	account: string;
	/** Unknown where VAT that is rounded by Exact changes it: any amount on the account fits. */
	amount?: number;
}

/** A line that is not on both sides of a comparison. */
export interface LineDifferences<A, B> {
	/** Asked for, but not there. */
	missing: A[];
	/** There, but not asked for. */
	besides: B[];
}

/**
 * Compares the lines that were asked for with those that stand, whatever their order: each stands for one. Lines with a
 * known amount choose first.
 */
export function lineDifferences<A extends BookedLine, B extends BookedLine>(
	asked: readonly A[],
	standing: readonly B[],
): LineDifferences<A, B> {
	const besides = [...standing];
	const known = (line: BookedLine) => line.amount !== undefined;
	const inTurn = [...asked.filter(known), ...asked.filter((line) => !known(line))];
	const missing = inTurn.filter((line) => {
		const at = besides.findIndex((one) => isSame(line, one));
		if (at >= 0) besides.splice(at, 1);
		return at < 0;
	});
	return { missing, besides };
}

function isSame(asked: BookedLine, standing: BookedLine): boolean {
	if (asked.account !== '' && asked.account !== standing.account) return false;
	return [asked.amount, undefined].includes(standing.amount) || asked.amount === undefined;
}

/** What a line is to be booked with, in minor units: debit positive, credit negative; 0 is none. */
export function sideOf(debit: number, credit: number, where: Where): { amount: number } | Finding {
	if (debit < 0 || credit < 0) {
		const what = 'has a negative amount';
		const expected = 'Enter positive amounts: what would be negative goes to the other side.';
		return { code: 'LINE_AMOUNT', where, what, expected };
	}
	if (debit !== 0 && credit === 0) return { amount: debit };
	if (credit !== 0 && debit === 0) return { amount: -credit };
	const what = debit === 0 ? 'has neither debit nor credit' : 'has both debit and credit';
	return { code: 'LINE_AMOUNT', where, what, expected: 'Enter exactly one of the two.' };
}

/**
 * Says by how much debit and credit (minor units; `decimals` of the currency, for the words) are apart, or nothing when
 * they are equal within the tolerance: Exact rounds VAT itself.
 */
export function balanceFinding(
	{ debit, credit, tolerance }: { debit: number; credit: number; tolerance: number },
	decimals: number,
	where: Where,
): Finding | undefined {
	const apart = Math.abs(debit - credit);
	if (apart <= tolerance) return undefined;
	const [left, right, difference] = [debit, credit, apart].map((minor) => format(minor, decimals));
	return {
		code: 'BALANCE',
		where,
		what: `do not balance: debit ${left}, credit ${right} (difference ${difference})`,
		expected: 'Debit and credit of an entry have to be equal.',
	};
}

/** Both sides of an entry, each as a positive sum. */
export function sidesOf(amounts: readonly number[]): { debit: number; credit: number } {
	const sum = (of: readonly number[]) => of.reduce((total, amount) => total + amount, 0);
	return {
		debit: sum(amounts.filter((amount) => amount > 0)),
		credit: -sum(amounts.filter((amount) => amount < 0)) + 0,
	};
}
