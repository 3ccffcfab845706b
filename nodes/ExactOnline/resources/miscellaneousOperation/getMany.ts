import { all, equals } from '../../exact/odata/filter';
import { entryFilters, entryQuery } from '../../kit/entries/filters';
import { readEntries } from '../../kit/entries/readEntries';
import { readMany } from '../../kit/operation';
import { ledgerEntry } from '../../records/ledgerEntry';
import { GENERAL_ENTRY } from './entryType';

/** Get Many: general journal entries, each with all of its lines. */
export const getMany = readMany({
	value: 'getAll',
	words: {
		name: 'Get Many',
		action: 'Get many miscellaneous operations',
		description: 'Retrieve many general journal entries, each with its lines',
	},
	rows: ['R34'],
	cost: 'All: 1 call for each 1,000 lines; with a limit, a relation, a change or an additional filter: 1 for each 1,000 lines that fit, and 1 for each 40 entries; 1 more to check journals, and for a relation by its code',
	record: ledgerEntry,
	fields: { filters: entryFilters({}) },
	run: async function* (inputs, ask, session) {
		const query = await entryQuery(inputs.filters, ask.division, session);
		const where = all(query.where, equals('Type', GENERAL_ENTRY));
		yield* readEntries({ ...query, where }, ask, session);
	},
});
