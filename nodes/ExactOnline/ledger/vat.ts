import type { Finding, Where } from './finding';
import { format, scaled } from './money';

/** What Exact's `VATCodes` says of a code. */
export interface VatRule {
	/** `Percentage`, a fraction: 21 % is `0.21`. */
	rate: number;
	/** E: amounts exclude VAT, I: they include it, B: only the base is declared, N: no VAT. */
	type: 'E' | 'I' | 'B' | 'N';
	/** Reverse charge: the VAT is declared, but not owed to the supplier. */
	charged: boolean;
}

/** A line, in minor units. */
export interface TotalsLine {
	amount: number;
	vat: VatRule;
	/** Sent to Exact as it is; without it Exact calculates the VAT. */
	vatAmount?: number;
}

/** What the lines come to, in minor units. */
export interface Totals {
	net: number;
	/** The VAT that the relation owes; that of a reverse charge is not in it. */
	vat: number;
	/** What the relation owes. */
	gross: number;
	/** How far Exact's own rounding may be off. */
	tolerance: number;
}

/** Finer than any rate is written: 5.5 % is 0.055. */
const RATE_DECIMALS = 8;

/**
 * Adds up lines as Exact does (`AmountFC` of a line excludes VAT for a code of type E and includes it for type I).
 * Each line whose VAT Exact calculates may be off by one minor unit. VAT is rounded by line, half away from zero.
 * A VAT amount on a line that owes none (reverse charge, types B and N) does not count.
 */
export function expectedTotals(lines: readonly TotalsLine[]): Totals {
	return lines.map(lineTotals).reduce(
		(sum, line) => ({
			net: sum.net + line.net,
			vat: sum.vat + line.vat,
			gross: sum.gross + line.gross,
			tolerance: sum.tolerance + line.tolerance,
		}),
		{ net: 0, vat: 0, gross: 0, tolerance: 0 },
	);
}

/**
 * Says by how much the lines miss the total that was given (minor units; `decimals` of the currency, for the words),
 * or nothing when they meet it within the tolerance. `what` is a whole sentence here.
 */
export function totalFinding(
	total: number,
	expected: Totals,
	decimals: number,
	where: Where = [],
): Finding | undefined {
	const difference = Math.abs(total - expected.gross);
	if (difference <= expected.tolerance) return undefined;
	const [lines, given, missing] = [expected.gross, total, difference].map((minor) =>
		format(minor, decimals),
	);
	return {
		code: 'TOTAL_MISMATCH',
		where,
		what: `lines add up to ${lines}, total is ${given} (difference ${missing})`,
		expected:
			"Correct a line or the total, or fill 'Correction Ledger Account' to book the difference.",
	};
}

function lineTotals({ amount, vat, vatAmount }: TotalsLine): Totals {
	const owesVat = !vat.charged && (vat.type === 'E' || vat.type === 'I');
	if (!owesVat) return { net: amount, vat: 0, gross: amount, tolerance: 0 };
	const calculated = vatAmount === undefined && vat.rate > 0;
	const owed = vatAmount ?? calculatedVat(amount, vat);
	const tolerance = calculated ? 1 : 0;
	return vat.type === 'I'
		? { net: amount - owed, vat: owed, gross: amount, tolerance }
		: { net: amount, vat: owed, gross: amount + owed, tolerance };
}

/** A tax that is included is the part `rate / (1 + rate)` of the amount. */
function calculatedVat(amount: number, { rate, type }: VatRule): number {
	if (!(rate > 0)) return 0;
	const numerator = scaled(rate, RATE_DECIMALS);
	const one = scaled(1, RATE_DECIMALS);
	const denominator = type === 'I' ? one + numerator : one;
	const size = 2n * scaled(Math.abs(amount), 0) * numerator;
	return Math.sign(amount) * Number((size + denominator) / (2n * denominator));
}
