import { enteredLines } from '../../../kit/booking/draft/lineForms';
import { freeNeeds } from '../../../kit/booking/free/needs';
import { previewBalances } from '../../../kit/booking/money/preview';
import { bookOnce } from '../../../kit/booking/operation';
import { lookUps } from '../../../kit/lookups';
import { document } from '../../../records/document';
import { bankEntry, cashEntry } from '../../../records/financialEntry';
import { generalJournalEntry } from '../../../records/generalJournalEntry';
import { ledgerEntry } from '../../../records/ledgerEntry';
import { purchaseEntry } from '../../../records/purchaseEntry';
import { salesEntry } from '../../../records/salesEntry';
import { draftJournalEntry } from './draft';
import { fields } from './fields';
import { journalWriter } from './writer';

/** Create: books debit and credit lines as the entry that the journal takes. */
export const create = bookOnce({
	value: 'create',
	words: {
		name: 'Create',
		action: 'Create journal entry',
		description: 'Book debit and credit lines in any journal',
	},
	rows: ['O05', 'O09'],
	cost: '1 call, and for each 40 items 1 to compare and up to 3 to look for duplicates; sales and purchases: 1 more for each 40; bank and cash: 2 for each journal; look-ups once for all items; a file: 2',
	record: ledgerEntry,
	writes: [generalJournalEntry, salesEntry, purchaseEntry, bankEntry, cashEntry, document],
	fields,
	needs: (inputs) => {
		const lines = enteredLines(inputs);
		const { references, ...needs } = freeNeeds(inputs, lines);
		const employees = lines.flatMap(({ employee: reference }) =>
			reference === undefined ? [] : [{ lookUp: lookUps.employee, reference }],
		);
		return { ...needs, references: [...references, ...employees] };
	},
	draft: (inputs, facts) => draftJournalEntry({ ...inputs, lines: enteredLines(inputs) }, facts),
	check: async (draft, session) => {
		if (!('shownWith' in draft)) await previewBalances(draft, session);
	},
	writer: journalWriter,
});
