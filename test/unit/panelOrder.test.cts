import fc from 'fast-check';
import type { INodeProperties } from 'n8n-workflow';

import { ExactOnline } from '../../nodes/ExactOnline/ExactOnline.node.js';
import { SECTIONS } from '../../nodes/ExactOnline/kit/field.js';
import { panelOrder } from '../../nodes/ExactOnline/kit/panelOrder.js';
import * as resources from '../../nodes/ExactOnline/resources/index.js';

const { properties } = new ExactOnline().description;

describe('the order of fields on the panel', () => {
	it.each([
		{ name: 'one column', columns: [['b', 'a']], order: ['b', 'a'] },
		{ name: 'none shared', columns: [['b'], ['a']], order: ['b', 'a'] },
		{
			name: 'above what was met first',
			columns: [
				['number', 'year'],
				['find', 'number'],
			],
			order: ['find', 'number', 'year'],
		},
		{
			name: 'columns that contradict each other lose no field',
			columns: [
				['a', 'b'],
				['b', 'a'],
			],
			order: ['b', 'a'],
		},
	])('$name', ({ columns, order }) => {
		expect(panelOrder(columns)).toEqual(order);
	});

	it('is that of each column, wherever the columns agree', () => {
		const columns = fc.array(fc.uniqueArray(fc.nat(30)).map((all) => all.sort((a, b) => a - b)));
		const seed = Number(process.env.SEED ?? 20261);
		fc.assert(
			fc.property(columns, (numbers) => {
				const names = numbers.map((column) => column.map(String));
				const order = panelOrder(names);
				expect([...order].sort()).toEqual([...new Set(names.flat())].sort());
				for (const column of names) {
					expect(order.filter((name) => column.includes(name))).toEqual(column);
				}
			}),
			{ seed },
		);
	});

	const operations = Object.values(resources).flatMap(({ value, operations: all }) =>
		all.map((operation) => [`${value}.${operation.value}`, value, operation] as const),
	);

	it.each(operations)('is that of %s', (_, resource, { value, fields }) => {
		const declared = SECTIONS.flatMap((section) =>
			Object.keys(fields).filter((name) => fields[name]?.section === section),
		);
		const isShown = ({ name, displayOptions: { show } = {} }: INodeProperties) =>
			name !== 'operation' &&
			show?.resource?.includes(resource) === true &&
			(show.operation?.includes(value) ?? true);
		expect(properties.filter(isShown).map(({ name }) => name)).toEqual(declared);
	});
});
