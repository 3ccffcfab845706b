import { expectedTotals, type Totals } from '../../../ledger/vat';
import type { DraftLine } from './lines';

/** What the lines come to; nothing while the VAT code of one is Exact's choice. */
export function totalsOf(lines: readonly DraftLine[]): Totals | undefined {
	const known = lines.flatMap(({ amount, rule, vatAmount }) =>
		rule === undefined ? [] : [{ amount, vat: rule, vatAmount }],
	);
	return known.length === lines.length ? expectedTotals(known) : undefined;
}
