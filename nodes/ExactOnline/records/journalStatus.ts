import { textOf } from '../exact/values/text';
import { journalStatusColumns } from './columns/journalStatus';
import { journalTypes } from './journal';
import { record } from './record';
import { derived, text, whole, word } from './shows';

/** Whether a journal can still be booked on in a period. A row is known by journal, year and period together. */
export const journalStatus = record({
	noun: 'journal status',
	path: 'read/financial/JournalStatusList',
	key: 'Journal',
	scope: 'Financial: accounting',
	columns: journalStatusColumns,
	shows: {
		id: derived(['Journal', 'Year', 'Period'], 'string', ({ Journal, Year, Period }) =>
			[Journal, Year, Period].map(textOf).join('/'),
		),
		journal: text('Journal'),
		journalName: text('JournalDescription'),
		journalType: word('JournalType', journalTypes),
		year: whole('Year'),
		period: whole('Period'),
		status: word('Status', { 0: 'open', 1: 'closed' }),
	},
});
