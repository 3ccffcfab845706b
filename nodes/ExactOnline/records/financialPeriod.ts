import { financialPeriodColumns } from './columns/financialPeriod';
import { record } from './record';
import { day, guid, moment, whole } from './shows';

/** A period of a financial year. Whether it is open is known for each journal: see `journalStatus`. */
export const financialPeriod = record({
	noun: 'financial period',
	path: 'financial/FinancialPeriods',
	key: 'ID',
	scope: 'Financial: accounting',
	columns: financialPeriodColumns,
	shows: {
		id: guid('ID'),
		year: whole('FinYear'),
		period: whole('FinPeriod'),
		start: day('StartDate'),
		end: day('EndDate'),
		created: moment('Created'),
		modified: moment('Modified'),
	},
});
