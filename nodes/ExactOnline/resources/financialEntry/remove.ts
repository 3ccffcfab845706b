import { textOf } from '../../exact/values/text';
import { removeFree } from '../../kit/booking/free/remove';
import { bankEntry, cashEntry } from '../../records/financialEntry';
import { CASH_FLOW } from '../../kit/booking/money/kinds';
import { kindsOfJournals } from './kinds';

/** Delete: takes a bank or cash entry out of the books that is still open, with its lines. */
export const remove = removeFree({
	words: {
		name: 'Delete',
		action: 'Delete financial entry',
		description: 'Delete a bank or cash entry that is still open',
	},
	cost: '3 calls; 1 more for a journal that is given by its ID',
	types: [CASH_FLOW],
	writes: [bankEntry, cashEntry],
	recordOf: async ({ JournalCode }, division, session) => {
		const code = textOf(JournalCode);
		const kinds = await kindsOfJournals(division, session, code);
		return kinds.get(code) === 'cash' ? cashEntry : bankEntry;
	},
});
