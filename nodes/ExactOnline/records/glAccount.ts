import type { Row } from '../exact/source';
import { textOf } from '../exact/values/text';
import { glAccountColumns } from './columns/glAccount';
import { record } from './record';
import { derived, flag, guid, moment, percent, text, word } from './shows';

/** Exact's kinds of ledger accounts: its number, and the word that the output has. */
export const accountTypes: Readonly<Record<string, string>> = {
	10: 'cash',
	12: 'bank',
	14: 'creditCard',
	16: 'paymentService',
	20: 'accountsReceivable',
	21: 'prepaymentReceivable',
	22: 'accountsPayable',
	24: 'vat',
	25: 'employeesPayable',
	26: 'prepaidExpenses',
	27: 'accruedExpenses',
	29: 'incomeTaxesPayable',
	30: 'fixedAssets',
	32: 'otherAssets',
	35: 'accumulatedDepreciation',
	40: 'inventory',
	50: 'capitalStock',
	52: 'retainedEarnings',
	55: 'longTermDebt',
	60: 'currentPortionOfDebt',
	90: 'general',
	100: 'taxPayable',
	110: 'revenue',
	111: 'costOfGoods',
	120: 'otherCosts',
	121: 'salesGeneralAdministrative',
	122: 'depreciationCosts',
	123: 'researchAndDevelopment',
	125: 'employeeCosts',
	126: 'employmentCosts',
	130: 'exceptionalCosts',
	140: 'exceptionalIncome',
	150: 'incomeTaxes',
	160: 'interestIncome',
	300: 'yearEndReflection',
	301: 'indirectYearEndCosting',
	302: 'directYearEndCosting',
};

/** What an account is for, in fewer words; `general` accounts are told by where they stand. */
export const accountCategories = {
	bank: [12],
	cash: [10],
	otherFinancial: [14, 16],
	receivable: [20, 21],
	payable: [22, 25],
	vat: [24],
	income: [110, 140, 160],
	expense: [111, 120, 121, 122, 123, 125, 126],
	otherExpense: [130, 150],
} as const satisfies Readonly<Record<string, readonly number[]>>;
export type AccountCategory = keyof typeof accountCategories | 'other';

/** Exact's kind `general` carries no meaning of its own. */
export const GENERAL = 90;

/** What an account is for, from its Type, BalanceType and BalanceSide. */
export function categoryOf({ Type, BalanceType, BalanceSide }: Row): AccountCategory {
	const type = Number(Type);
	const names = Object.keys(accountCategories) as Array<keyof typeof accountCategories>;
	const found = names.find((name) => (accountCategories[name] as readonly number[]).includes(type));
	if (found !== undefined || type !== GENERAL || textOf(BalanceType) !== 'W')
		return found ?? 'other';
	return textOf(BalanceSide) === 'C' ? 'income' : 'expense';
}

const use = { 0: 'optional', 1: 'mandatory', 2: 'no' };

/** A ledger account of the chart of accounts. */
export const glAccount = record({
	noun: 'ledger account',
	path: 'financial/GLAccounts',
	bulk: 'bulk/Financial/GLAccounts',
	bulkFilters: [
		'AssimilatedVATBox',
		'BelcotaxType',
		'Code',
		'Costcenter',
		'Costunit',
		'Created',
		'Creator',
		'ID',
		'Modified',
		'Modifier',
		'PrivateGLAccount',
		'SearchCode',
		'Type',
		'VATNonDeductibleGLAccount',
		'YearEndCostGLAccount',
		'YearEndReflectionGLAccount',
	],
	key: 'ID',
	code: 'Code',
	scope: 'Financial: generalledgers',
	columns: glAccountColumns,
	shows: {
		id: guid('ID'),
		code: text('Code'),
		name: text('Description'),
		searchCode: text('SearchCode'),
		type: word('Type', accountTypes),
		typeDescription: text('TypeDescription'),
		category: derived(['Type', 'BalanceType', 'BalanceSide'], 'string', categoryOf),
		balanceType: word('BalanceType', { B: 'balanceSheet', W: 'profitAndLoss' }),
		balanceSide: word('BalanceSide', { D: 'debit', C: 'credit' }),
		vatCode: text('VATCode'),
		costCenter: text('Costcenter'),
		costCenterUse: word('UseCostcenter', use),
		costUnit: text('Costunit'),
		costUnitUse: word('UseCostunit', use),
		nonDeductiblePercentage: percent('VATNonDeductiblePercentage'),
		privateUsePercentage: percent('PrivatePercentage'),
		isMatched: flag('Matching'),
		isBlocked: flag('IsBlocked'),
		created: moment('Created'),
		modified: moment('Modified'),
	},
});
