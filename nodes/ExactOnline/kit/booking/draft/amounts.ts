import { hasTooManyDecimals } from '../../../ledger/money';
import type { Problem, Where } from '../problems';

/** Amounts that say more than the currency can: to round them would be to book another amount. */
export function decimalProblems(
	named: Readonly<Record<string, number | undefined>>,
	decimals: number,
	where: Where,
): Problem[] {
	const expected = `The currency has ${decimals} decimals.`;
	return Object.entries(named)
		.filter(([, amount]) => amount !== undefined && hasTooManyDecimals(amount, decimals))
		.map(([name, amount]) => ({
			code: 'PARAM_FORMAT',
			where: [...where, name],
			what: `is ${amount}`,
			expected,
		}));
}
