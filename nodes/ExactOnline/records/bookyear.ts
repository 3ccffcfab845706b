import type { GenericValue } from 'n8n-workflow';

import type { Row } from '../exact/source';
import { financialPeriodColumns } from './columns/financialPeriod';
import { record } from './record';
import { added, day, text, whole } from './shows';

/**
 * A bookyear. Exact knows only its periods: a row is put together from them (`FinancialPeriods`), and from the
 * journals that can still be booked on in it (`OpenJournals`), if they were asked for.
 */
export const bookyear = record({
	noun: 'bookyear',
	path: 'financial/FinancialPeriods',
	key: 'FinYear',
	scope: 'Financial: accounting',
	columns: financialPeriodColumns,
	shows: {
		id: whole('FinYear'),
		name: text('FinYear'),
		start: day('StartDate'),
		end: day('EndDate'),
		periods: added({ type: 'integer' }, ({ FinancialPeriods }) =>
			Array.isArray(FinancialPeriods) ? FinancialPeriods.length : null,
		),
		isClosed: added({ type: 'boolean' }, onRow('Closed')),
		openJournals: added({ type: 'array', items: { type: 'string' } }, onRow('OpenJournals')),
	},
});

function onRow(name: string): (row: Row) => GenericValue {
	return (row) => (row[name] as GenericValue) ?? null;
}
