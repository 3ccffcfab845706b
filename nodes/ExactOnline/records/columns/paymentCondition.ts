import { columns } from './columns';

/** Columns of `cashflow/PaymentConditions`. */
export const paymentConditionColumns = columns({
	Guid: `
		ID Creator CreditManagementScenario Modifier
	`,
	String: `
		Code CreatorFullName CreditManagementScenarioCode CreditManagementScenarioDescription
		Description DiscountCalculation ModifierFullName PaymentDiscountType PaymentMethod
		VATCalculation
	`,
	DateTime: `
		Created Modified
	`,
	Int32: `
		DiscountPaymentDays Division PaymentDays PaymentEndOfMonths
	`,
	Double: `
		DiscountPercentage Percentage
	`,
});
