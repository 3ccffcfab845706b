import { all, any, equals, type Condition } from '../../exact/odata/filter';
import type { Row } from '../../exact/source';
import { blockedField, unblocked } from '../../kit/blocked';
import { changeFilters, changes } from '../../kit/changes';
import { choice, collection, switchField } from '../../kit/fields';
import { readMany } from '../../kit/operation';
import { addParts } from '../../kit/parts';
import { vatCode } from '../../records/vatCode';

/** Exact's letters for what a code can be used for. */
const uses = { any: [], sales: ['S', 'B'], purchase: ['P', 'B'], both: ['B'] } as const;

const type = choice(
	{ label: 'Type', hint: 'What the code can be used for' },
	[
		{ name: 'Any', value: 'any' },
		{ name: 'Both', value: 'both', description: 'Codes that fit sales and purchases alike' },
		{ name: 'Purchase', value: 'purchase', description: 'Codes for purchases, or for both' },
		{ name: 'Sales', value: 'sales', description: 'Codes for sales, or for both' },
	],
	'any',
);

const filters = collection(
	{ label: 'Filters', section: 'filters', add: 'Add Filter' },
	{
		type,
		...changeFilters(vatCode, "Type eq 'E' and Percentage gt 0.2"),
	},
);

const options = collection(
	{ label: 'Options', section: 'options', add: 'Add Option' },
	{
		includeBlocked: blockedField('codes that are blocked'),
		includeHistory: switchField({
			label: 'Include History',
			hint: 'Whether to return the percentages in the course of time; costs further calls',
		}),
	},
);

export const getMany = readMany({
	value: 'getAll',
	words: {
		name: 'Get Many',
		action: 'Get many VAT codes',
		description: 'Retrieve many VAT codes of a division',
	},
	rows: ['R03'],
	cost: '1 call for each 60; the history: 1 for each 40',
	record: vatCode,
	fields: { filters, options },
	run: async function* (inputs, ask, session) {
		const { division, select, limit } = ask;
		const changed = await changes(inputs.filters, session);
		const where = all(usedFor(inputs.filters.type), unblocked(inputs.options), changed);
		const found = session.list(vatCode, { division, select, where, limit });
		if (!inputs.options.includeHistory) {
			yield* found;
			return;
		}
		const rows: Row[] = [];
		for await (const row of found) rows.push(row);
		await addParts(vatCode, rows, ['history'], ask, session);
		yield* rows;
	},
});

function usedFor(use: keyof typeof uses): Condition | undefined {
	const letters = uses[use].map((letter) => equals('VATTransactionType', letter));
	return letters.length === 0 ? undefined : any(...letters);
}
