import { columns } from './columns';

/** Columns of `vat/VATCodes`. */
export const vatCodeColumns = columns({
	Guid: `
		ID Account Creator GLDiscountPurchase GLDiscountSales GLToClaim GLToPay Modifier
	`,
	String: `
		AccountCode AccountName Code Country CreatorFullName CustomField Description
		EUSalesListing GLDiscountPurchaseCode GLDiscountPurchaseDescription GLDiscountSalesCode
		GLDiscountSalesDescription GLToClaimCode GLToClaimDescription GLToPayCode
		GLToPayDescription IntrastatType LegalText ModifierFullName OssCountry Type VatDocType
		VATTransactionType
	`,
	Byte: `
		CalculationBasis ExcludeVATListing VatMargin
	`,
	Boolean: `
		Charged IntraStat IsBlocked
	`,
	DateTime: `
		Created Modified
	`,
	Int32: `
		Division
	`,
	Double: `
		Percentage
	`,
	Int16: `
		TaxReturnType VATPartialRatio
	`,
	Collection: `
		VATPercentages
	`,
});
