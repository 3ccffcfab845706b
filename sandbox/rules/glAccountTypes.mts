/** What kinds of G/L accounts Exact knows. */
export const glAccountTypes: Readonly<Record<number, string>> = {
	10: 'Cash',
	12: 'Bank',
	14: 'Credit card',
	16: 'Payment services',
	20: 'Accounts receivable',
	21: 'Prepayment accounts receivable',
	22: 'Accounts payable',
	24: 'VAT',
	25: 'Employees payable',
	26: 'Prepaid expenses',
	27: 'Accrued expenses',
	29: 'Income taxes payable',
	30: 'Fixed assets',
	32: 'Other assets',
	35: 'Accumulated depreciation',
	40: 'Inventory',
	50: 'Capital stock',
	52: 'Retained earnings',
	55: 'Long term debt',
	60: 'Current portion of debt',
	90: 'General',
	100: 'Tax payable',
	110: 'Revenue',
	111: 'Cost of goods',
	120: 'Other costs',
	121: 'Sales, general administrative expenses',
	122: 'Depreciation costs',
	123: 'Research and development',
	125: 'Employee costs',
	126: 'Employment costs',
	130: 'Exceptional costs',
	140: 'Exceptional income',
	150: 'Income taxes',
	160: 'Interest income',
	300: 'Year end reflection',
	301: 'Indirect year end costing',
	302: 'Direct year end costing',
};

/** Types from 110 on are profit and loss; a type that nobody knows says nothing. */
export function balanceTypeOf(type: number): 'B' | 'W' | undefined {
	if (!(type in glAccountTypes)) return undefined;
	return type < 110 ? 'B' : 'W';
}
