import { entryKeyFields, findEntry } from '../../kit/entries/findEntry';
import { readOne } from '../../kit/operation';
import { ledgerEntry } from '../../records/ledgerEntry';

/** Get: one entry of the ledger, whatever it was booked with, by its ID or its number. */
export const get = readOne({
	value: 'get',
	words: {
		name: 'Get',
		action: 'Get journal entry',
		description: 'Retrieve one entry of the ledger with its lines',
	},
	rows: ['O08'],
	cost: '1 call; 1 more for a journal that is given by its ID',
	record: ledgerEntry,
	fields: entryKeyFields,
	run: async (inputs, ask, session) => await findEntry(inputs, undefined, ask, session),
});
