import { columns } from './columns';

/** Columns of `openingbalance/CurrentYear/AfterEntry`. */
export const openingBalanceColumns = columns({
	Int32: 'Division ReportingYear',
	Guid: 'GLAccount',
	Double: 'Amount',
	String: 'BalanceSide GLAccountCode GLAccountDescription',
});
