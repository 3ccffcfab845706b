import { movementsOf } from '../ledger/balances.mjs';
import { columns } from './column.mjs';
import { audit, lookup, lookupCode } from './computed.mjs';
import { ordinary } from './endpoint.mjs';
import type { Entity, Row, Scope } from './entity.mjs';

/** The sign of credits is not documented; one profile has it either way. */
const credit = (row: Row, { settings }: Scope) =>
	(settings.balanceCredit === 'negative' ? -1 : 1) * Number(row['Credit']);

/** What was booked, period by period: movements, no balances. */
export const reportingBalance: Entity = {
	name: 'ReportingBalance',
	model: 'Exact.Web.Api.Models.Financial.ReportingBalance',
	key: 'ID',
	title: { en: 'Reporting balance', nl: 'Rapportagesaldo' },
	rows: ({ company }) => movementsOf(company),
	computed: {
		AmountCredit: credit,
		AmountDebit: (row) => row['Debit'] ?? 0,
		BalanceType: lookup('GLAccount', 'GLAccounts', 'BalanceType'),
		CostCenterCode: (row) => row['CostCenter'] ?? null,
		CostCenterDescription: lookupCode('CostCenter', 'Costcenters', 'Description'),
		CostUnitCode: (row) => row['CostUnit'] ?? null,
		CostUnitDescription: lookupCode('CostUnit', 'Costunits', 'Description'),
		Division: audit.Division,
		GLAccountCode: lookup('GLAccount', 'GLAccounts', 'Code'),
		GLAccountDescription: lookup('GLAccount', 'GLAccounts', 'Description'),
		ReportingPeriod: (row) => row['FinancialPeriod'] ?? null,
		ReportingYear: (row) => row['FinancialYear'] ?? null,
	},
	columns: columns(`
	ID                                  Int64
	Amount                              Double
	AmountCredit                        Double
	AmountDebit                         Double
	BalanceType                         String
	CostCenterCode                      String
	CostCenterDescription               String
	CostUnitCode                        String
	CostUnitDescription                 String
	Count                               Int32
	Division                            Int32
	GLAccount                           Guid
	GLAccountCode                       String
	GLAccountDescription                String
	ReportingPeriod                     Int32
	ReportingYear                       Int32
	Status                              Int32
	Type                                Int32
	`),
};

export const reportingBalanceEndpoints = [
	ordinary('financial/ReportingBalance', reportingBalance, { verbs: ['GET'] }),
];
