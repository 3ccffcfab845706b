import { all, any, equals } from '../../exact/odata/filter';
import type { Row } from '../../exact/source';
import { blockedField, unblocked } from '../../kit/blocked';
import { changeFilters, changes } from '../../kit/changes';
import { choices, collection, switchField, yearField } from '../../kit/fields';
import { readMany } from '../../kit/operation';
import { journal } from '../../records/journal';
import { financialPeriod } from '../../records/financialPeriod';
import { transactionLine } from '../../records/transactionLine';
import { addFromLedger } from './fromLedger';
import { typeNumbers, typeOptions } from './types';

const filters = collection(
	{ label: 'Filters', section: 'filters', add: 'Add Filter' },
	{
		types: choices({ label: 'Types', hint: 'Only journals of these kinds' }, typeOptions),
		...changeFilters(journal, "Currency eq 'USD'"),
	},
);

const options = collection(
	{ label: 'Options', section: 'options', add: 'Add Option' },
	{
		includeBlocked: blockedField('journals that are blocked'),
		includeNextNumber: switchField({
			label: 'Include Next Number',
			hint: 'Whether to work out the next free entry number from the ledger; costs further calls',
		}),
		includeCounterpart: switchField({
			label: 'Include Counterpart Account',
			hint: 'Whether to read from the ledger which account stands against the lines; costs further calls',
		}),
		year: yearField({
			label: 'Year of Next Number',
			hint: 'The bookyear to look at in the ledger; that of today when it is not given',
		}),
	},
);

export const getMany = readMany({
	value: 'getAll',
	words: {
		name: 'Get Many',
		action: 'Get many journals',
		description: 'Retrieve many journals of a division',
	},
	rows: ['R04'],
	cost: '1 call for each 60; the next number and the counterpart account: 2 more, or 1 for each journal where a year has more than 500 entries',
	record: journal,
	reads: [financialPeriod, transactionLine],
	fields: { filters, options },
	run: async function* (inputs, { division, select, limit }, session) {
		const { includeNextNumber: number, includeCounterpart: counterpart, year } = inputs.options;
		const kinds = inputs.filters.types.map((type) => equals('Type', typeNumbers[type]));
		const where = all(
			kinds.length === 0 ? undefined : any(...kinds),
			unblocked(inputs.options),
			await changes(inputs.filters, session),
		);
		const columns = [...new Set([...select, 'Code'])];
		const found = session.list(journal, { division, select: columns, where, limit });
		if (!number && !counterpart) {
			yield* found;
			return;
		}
		const rows: Row[] = [];
		for await (const row of found) rows.push(row);
		await addFromLedger(rows, { number, counterpart, year }, division, session);
		yield* rows;
	},
});
