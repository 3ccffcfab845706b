import { ledgerEntry } from '../../records/ledgerEntry';
import { event } from '../event';
import { filesAsked, includeFiles } from '../files';
import { beginsEntry, entriesBegun } from '../firstLines';
import { journalsField, ofJournals } from '../journals';
import { entriesOf } from '../records';

/** An entry was booked, whatever with: Exact knows it by its lines, and the first one stands for the entry. */
export const newJournalEntry = event({
	value: 'newJournalEntry',
	name: 'New Journal Entry',
	description: 'When anything was booked in the ledger',
	fields: { journals: journalsField },
	options: { includeFiles },
	record: ledgerEntry,
	watches: ({ journals }, options) => [
		{
			name: 'journalEntries',
			record: ledgerEntry,
			stamp: 'Created',
			among: beginsEntry,
			rows: { column: 'LineNumber', counting: entriesBegun },
			columns: ['LineNumber', 'JournalCode', 'Document'],
			only: ofJournals('JournalCode', journals),
			read: entriesOf(ledgerEntry),
			documentColumn: 'Document',
			...filesAsked(options.includeFiles),
		},
	],
});
