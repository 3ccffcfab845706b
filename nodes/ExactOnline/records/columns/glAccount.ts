import { columns } from './columns';

/** Columns of `financial/GLAccounts` and its bulk twin. */
export const glAccountColumns = columns({
	Guid: `
		ID Creator Modifier PrivateGLAccount VATNonDeductibleGLAccount YearEndCostGLAccount
		YearEndReflectionGLAccount
	`,
	Byte: `
		AllowCostsInSales ExcludeVATListing UseCostcenter UseCostunit
	`,
	Int16: `
		AssimilatedVATBox
	`,
	String: `
		BalanceSide BalanceType Code Costcenter CostcenterDescription Costunit CostunitDescription
		CreatorFullName CustomField Description ModifierFullName ReportingCode SearchCode
		TypeDescription VATCode VATDescription VATGLAccountType VATSystem
	`,
	Int32: `
		BelcotaxType DescriptionTermID Division Type
	`,
	Boolean: `
		Compress IsBlocked Matching RevalueCurrency
	`,
	DateTime: `
		Created Modified
	`,
	Collection: `
		DeductibilityPercentages
	`,
	Double: `
		ExpenseNonDeductiblePercentage PrivatePercentage VATNonDeductiblePercentage
	`,
});
