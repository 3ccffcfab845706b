import { textOf } from '../../exact/values/text';
import { entryKeyFields, findEntry } from '../../kit/entries/findEntry';
import { collection } from '../../kit/fields';
import { readOne } from '../../kit/operation';
import { bankEntry, cashEntry, financialEntry } from '../../records/financialEntry';
import { journal } from '../../records/journal';
import { balancesField, complete } from './complete';
import { CASH_FLOW } from '../../kit/booking/money/kinds';
import { kindsOfJournals } from './kinds';

const options = collection(
	{ label: 'Options', section: 'options', add: 'Add Option' },
	{ includeBalances: balancesField },
);

/** Get: one bank or cash entry, by its ID or its number. */
export const get = readOne({
	value: 'get',
	words: {
		name: 'Get',
		action: 'Get financial entry',
		description: 'Retrieve one bank or cash entry with its lines',
	},
	rows: [],
	cost: '2 calls; 1 more for a journal that is given by its ID, and 1 for the balances',
	record: financialEntry,
	reads: [journal, bankEntry, cashEntry],
	fields: { ...entryKeyFields, options },
	run: async (inputs, ask, session) => {
		const { division } = ask;
		const entry = await findEntry(inputs, [CASH_FLOW], ask, session);
		const kinds = await kindsOfJournals(division, session, textOf(entry.JournalCode));
		const one = (async function* () {
			yield await Promise.resolve(entry);
		})();
		for await (const row of complete(one, kinds, inputs.options, division, session)) return row;
		return entry;
	},
});
