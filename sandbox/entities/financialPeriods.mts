import { ordinary } from './endpoint.mjs';
import { columns } from './column.mjs';
import type { Entity } from './entity.mjs';
import { audit } from './computed.mjs';

/** Years and their periods. Whether one is open is told per journal, in JournalStatusList. */
export const financialPeriods: Entity = {
	name: 'FinancialPeriods',
	model: 'Exact.Web.Api.Models.Financial.FinancialPeriod',
	key: 'ID',
	title: { en: 'Financial period', nl: 'Financiële periode' },
	computed: audit,
	columns: columns(`
	ID                                  Guid
	Created                             Moment
	Creator                             Guid
	CreatorFullName                     String
	Division                            Int32
	EndDate                             Day
	FinPeriod                           Int16
	FinYear                             Int16
	Modified                            Moment
	Modifier                            Guid
	ModifierFullName                    String
	StartDate                           Day
	`),
};

export const financialPeriodEndpoints = [
	ordinary('financial/FinancialPeriods', financialPeriods, { verbs: ['GET'] }),
];
