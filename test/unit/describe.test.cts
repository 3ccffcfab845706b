import fc from 'fast-check';
import type { INodeProperties } from 'n8n-workflow';

import { describe as describeNode } from '../../nodes/ExactOnline/kit/describe.js';
import { textField } from '../../nodes/ExactOnline/kit/fields/index.js';
import type { Operation, Resource } from '../../nodes/ExactOnline/kit/operation.js';

const operation = (value: string, names: readonly string[], look = ''): Operation => ({
	value,
	words: { name: value.toUpperCase(), action: value, description: value },
	rows: [],
	cost: '1 call',
	fields: Object.fromEntries(names.map((name) => [name, fieldOf(name, look)])),
	run: async function* () {},
});

/** One parameter may look different in two operations. */
const fieldOf = (name: string, look = '') => textField({ label: `${name}${look}` });

const resource = (value: string, operations: Operation[]): Resource => ({
	value,
	name: value.toUpperCase(),
	operations,
});

/** The parameters that n8n shows for a choice of both drop-downs, as often as it shows them. */
function shownFor(
	properties: readonly INodeProperties[],
	chosen: Record<string, string>,
): string[] {
	return properties
		.filter(({ displayOptions }) =>
			Object.entries(displayOptions?.show ?? {}).every(([name, values]) =>
				(values as unknown[]).includes(chosen[name]),
			),
		)
		.map(({ name }) => name);
}

const someFields = fc.uniqueArray(fc.constantFrom('alpha', 'beta', 'gamma', 'delta'));
const someOperations = fc
	.uniqueArray(fc.constantFrom('get', 'getAll', 'create', 'update'), { minLength: 1 })
	.chain((values) =>
		fc.tuple(
			...values.map((value) =>
				fc
					.tuple(someFields, fc.constantFrom('', ' 2'))
					.map(([names, look]) => operation(value, names, look)),
			),
		),
	);
const someResources = fc
	.uniqueArray(fc.constantFrom('client', 'supplier', 'division', 'journal'), { minLength: 1 })
	.chain((values) =>
		fc.tuple(...values.map((value) => someOperations.map((list) => resource(value, list)))),
	);

test('every operation of every resource shows its own fields, each once, and no other', () => {
	fc.assert(
		fc.property(someResources, (resources) => {
			const properties = describeNode(resources, resources[0]!);
			for (const { value, operations } of resources) {
				for (const one of operations) {
					const shown = shownFor(properties, { resource: value, operation: one.value });
					const expected = ['resource', 'operation', ...Object.keys(one.fields)];
					expect([value, one.value, shown.sort()]).toEqual([value, one.value, expected.sort()]);
				}
			}
		}),
		{ numRuns: 1000 },
	);
});

describe('the panel', () => {
	const client = resource('client', [operation('getAll', ['alpha']), operation('get', ['alpha'])]);
	const division = resource('division', [operation('get', ['beta', 'alpha'])]);
	const [resources, ...rest] = describeNode([division, client], client);

	test('opens with the resource that is named, and its first operation', () => {
		expect(resources).toMatchObject({ name: 'resource', default: 'client' });
		expect(rest[0]).toMatchObject({ name: 'operation', default: 'get' });
		expect(rest[1]).toMatchObject({ name: 'operation', default: 'getAll' });
	});

	test('lists resources and operations by name', () => {
		const names = (property?: INodeProperties) => property?.options?.map(({ name }) => name);
		expect(names(resources)).toEqual(['CLIENT', 'DIVISION']);
		expect(names(rest[1])).toEqual(['GET', 'GETALL']);
	});

	test('says a field once where all operations of several resources have it', () => {
		expect(rest.filter(({ name }) => name === 'alpha')).toEqual([
			expect.objectContaining({ displayOptions: { show: { resource: ['division', 'client'] } } }),
		]);
	});

	test('keeps the conditions that a field brings along', () => {
		const conditional = {
			...fieldOf('gamma'),
			property: { ...fieldOf('gamma').property, displayOptions: { show: { alpha: ['x'] } } },
		};
		const one = { ...operation('get', []), fields: { gamma: conditional } };
		const [, , gamma] = describeNode([resource('client', [one])], client);
		expect(gamma?.displayOptions).toEqual({ show: { resource: ['client'], alpha: ['x'] } });
	});
});
