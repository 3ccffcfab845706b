import { columns } from './columns';

/** Columns of `financial/ReportingBalance`. */
export const reportingBalanceColumns = columns({
	Int64: 'ID',
	Double: 'Amount AmountCredit AmountDebit',
	String: `
		BalanceType CostCenterCode CostCenterDescription CostUnitCode CostUnitDescription GLAccountCode
		GLAccountDescription
	`,
	Int32: 'Count Division ReportingPeriod ReportingYear Status Type',
	Guid: 'GLAccount',
});
