import type { Problem } from '../problems';
import type { InvoiceKindFacts } from '../../../ledger/kinds';
import { fromMinor, toMinor } from '../../../ledger/money';
import { totalFinding, type Totals } from '../../../ledger/vat';
import type { CreateInputs } from './fields';
import { decimalProblems } from '../draft/amounts';
import type { DraftLine } from './lines';

/** Whether the sums make sense, and fit the total that was given. */
export function checkTotals(
	{ additionalFields: { total, gAccountAmount = 0 } }: CreateInputs,
	lines: readonly DraftLine[],
	totals: Totals | undefined,
	decimals: number,
	problems: Problem[],
): void {
	// With a line missing, sums say nothing.
	if (totals === undefined || lines.length === 0 || problems.length > 0) return;
	const finding =
		total === undefined ? undefined : totalFinding(toMinor(total, decimals), totals, decimals);
	if (finding !== undefined) problems.push(finding);
	if (totals.gross < 0) {
		problems.push({
			code: 'PARAM_RANGE',
			where: ['Lines'],
			what: `add up to ${fromMinor(totals.gross, decimals)}`,
			expected:
				'Enter positive amounts, and choose the type of credit note for money that goes back.',
		});
	}
	if (toMinor(gAccountAmount, decimals) > totals.gross + totals.tolerance) {
		problems.push({
			code: 'PARAM_RANGE',
			where: ['Additional Fields', 'G-Account Amount'],
			what: `is ${gAccountAmount}, more than the total of ${fromMinor(totals.gross, decimals)}`,
			expected: 'The amount is a part of the total.',
		});
	}
}

/** Amounts of the whole invoice. Tax is withheld in the company's currency, whose decimals are not known here. */
export function checkAmounts(
	{ additionalFields: { total, vatAmount, gAccountAmount } }: CreateInputs,
	decimals: number,
	problems: Problem[],
): void {
	const named = { Total: total, 'VAT Amount': vatAmount, 'G-Account Amount': gAccountAmount };
	problems.push(...decimalProblems(named, decimals, ['Additional Fields']));
}

/** Fields that Exact has in one country only. */
export function checkCountry(
	{ additionalFields: more }: CreateInputs,
	{ side }: InvoiceKindFacts,
	country: string,
	problems: Problem[],
): void {
	const withholding = [more.withholdingAmount, more.withholdingBase, more.withholdingPercentage];
	const isWithheld = withholding.some((value) => value !== undefined);
	if (isWithheld && (country !== 'ES' || side !== 'sales')) {
		problems.push({
			code: 'WITHHOLDING_UNSUPPORTED',
			where: ['Additional Fields', 'Withholding Tax'],
			what: 'is given, but exists for sales in Spain only',
			expected: 'Leave the three fields empty.',
		});
	}
	if (more.gAccountAmount === undefined || country === 'NL') return;
	problems.push({
		code: 'PARAM_RANGE',
		where: ['Additional Fields', 'G-Account Amount'],
		what: 'is given, but blocked accounts exist in the Netherlands only',
		expected: 'Leave the field empty.',
	});
}
