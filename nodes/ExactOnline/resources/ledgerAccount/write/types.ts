import { accountTypes, GENERAL, type AccountCategory } from '../../../records/glAccount';

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
	{ name: 'Other', value: 'other', description: 'Accounts of the type General' },
	{ name: 'Other Expense', value: 'otherExpense', description: 'Exceptional costs' },
	{ name: 'Other Financial', value: 'otherFinancial', description: 'Credit card' },
	{ name: 'Payable', value: 'payable', description: 'What suppliers are owed' },
	{ name: 'Receivable', value: 'receivable', description: 'What clients owe' },
	{ name: 'VAT', value: 'vat' },
] satisfies Array<{ name: string; value: AccountCategory; description?: string }>;

/** Exact's own kinds, for those who need one in particular: the words of the output, and the names on Exact's screens. */
const exactTypes = {
	accountsPayable: 'Accounts Payable',
	accountsReceivable: 'Accounts Receivable',
	accruedExpenses: 'Accrued Expenses',
	accumulatedDepreciation: 'Accumulated Depreciation',
	bank: 'Bank',
	capitalStock: 'Capital Stock',
	cash: 'Cash',
	costOfGoods: 'Cost of Goods',
	creditCard: 'Credit Card',
	currentPortionOfDebt: 'Current Portion of Debt',
	depreciationCosts: 'Depreciation Costs',
	directYearEndCosting: 'Direct Year-End Costing',
	employeeCosts: 'Employee Costs',
	employeesPayable: 'Employees Payable',
	employmentCosts: 'Employment Costs',
	exceptionalCosts: 'Exceptional Costs',
	exceptionalIncome: 'Exceptional Income',
	fixedAssets: 'Fixed Assets',
	general: 'General',
	incomeTaxes: 'Income Taxes',
	incomeTaxesPayable: 'Income Taxes Payable',
	indirectYearEndCosting: 'Indirect Year-End Costing',
	interestIncome: 'Interest Income',
	inventory: 'Inventory',
	longTermDebt: 'Long-Term Debt',
	otherAssets: 'Other Assets',
	otherCosts: 'Other Costs',
	paymentService: 'Payment Services',
	prepaidExpenses: 'Prepaid Expenses',
	prepaymentReceivable: 'Prepayment Accounts Receivable',
	researchAndDevelopment: 'Research and Development',
	retainedEarnings: 'Retained Earnings',
	revenue: 'Revenue',
	salesGeneralAdministrative: 'Sales, General and Administrative',
	taxPayable: 'Tax Payable',
	vat: 'VAT',
	yearEndReflection: 'Year-End Reflection',
} as const;
export type ExactType = keyof typeof exactTypes;

export const exactTypeOptions = Object.entries(exactTypes).map(([value, name]) => ({
	name,
	value: value as ExactType,
}));

const exactNumbers = new Map(
	Object.entries(accountTypes).map(([number, word]) => [word, Number(number)]),
);

/** Exact's number for a kind in its own words; `general` for what has none. */
export function numberOf(type: ExactType): number {
	return exactNumbers.get(type) ?? GENERAL;
}
