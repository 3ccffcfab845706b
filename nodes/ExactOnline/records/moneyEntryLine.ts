import { moneyEntryLineColumns } from './columns/moneyEntryLine';
import { record } from './record';
import { guid, text } from './shows';

/** Lines of bank entries as they are booked. The header has no text of its own: a booking reference stands in the notes of the first line. */
export const bankEntryLine = lineOf('bank', 'financialtransaction/BankEntryLines');

export const cashEntryLine = lineOf('cash', 'financialtransaction/CashEntryLines');

function lineOf(kind: 'bank' | 'cash', path: string) {
	return record({
		noun: `line of a ${kind} entry`,
		path,
		key: 'ID',
		scope: 'Financial: accounting',
		columns: moneyEntryLineColumns,
		shows: {
			id: guid('ID'),
			entryId: guid('EntryID'),
			notes: text('Notes'),
		},
	});
}
