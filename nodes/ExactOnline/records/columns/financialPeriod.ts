import { columns } from './columns';

/** Columns of `financial/FinancialPeriods`. */
export const financialPeriodColumns = columns({
	Guid: `
		ID Creator Modifier
	`,
	DateTime: `
		Created EndDate Modified StartDate
	`,
	String: `
		CreatorFullName ModifierFullName
	`,
	Int32: `
		Division
	`,
	Int16: `
		FinPeriod FinYear
	`,
});
