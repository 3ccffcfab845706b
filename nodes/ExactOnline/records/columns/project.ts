import { columns } from './columns';

/** Columns of `project/Projects`. */
export const projectColumns = columns({
	Guid: `
		ID Account AccountContact Classification Creator FixedPriceItem InvoiceAddress Manager
		Modifier PrepaidItem SourceQuotation
	`,
	String: `
		AccountCode AccountName BudgetTypeDescription ClassificationDescription Code
		CreatorFullName CustomerPOnumber CustomField Description DivisionName
		FixedPriceItemDescription InternalNotes InvoiceDescription ManagerFullname
		ModifierFullName Notes PaymentCondition PrepaidItemDescription PrepaidTypeDescription
		TypeDescription
	`,
	Boolean: `
		AllowAdditionalInvoicing AllowMemberEntryOnly BlockEntry BlockInvoicing BlockPlanning
		BlockPurchasing BlockRebilling EnableWorkInProgress HasWBSLines
		IncludeSpecificationInInvoicePdf InvoiceAsQuoted UseBillingMilestones
	`,
	Double: `
		BudgetedAmount BudgetedCosts BudgetedRevenue CostsAmountFC MarkupPercentage
		SalesTimeQuantity TimeQuantityToAlert
	`,
	Collection: `
		BudgetedHoursPerHourType InvoiceTerms ProjectRestrictionEmployees ProjectRestrictionItems
		ProjectRestrictionRebillings
	`,
	Byte: `
		BudgetOverrunHours IsWBSRequiredForEntry
	`,
	Int16: `
		BudgetType IncludeInvoiceSpecification PrepaidType
	`,
	DateTime: `
		Created EndDate Modified StartDate
	`,
	Int32: `
		Division Type
	`,
});
