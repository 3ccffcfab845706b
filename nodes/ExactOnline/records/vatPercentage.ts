import { vatPercentageColumns } from './columns/vatPercentage';
import { record } from './record';
import { day, guid, percent, whole, word } from './shows';

/** What a VAT code came to at a time. */
export const vatPercentage = record({
	noun: 'VAT percentage',
	path: 'vat/VatPercentages',
	key: 'ID',
	scope: 'Financial: accounting',
	columns: vatPercentageColumns,
	shows: {
		id: guid('ID'),
		number: whole('LineNumber'),
		type: word('Type', { 0: 'normal', 1: 'extraDuty' }),
		percentage: percent('Percentage'),
		startDate: day('StartDate'),
		endDate: day('EndDate'),
	},
});
