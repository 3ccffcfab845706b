import { all, equals } from '../../exact/odata/filter';
import { entryFilters, entryQuery, oneOf } from '../../kit/entries/filters';
import { readEntries } from '../../kit/entries/readEntries';
import { choices, collection } from '../../kit/fields';
import { readMany } from '../../kit/operation';
import { bankEntry, cashEntry, financialEntry } from '../../records/financialEntry';
import { journal } from '../../records/journal';
import { balancesField, complete } from './complete';
import { CASH_FLOW } from '../../kit/booking/money/kinds';
import { kindsOfJournals } from './kinds';

const filters = entryFilters({
	kinds: choices({ label: 'Kinds', hint: 'Only entries of banks, or only of cash desks' }, [
		{ name: 'Bank', value: 'bank' },
		{ name: 'Cash', value: 'cash' },
	]),
});

const options = collection(
	{ label: 'Options', section: 'options', add: 'Add Option' },
	{ includeBalances: balancesField },
);

/** Get Many: bank and cash entries, each with all of its lines. */
export const getMany = readMany({
	value: 'getAll',
	words: {
		name: 'Get Many',
		action: 'Get many financial entries',
		description: 'Retrieve many bank and cash entries, each with its lines',
	},
	rows: [],
	cost: '1 call for the journals. All: 1 for each 1,000 lines; with a limit, a relation, a change or an additional filter: 1 for each 1,000 lines that fit, and 1 for each 40 entries. Balances: 1 for each 40 entries of either kind',
	record: financialEntry,
	reads: [journal, bankEntry, cashEntry],
	fields: { filters, options },
	run: async function* (inputs, ask, session) {
		const { division } = ask;
		const { kinds } = inputs.filters;
		const query = await entryQuery(inputs.filters, division, session);
		const known = await kindsOfJournals(division, session);
		const codes = [...known].filter(([, kind]) => kinds.includes(kind)).map(([code]) => code);
		if (kinds.length > 0 && codes.length === 0) return;
		const where = all(query.where, equals('Type', CASH_FLOW), oneOf('JournalCode', codes));
		const entries = readEntries({ ...query, where }, withJournal(ask), session);
		yield* complete(entries, known, inputs.options, division, session);
	},
});

/** The journal tells the kind, whatever the chosen output shows. */
function withJournal<A extends { select: string[] }>(ask: A): A {
	return { ...ask, select: [...ask.select, 'JournalCode'] };
}
