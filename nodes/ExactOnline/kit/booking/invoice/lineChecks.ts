import type { Problem, Where } from '../problems';
import { decimalProblems } from '../draft/amounts';
import type { LineInput } from './lineFields';

/** Whether amounts are there, and can be written in the currency. */
export function amountProblems(input: LineInput, decimals: number, where: Where): Problem[] {
	const named = { Amount: input.amount, 'VAT Amount': input.vatAmount };
	const problems = decimalProblems(named, decimals, where);
	// The editor starts with 0; a line of VAT only, as of an import, has no amount of its own.
	if (Boolean(input.amount) || Boolean(input.vatAmount)) return problems;
	const what = input.amount === undefined ? 'is empty' : 'is 0';
	const expected = 'Enter the amount of the line.';
	return [...problems, { code: 'PARAM_REQUIRED', where: [...where, 'Amount'], what, expected }];
}

/** What Exact keeps with lines of purchases only; a sale would be refused for it. */
export function purchaseProblems(
	{ nonDeductiblePercentage, privateUsePercentage }: LineInput,
	side: 'sales' | 'purchase',
	where: Where,
): Problem[] {
	if (side === 'purchase') return [];
	const named = {
		'Non-Deductible VAT (%)': nonDeductiblePercentage,
		'Private Use (%)': privateUsePercentage,
	};
	return Object.entries(named)
		.filter(([, percentage]) => percentage !== undefined)
		.map(([name]) => ({
			code: 'PARAM_PAIR',
			where: [...where, name],
			what: 'is given, but exists for purchases only',
			expected: 'Leave the field empty.',
		}));
}
