import { toMinor } from '../../../ledger/money';
import { expectedTotals, type Totals } from '../../../ledger/vat';
import type { CreateInputs } from './fields';
import type { DraftLine } from './lines';

/**
 * What the lines come to, with the VAT amount for the whole invoice where there is one; nothing while the VAT code of a
 * line is Exact's choice.
 */
export function totalsOf(
	{ additionalFields: { vatAmount } }: CreateInputs,
	lines: readonly DraftLine[],
	decimals: number,
): Totals | undefined {
	const known = lines.flatMap(({ amount, rule, vatAmount: own }) =>
		rule === undefined ? [] : [{ amount, vat: rule, vatAmount: own }],
	);
	if (known.length < lines.length) return undefined;
	const totals = expectedTotals(known);
	return vatAmount === undefined ? totals : overruled(totals, lines, toMinor(vatAmount, decimals));
}

/** Where amounts include their VAT, other VAT leaves the total as it is; which line Exact changes is its own choice. */
function overruled(totals: Totals, lines: readonly DraftLine[], vat: number): Totals {
	const types = new Set(
		lines.flatMap(({ rule }) => (rule && rule.rate > 0 && !rule.charged ? [rule.type] : [])),
	);
	const { net, gross } = totals;
	if (!types.has('I')) return { net, vat, gross: net + vat, tolerance: 0 };
	if (types.size === 1) return { net: gross - vat, vat, gross, tolerance: 0 };
	return { net, vat, gross: net + vat, tolerance: Math.abs(vat - totals.vat) };
}
