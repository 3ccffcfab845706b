/** Where a ledger account stands: on the balance sheet (B) or in profit and loss (W), and on which side it grows. */
export interface Standing {
	balanceType: 'B' | 'W';
	balanceSide: 'D' | 'C';
}

/** Kinds of Exact's `GLAccounts.Type` that owe something, hold capital, or earn: they grow on the credit side. */
const creditTypes = [
	14, // credit card
	22, // accounts payable
	24, // VAT
	25, // employees payable
	27, // accrued expenses
	29, // income taxes payable
	35, // accumulated depreciation
	50, // capital stock
	52, // retained earnings
	55, // long-term debt
	60, // current portion of debt
	100, // tax payable
	110, // revenue
	140, // exceptional income
	160, // interest income
];

/** The first kind that belongs to profit and loss; Exact numbers them in that order. */
const FIRST_OF_PROFIT_AND_LOSS = 110;

/** Where an account of a kind (`GLAccounts.Type`) usually stands. A general account (90) is taken for an asset. */
export function standingOf(type: number): Standing {
	return {
		balanceType: type < FIRST_OF_PROFIT_AND_LOSS ? 'B' : 'W',
		balanceSide: creditTypes.includes(type) ? 'C' : 'D',
	};
}
