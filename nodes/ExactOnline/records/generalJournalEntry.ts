import {
	generalJournalEntryColumns,
	generalJournalEntryLineColumns,
} from './columns/generalJournalEntry';
import { record } from './record';
import { guid, text, whole } from './shows';

/** A general journal entry as it is booked and deleted; `ledgerEntry` is how it is read. */
export const generalJournalEntry = record({
	noun: 'general journal entry',
	path: 'generaljournalentry/GeneralJournalEntries',
	key: 'EntryID',
	scope: 'Financial: accounting',
	columns: generalJournalEntryColumns,
	shows: {
		id: guid('EntryID'),
		number: whole('EntryNumber'),
		journal: text('JournalCode'),
	},
});

/** Its lines. The header has no text of its own: a booking reference stands in the notes of the first line. */
export const generalJournalEntryLine = record({
	noun: 'line of a general journal entry',
	path: 'generaljournalentry/GeneralJournalEntryLines',
	key: 'ID',
	scope: 'Financial: accounting',
	columns: generalJournalEntryLineColumns,
	shows: {
		id: guid('ID'),
		entryId: guid('EntryID'),
		notes: text('Notes'),
	},
});
