import { collection, switchField } from '../../kit/fields';
import { readMany } from '../../kit/operation';
import { activityColumns, division, isActiveDivision } from '../../records/division';

const filters = collection(
	{ label: 'Filters', section: 'filters', add: 'Add Filter' },
	{
		activeOnly: switchField({
			label: 'Active Only',
			hint: 'Whether to leave out companies that are inactive, archived or blocked',
		}),
	},
);

export const getMany = readMany({
	value: 'getAll',
	words: {
		name: 'Get Many',
		action: 'Get many divisions',
		description: 'Retrieve many companies that the login can reach',
	},
	rows: ['R01'],
	cost: '1 call, and 1 that Exact does not count',
	record: division,
	withoutDivision: true,
	fields: { filters },
	run: async function* ({ filters: { activeOnly } }, { select, limit }, session) {
		const { currentDivision } = await session.me();
		const columns = [...new Set([...select, ...activityColumns])];
		let left = limit ?? Infinity;
		for await (const row of session.list(division, {
			division: currentDivision,
			select: columns,
		})) {
			if (activeOnly && !isActiveDivision(row)) continue;
			if (left-- <= 0) return;
			yield row;
		}
	},
});
