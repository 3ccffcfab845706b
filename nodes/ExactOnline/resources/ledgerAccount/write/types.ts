import type { AccountCategory } from '../../../records/glAccount';

/** The kind in which Exact keeps a new account of each purpose. */
export const typeNumbers: Readonly<Record<AccountCategory, number>> = {
	bank: 12,
	cash: 10,
	expense: 121,
	income: 110,
	other: 90,
	otherExpense: 130,
	otherFinancial: 14,
	payable: 22,
	receivable: 20,
	vat: 24,
};

export const typeOptions = [
	{ name: 'Bank', value: 'bank' },
	{ name: 'Cash', value: 'cash' },
	{ name: 'Expense', value: 'expense', description: 'Sales, general and administrative' },
	{ name: 'Income', value: 'income', description: 'Revenue' },
	{ name: 'Other', value: 'other', description: 'General: Exact gives it no meaning of its own' },
	{ name: 'Other Expense', value: 'otherExpense', description: 'Exceptional costs' },
	{ name: 'Other Financial', value: 'otherFinancial', description: 'Credit card' },
	{ name: 'Payable', value: 'payable', description: 'What suppliers are owed' },
	{ name: 'Receivable', value: 'receivable', description: 'What clients owe' },
	{ name: 'VAT', value: 'vat' },
] satisfies Array<{ name: string; value: AccountCategory; description?: string }>;

/** Exact's own kinds, for those who need one in particular: number and name on Exact's screens. */
const exactTypes = {
	accountsPayable: [22, 'Accounts Payable'],
	accountsReceivable: [20, 'Accounts Receivable'],
	accruedExpenses: [27, 'Accrued Expenses'],
	accumulatedDepreciation: [35, 'Accumulated Depreciation'],
	bank: [12, 'Bank'],
	capitalStock: [50, 'Capital Stock'],
	cash: [10, 'Cash'],
	costOfGoods: [111, 'Cost of Goods'],
	creditCard: [14, 'Credit Card'],
	currentPortionOfDebt: [60, 'Current Portion of Debt'],
	depreciationCosts: [122, 'Depreciation Costs'],
	directYearEndCosting: [302, 'Direct Year-End Costing'],
	employeeCosts: [125, 'Employee Costs'],
	employeesPayable: [25, 'Employees Payable'],
	employmentCosts: [126, 'Employment Costs'],
	exceptionalCosts: [130, 'Exceptional Costs'],
	exceptionalIncome: [140, 'Exceptional Income'],
	fixedAssets: [30, 'Fixed Assets'],
	general: [90, 'General'],
	incomeTaxes: [150, 'Income Taxes'],
	incomeTaxesPayable: [29, 'Income Taxes Payable'],
	indirectYearEndCosting: [301, 'Indirect Year-End Costing'],
	interestIncome: [160, 'Interest Income'],
	inventory: [40, 'Inventory'],
	longTermDebt: [55, 'Long-Term Debt'],
	otherAssets: [32, 'Other Assets'],
	otherCosts: [120, 'Other Costs'],
	paymentService: [16, 'Payment Services'],
	prepaidExpenses: [26, 'Prepaid Expenses'],
	prepaymentReceivable: [21, 'Prepayment Accounts Receivable'],
	researchAndDevelopment: [123, 'Research and Development'],
	retainedEarnings: [52, 'Retained Earnings'],
	revenue: [110, 'Revenue'],
	salesGeneralAdministrative: [121, 'Sales, General and Administrative'],
	taxPayable: [100, 'Tax Payable'],
	vat: [24, 'VAT'],
	yearEndReflection: [300, 'Year-End Reflection'],
} as const satisfies Readonly<Record<string, readonly [number, string]>>;
export type ExactType = keyof typeof exactTypes;

export const exactTypeOptions = Object.entries(exactTypes).map(([value, [, name]]) => ({
	name,
	value: value as ExactType,
}));

/** Exact's number for a kind in its own words. */
export function numberOf(type: ExactType): number {
	return exactTypes[type][0];
}
