import type { Row } from '../../exact/source';
import { changeFilters, changes } from '../../kit/changes';
import { collection, switchField } from '../../kit/fields';
import { only } from '../../kit/only';
import { readMany } from '../../kit/operation';
import { addParts } from '../../kit/parts';
import { employee } from '../../records/employee';

const filters = collection(
	{ label: 'Filters', section: 'filters', add: 'Add Filter' },
	{
		activeOnly: switchField({
			label: 'Active Only',
			hint: 'Whether to leave out employees who have left',
		}),
		...changeFilters(employee, "LastName eq 'Jansen'"),
	},
);

const options = collection(
	{ label: 'Options', section: 'options', add: 'Add Option' },
	{
		includeJobTitle: switchField({
			label: 'Include Job Title',
			hint: 'Whether to read what they are employed as, and in which department; costs further calls',
		}),
	},
);

export const getMany = readMany({
	value: 'getAll',
	words: {
		name: 'Get Many',
		action: 'Get many employees',
		description: 'Retrieve many employees of a division',
	},
	rows: ['O11'],
	cost: '1 call for each 60; job titles: 1 for each 40',
	record: employee,
	fields: { filters, options },
	run: async function* (inputs, ask, session) {
		const { division, limit } = ask;
		const { activeOnly } = inputs.filters;
		const select = [...new Set([...ask.select, 'IsActive'])];
		const where = await changes(inputs.filters, session);
		// Exact works out who is active: whether it can filter by it is not documented.
		const found = activeOnly
			? only(
					session.list(employee, { division, select, where }),
					({ IsActive }) => IsActive === true,
					limit,
				)
			: session.list(employee, { division, select: ask.select, where, limit });
		if (!inputs.options.includeJobTitle) {
			yield* found;
			return;
		}
		const rows: Row[] = [];
		for await (const row of found) rows.push(row);
		await addParts(employee, rows, ['employments'], ask, session);
		yield* rows;
	},
});
