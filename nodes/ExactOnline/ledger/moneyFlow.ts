import { sidesOf } from './freeEntry';
import { expectedTotals, type VatRule } from './vat';

/** A line of a bank or cash entry in minor units: what flowed, VAT included, in positive and out negative. */
export interface FlowLine {
	amount: number;
	vat?: VatRule;
	/** VAT that was given, with the sign of the line; Exact calculates it otherwise. */
	vatAmount?: number;
}

/** What a line makes in the ledger, debit positive. */
export interface FlowPostings {
	/** The line itself, without its VAT. */
	own: number;
	/** The lines of VAT. */
	vat: number[];
	/** Exact calculates the VAT, and may round it in another way. */
	isRounded: boolean;
	/** How far that moves the sum of all debits: what one account loses, another on the same side gets. */
	tolerance: number;
}

/**
 * The ledger lines of what flowed. VAT is inside of the amount, whether its code counts amounts with it or without; that
 * of a reverse charge flows to nobody, and is booked and taken back.
 */
export function flowPostings({ amount, vat, vatAmount }: FlowLine): FlowPostings {
	const isTaxed = vat !== undefined && vat.rate > 0 && (vat.type === 'E' || vat.type === 'I');
	if (!isTaxed) return { own: -amount + 0, vat: [], isRounded: false, tolerance: 0 };
	const type = vat.charged ? 'E' : 'I';
	const totals = expectedTotals([{ amount, vat: { ...vat, type, charged: false }, vatAmount }]);
	const isRounded = totals.tolerance > 0;
	const { tolerance } = totals;
	if (vat.charged) {
		return { own: -amount, vat: [-totals.vat, totals.vat], isRounded: false, tolerance };
	}
	return { own: -totals.net, vat: [-totals.vat], isRounded, tolerance: 0 };
}

/** What flowed in all: by how much the balance moves. */
export function flowSum(lines: readonly FlowLine[]): number {
	return lines.reduce((sum, { amount }) => sum + amount, 0);
}

/** The sum of all debits of the entry: of the own account, the lines and their VAT. */
export function flowDebit(lines: readonly FlowLine[]): number {
	const postings = lines.map(flowPostings).flatMap(({ own, vat }) => [own, ...vat]);
	return sidesOf([flowSum(lines), ...postings]).debit;
}
