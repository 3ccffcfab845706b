import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import type { Problem, Where } from '../problems';
import type { VatRule } from '../../../ledger/vat';

const types = ['E', 'I', 'B', 'N'] as const;

/** How Exact reckons with a VAT code. Percentages are fractions (0.21); should Exact ever send 21, that is read as well. */
export function vatRuleOf(vatCode: Row | undefined): VatRule | undefined {
	if (vatCode === undefined) return undefined;
	const percentage = Number(vatCode.Percentage ?? 0);
	const type = types.find((one) => one === textOf(vatCode.Type)) ?? 'E';
	return {
		rate: percentage > 1 ? percentage / 100 : percentage,
		type,
		charged: vatCode.Charged === true,
	};
}

/** Differences of a rate smaller than this (in percent) are rounding. */
const RATE_TOLERANCE = 0.01;

const wrongSide = { sales: 'P', purchase: 'S' } as const;

/** What is wrong with the VAT code of a line; without a side, it may be for either. */
export function vatProblems(
	vatCode: Row | undefined,
	{ vatPercentage }: { vatPercentage?: number },
	side: 'sales' | 'purchase' | undefined,
	where: Where,
): Problem[] {
	const rule = vatRuleOf(vatCode);
	if (vatCode === undefined || rule === undefined) return [];
	const code = textOf(vatCode.Code);
	const problems: Problem[] = [];
	const refuse = (what: string, expected: string) =>
		problems.push({ code: 'VAT_UNKNOWN', where: [...where, 'VAT Code'], what, expected });
	if (vatCode.IsBlocked === true) {
		refuse(`is ${code}, which is blocked`, 'Choose another VAT code.');
	}
	if (side !== undefined && textOf(vatCode.VATTransactionType) === wrongSide[side]) {
		const other = side === 'sales' ? 'purchases' : 'sales';
		const mine = side === 'sales' ? 'sales' : 'purchases';
		refuse(`is ${code}, which is for ${other} only`, `Choose a VAT code for ${mine}.`);
	}
	const rate = rule.rate * 100;
	if (vatPercentage !== undefined && Math.abs(vatPercentage - rate) > RATE_TOLERANCE) {
		problems.push({
			code: 'VAT_RATE',
			where: [...where, 'VAT Percentage'],
			what: `is ${vatPercentage} %, but VAT code ${code} is ${Number(rate.toFixed(4))} %`,
			expected: 'Choose the VAT code that fits the invoice, or correct the percentage.',
		});
	}
	return problems;
}
