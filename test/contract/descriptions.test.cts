import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import { ExactOnline } from '../../nodes/ExactOnline/ExactOnline.node.js';
import * as declared from '../../nodes/ExactOnline/resources/index.js';
import { root } from '../harness/repository.cjs';

const node = new ExactOnline();
const { description } = node;
const { properties } = description;

interface Placed {
	path: string;
	property: INodeProperties;
	/** Inside of a collection, where n8n does not check what is required. */
	inner: boolean;
}

/** Every parameter, those in collections and rows too. */
const parameters: Placed[] = properties.flatMap((property) => placed(property, '', false));

function placed(property: INodeProperties, above: string, inner: boolean): Placed[] {
	const path = `${above}${property.name}`;
	const below = inside(property).flatMap((one) =>
		placed(one, `${path}.`, property.type === 'collection'),
	);
	return [{ path, property, inner }, ...below];
}

/** The fields of a collection, or those of each row. */
function inside({ type, options = [] }: INodeProperties): INodeProperties[] {
	if (type === 'collection') return options as INodeProperties[];
	if (type !== 'fixedCollection') return [];
	return (options as INodePropertyCollection[]).flatMap(({ values }) => values);
}

const hasButton = ({ type }: INodeProperties): boolean => /collection$/i.test(type);

const choicesOf = ({ type, options }: INodeProperties): INodePropertyOptions[] =>
	['options', 'multiOptions'].includes(type) ? (options as INodePropertyOptions[]) : [];

const pathsWhere = (wrong: (placed: Placed) => boolean): string[] =>
	parameters.filter(wrong).map(({ path }) => path);

const operations = Object.values(declared).flatMap((resource) =>
	resource.operations.map((operation) => ({ resource, operation })),
);

/** The names, as n8n reads them, that a choice of both drop-downs shows; `others` are the other parameters. */
function shown(resource: string, operation: string, others: Record<string, unknown>): string[] {
	const chosen: Record<string, unknown> = { ...others, resource, operation };
	return properties
		.filter(({ displayOptions }) =>
			Object.entries(displayOptions?.show ?? {}).every(([name, values]) =>
				values?.some((value) => value === chosen[name]),
			),
		)
		.map(({ name }) => name);
}

/** Every combination of the values on which other parameters depend. */
const conditions: Record<string, unknown[]> = {
	returnAll: [true, false],
	output: ['simplified', 'raw', 'selected'],
	method: ['GET', 'POST', 'PUT', 'DELETE'],
	getBy: ['id', 'number'],
	kind: ['customerInvoice', 'customerRefund', 'supplierInvoice', 'supplierRefund'],
	plan: ['all', 'costCenter', 'costUnit', 'project'],
	side: ['client', 'supplier'],
	specifyLines: ['fields', 'json'],
	suggestFor: ['bankLine', 'unmatchedPayments'],
	specifyPayments: ['fields', 'json'],
};

/** All values together that the fields of an operation can have on which others depend. */
const combinationsOf = (names: readonly string[]) =>
	Object.entries(conditions)
		.filter(([name]) => names.includes(name))
		.reduce<Array<Record<string, unknown>>>(
			(sets, [name, values]) =>
				sets.flatMap((set) => values.map((value) => ({ ...set, [name]: value }))),
			[{}],
		);

/** Words that stay small in a title. */
const small = [
	'a',
	'an',
	'and',
	'at',
	'by',
	'for',
	'from',
	'in',
	'of',
	'on',
	'or',
	'the',
	'to',
	'with',
];
const isTitle = (text: string): boolean =>
	text.split(' ').every((word) => small.includes(word) || /^[A-Z0-9(*]/.test(word));

describe('the node', () => {
	test('names what it does under its own name', () => {
		expect(description.subtitle).toBe(
			'={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		);
		expect(description).toMatchObject({ version: [1], usableAsTool: true });
	});

	test('has a codex file that n8n finds it by', () => {
		const file = join(root, 'nodes/ExactOnline/ExactOnline.node.json');
		const codex = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
		const { name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
			name: string;
		};
		expect(codex).toMatchObject({
			node: `${name}.${description.name}`,
			nodeVersion: '1.0',
			codexVersion: '1.0',
			categories: ['Finance & Accounting'],
		});
		const alias = codex.alias as string[];
		expect(new Set(alias.map((word) => word.toLowerCase())).size).toBe(alias.length);
		expect(alias).toEqual(expect.arrayContaining(['ERP', 'accounting', 'bookkeeping', 'Exact']));
	});
});

describe('the drop-downs', () => {
	test.each(operations)(
		'$resource.name: $operation.words.name reads well',
		({ resource, operation }) => {
			const { name, action, description: says } = operation.words;
			expect(isTitle(name)).toBe(true);
			// Sentence case: only names of products and abbreviations have capitals further in.
			expect(action).toMatch(/^[A-Z][a-z]+ (?:(?:[a-z]+|API|VAT|Exact|Online|PDF|XML)(?: |$))+$/);
			expect(action).not.toMatch(/[.:]$/);
			expect(says).toMatch(/^[A-Z].*[^.]$/);
			if (operation.value === 'getAll') {
				expect([name, action.slice(0, 8)]).toEqual(['Get Many', 'Get many']);
				expect(says).toMatch(/\bmany\b/);
			}
			expect(resource.name).toMatch(/^[A-Z]/);
			// Resources are called by one of them.
			expect(resource.name).not.toMatch(/[^s]s$/);
		},
	);

	test('take no expressions, since the panel is built from them', () => {
		const chosen = properties.filter(({ name }) => ['resource', 'operation'].includes(name));
		expect(chosen.length).toBe(1 + Object.keys(declared).length);
		expect(chosen.every(({ noDataExpression }) => noDataExpression === true)).toBe(true);
	});

	test('say no action twice: the node panel lists them beside each other', () => {
		const actions = operations.map(({ operation }) => operation.words.action);
		expect(new Set(actions).size).toBe(actions.length);
	});
});

describe('parameters', () => {
	test('show names in title case', () => {
		expect(pathsWhere(({ property }) => !isTitle(property.displayName))).toEqual([]);
		const options = parameters.flatMap(({ path, property }) =>
			choicesOf(property).map(({ name }) => [`${path}: ${name}`, name] as const),
		);
		expect(options.filter(([, name]) => !isTitle(name)).map(([place]) => place)).toEqual([]);
	});

	test('are described in one sentence without a final period', () => {
		const described = parameters.flatMap(({ path, property }) => [
			[path, property.description] as const,
			...choicesOf(property).map(
				(option) => [`${path}: ${option.name}`, option.description] as const,
			),
		]);
		const wrong = described.filter(
			([, text]) => text !== undefined && !/^[A-Z][^.]*[^.\s]$/.test(text),
		);
		expect(wrong).toEqual([]);
	});

	test('that are switches say Whether', () => {
		const switches = parameters.filter(({ property }) => property.type === 'boolean');
		expect(switches.length).toBeGreaterThan(0);
		expect(
			switches.filter(({ property }) => !/^Whether /.test(property.description ?? '')),
		).toEqual([]);
	});

	test('are listed by name where there are five or more', () => {
		const sorted = (names: string[]) => [...names].sort((a, b) => a.localeCompare(b, 'en'));
		for (const { path, property } of parameters) {
			const names = [
				...choicesOf(property).map(({ name }) => name),
				...inside(property).map(({ displayName }) => displayName),
			];
			if (names.length >= 5) expect([path, names]).toEqual([path, sorted(names)]);
		}
	});

	test('offer nothing twice', () => {
		for (const { path, property } of parameters) {
			const options = choicesOf(property);
			const names = options.map(({ name }) => name.toLowerCase());
			const values = options.map(({ value }) => value);
			expect([path, new Set(names).size, new Set(values).size]).toEqual([
				path,
				names.length,
				values.length,
			]);
		}
	});

	test('start with a value that they offer', () => {
		const wrong = pathsWhere(({ property }) => {
			const values = choicesOf(property).map(({ value }) => value);
			if (values.length === 0) return false;
			const initial = [property.default].flat() as unknown[];
			return !initial.every((value) => values.includes(value as string));
		});
		expect(wrong).toEqual([]);
	});

	test('start with a value of their own type', () => {
		const types = {
			boolean: 'boolean',
			number: 'number',
			string: 'string',
			json: 'string',
			dateTime: 'string',
		};
		const wrong = pathsWhere(({ property: { type, default: initial } }) => {
			const expected = types[type as keyof typeof types] as string | undefined;
			return expected !== undefined && typeof initial !== expected;
		});
		expect(wrong).toEqual([]);
		expect(pathsWhere(({ property }) => property.default === undefined)).toEqual([]);
	});

	test('are required at the top only, where n8n checks it', () => {
		expect(pathsWhere(({ property, inner }) => inner && property.required !== undefined)).toEqual(
			[],
		);
		expect(pathsWhere(({ property }) => property.required === false)).toEqual([]);
	});

	test('mean the same under the same name: the value survives when the operation is changed', () => {
		const byName = new Map<string, Set<string>>();
		for (const { path, property } of parameters) {
			byName.set(path, (byName.get(path) ?? new Set()).add(property.type));
		}
		expect([...byName].filter(([, types]) => types.size > 1)).toEqual([]);
		// The first drop-down that belongs to a resource is always called operation, and so on.
		expect(pathsWhere(({ property }) => !/^[a-z][A-Za-z]*\d?$/.test(property.name))).toEqual([]);
	});

	test('show examples as examples', () => {
		const texts = parameters.flatMap(({ path, property }) => [
			[path, hasButton(property) ? undefined : property.placeholder] as const,
			...(property.modes ?? []).map((mode) => [`${path} ${mode.name}`, mode.placeholder] as const),
		]);
		expect(texts.filter(([, text]) => text !== undefined && !text.startsWith('e.g. '))).toEqual([]);
	});

	test('that are collections say what their button adds', () => {
		const collections = parameters.filter(({ property }) => hasButton(property));
		expect(collections.length).toBeGreaterThan(0);
		for (const { property } of collections) {
			expect(property.placeholder).toMatch(/^Add [A-Z]\w+$/);
			expect(property.default).toEqual({});
		}
	});
});

describe('a limit', () => {
	const limits = parameters.filter(({ property }) => property.name === 'limit');

	test("is n8n's", () => {
		expect(limits.length).toBeGreaterThan(0);
		for (const { property } of limits) {
			expect(property).toMatchObject({
				displayName: 'Limit',
				type: 'number',
				default: 50,
				description: 'Max number of results to return',
				typeOptions: { minValue: 1 },
			});
			expect(property.displayOptions?.show?.returnAll).toEqual([false]);
		}
	});

	test('stands beside Return All', () => {
		for (const { resource, operation } of operations) {
			expect('limit' in operation.fields).toBe('returnAll' in operation.fields);
			if (operation.value === 'getAll')
				expect([resource.value, 'limit' in operation.fields]).toContain(true);
		}
		for (const { property } of parameters.filter(({ path }) => path === 'returnAll')) {
			expect(property).toMatchObject({
				displayName: 'Return All',
				description: 'Whether to return all results or only up to a given limit',
				default: false,
			});
		}
	});
});

describe('where one thing is chosen', () => {
	const locators = parameters.filter(({ property }) => property.type === 'resourceLocator');

	test('the list comes first, then the ways to enter it, the ID last', () => {
		expect(locators.length).toBeGreaterThan(0);
		for (const { property } of locators) {
			const names = property.modes?.map(({ name }) => name) ?? [];
			expect([names[0], names.at(-1)]).toEqual(['list', 'id']);
			expect(property.default).toEqual({ mode: 'list', value: '' });
		}
	});

	test('every list has its search, and every search its list', () => {
		const used = locators.flatMap(({ property }) =>
			(property.modes ?? []).map((mode) => mode.typeOptions?.searchListMethod),
		);
		const wanted = [...new Set(used.filter((name) => name !== undefined))].sort();
		expect(Object.keys(node.methods?.listSearch ?? {}).sort()).toEqual(wanted);
	});

	test('no two kinds of thing are searched in the same list', () => {
		const labels = new Map<unknown, Set<string>>();
		for (const { property } of locators) {
			const method = property.modes?.[0]?.typeOptions?.searchListMethod;
			labels.set(method, (labels.get(method) ?? new Set()).add(property.displayName));
		}
		// `Correction Ledger Account` is a ledger account as well, and a parent is a client or a supplier.
		const mixed = [...labels.values()]
			.map((names) => [...names].filter((name) => name !== 'Parent'))
			.filter((names) => new Set(names.map((name) => name.split(' ').at(-1))).size > 1);
		expect(mixed).toEqual([]);
	});
});

describe.each(operations)('$resource.name: $operation.words.name', ({ resource, operation }) => {
	const names = Object.keys(operation.fields);

	const combinations = combinationsOf(names);

	test('shows no field twice and none that it does not know', () => {
		for (const others of combinations) {
			const visible = shown(resource.value, operation.value, others);
			expect(visible.length).toBe(new Set(visible).size);
			expect(['resource', 'operation', ...names]).toEqual(expect.arrayContaining(visible));
		}
	});

	test('shows each of its fields under some condition', () => {
		const seen = new Set(
			combinations.flatMap((others) => shown(resource.value, operation.value, others)),
		);
		expect(names.filter((name) => !seen.has(name))).toEqual([]);
	});

	test('depends only on fields that it shows itself, and on values that they have', () => {
		const conditional = properties.filter(({ name }) => names.includes(name));
		for (const { displayOptions } of conditional) {
			const { show = {} } = displayOptions ?? {};
			if (show.resource?.includes(resource.value) !== true) continue;
			if (show.operation !== undefined && !show.operation.includes(operation.value)) continue;
			const others = Object.entries(show).filter(
				([name]) => !/^(?:resource|operation)$/.test(name),
			);
			for (const [name, values] of others) {
				expect(names).toContain(name);
				expect(conditions[name]).toEqual(expect.arrayContaining(values ?? []));
			}
		}
	});

	test('asks for the division first, unless it lists the divisions', () => {
		const visible = shown(resource.value, operation.value, combinations[0] ?? {});
		const needsNone = resource.value === 'division' && operation.value === 'getAll';
		expect(visible.indexOf('division')).toBe(needsNone ? -1 : 2);
	});
});
