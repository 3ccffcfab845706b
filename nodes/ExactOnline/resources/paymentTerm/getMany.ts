import { changeFilters, changes } from '../../kit/changes';
import { collection } from '../../kit/fields';
import { readMany } from '../../kit/operation';
import { paymentCondition } from '../../records/paymentCondition';

export const getMany = readMany({
	value: 'getAll',
	words: {
		name: 'Get Many',
		action: 'Get many payment terms',
		description: 'Retrieve many payment terms of a division',
	},
	rows: [],
	cost: '1 call for each 60',
	record: paymentCondition,
	fields: {
		filters: collection(
			{ label: 'Filters', section: 'filters', add: 'Add Filter' },
			changeFilters(paymentCondition, 'PaymentDays gt 14'),
		),
	},
	run: async function* ({ filters }, { division, select, limit }, session) {
		const where = await changes(filters, session);
		yield* session.list(paymentCondition, { division, select, where, limit });
	},
});
