import { removeFree } from '../../kit/booking/free/remove';
import { generalJournalEntry } from '../../records/generalJournalEntry';
import { GENERAL_ENTRY } from './entryType';

/** Delete: takes a general journal entry out of the books that is still open, with its lines. */
export const remove = removeFree({
	words: {
		name: 'Delete',
		action: 'Delete miscellaneous operation',
		description: 'Delete a general journal entry that is still open',
	},
	cost: '2 calls; 1 more for a journal that is given by its ID',
	types: [GENERAL_ENTRY],
	writes: [generalJournalEntry],
	recordOf: () => generalJournalEntry,
});
