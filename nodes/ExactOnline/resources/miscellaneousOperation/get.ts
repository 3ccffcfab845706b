import { entryKeyFields, findEntry } from '../../kit/entries/findEntry';
import { readOne } from '../../kit/operation';
import { ledgerEntry } from '../../records/ledgerEntry';
import { GENERAL_ENTRY } from './entryType';

/** Get: one general journal entry, by its ID or its number. */
export const get = readOne({
	value: 'get',
	words: {
		name: 'Get',
		action: 'Get miscellaneous operation',
		description: 'Retrieve one general journal entry with its lines',
	},
	rows: ['R35'],
	cost: '1 call; 1 more for a journal that is given by its ID',
	record: ledgerEntry,
	fields: entryKeyFields,
	run: async (inputs, ask, session) => await findEntry(inputs, [GENERAL_ENTRY], ask, session),
});
