import { all, any, equals } from '../../exact/odata/filter';
import { changeFilters, changes } from '../../kit/changes';
import { collection } from '../../kit/fields';
import { blockedField, unblocked } from '../../kit/blocked';
import { readMany } from '../../kit/operation';
import { ownBankAccount } from '../../records/ownBankAccount';

/** Get Many: the company's own accounts. Those of clients and suppliers come with them. */
export const getMany = readMany({
	value: 'getAll',
	words: {
		name: 'Get Many',
		action: 'Get many bank accounts',
		description: 'Retrieve many bank accounts that a division owns',
	},
	rows: [],
	cost: '1 call for each 60',
	record: ownBankAccount,
	fields: {
		filters: collection(
			{ label: 'Filters', section: 'filters', add: 'Add Filter' },
			changeFilters(ownBankAccount, "Currency eq 'USD'"),
		),
		options: collection(
			{ label: 'Options', section: 'options', add: 'Add Option' },
			{
				includeBlocked: blockedField('accounts whose journal is blocked'),
			},
		),
	},
	run: async function* ({ filters, options }, { division, select, limit }, session) {
		const kinds = any(equals('Type', 12), equals('Type', 16));
		const where = all(kinds, unblocked(options), await changes(filters, session));
		yield* session.list(ownBankAccount, { division, select, where, limit });
	},
});
