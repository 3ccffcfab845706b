import { coverageRows } from '../../nodes/ExactOnline/kit/derive/coverageRows.js';
import { outputSchemas } from '../../nodes/ExactOnline/kit/derive/schemas.js';
import { docTables } from '../../nodes/ExactOnline/kit/derive/tables.js';
import * as declared from '../../nodes/ExactOnline/resources/index.js';

const places = Object.values(declared).flatMap((resource) =>
	resource.operations.map((operation) => ({ resource, operation })),
);

/** Cells of a Markdown table, without its head. */
function cells(table: string | undefined): string[][] {
	const lines = (table ?? '').split('\n').filter((line) => line.startsWith('|'));
	return lines.slice(2).map((line) => line.slice(2, -2).split(' | '));
}

const tables = docTables();

describe('the rows to be covered', () => {
	const ids = [
		...Array.from({ length: 38 }, (_, at) => `R${String(at + 1).padStart(2, '0')}`),
		...Array.from({ length: 12 }, (_, at) => `O${String(at + 1).padStart(2, '0')}`),
	];

	test('are 50, in their order', () => {
		expect(coverageRows.map(({ id }) => id)).toEqual(ids);
	});

	test('say a verb and a path, a resource and an operation', () => {
		for (const { asked, resource, operation } of coverageRows) {
			expect(asked).toMatch(/^(?:GET|POST|PATCH) \/[a-z{}/_-]+$/);
			expect(`${resource} ${operation}`).toMatch(/^[A-Z]\w*(?: [A-Z]\w*)+$/);
		}
	});

	test('are served by one operation each, under the name that was planned', () => {
		const served = places.flatMap(({ resource, operation }) =>
			operation.rows.map((id) => [id, `${resource.name}: ${operation.words.name}`] as const),
		);
		expect(new Set(served.map(([id]) => id)).size).toBe(served.length);
		const planned = new Map(
			coverageRows.map((row) => [row.id, `${row.resource}: ${row.operation}`]),
		);
		expect(served.map(([id]) => [id, planned.get(id)])).toEqual(served);
	});
});

describe('the tables of the documentation', () => {
	test('are proper tables: every line has the cells of its head', () => {
		for (const table of Object.values(tables)) {
			const lines = table.split('\n').filter((line) => line.startsWith('|'));
			const widths = new Set(lines.map((line) => line.split('|').length));
			expect([table.slice(0, 40), widths.size]).toEqual([table.slice(0, 40), 1]);
			expect(table).not.toMatch(/undefined|\[object/);
		}
	});

	test('list every row, and as working those that an operation serves', () => {
		const rows = cells(tables.coverage);
		const works = rows.filter(([, , , state]) => state === 'works').map(([id]) => id);
		expect(rows).toHaveLength(50);
		expect(works.sort()).toEqual(places.flatMap(({ operation }) => [...operation.rows]).sort());
		expect(tables.coverage).toContain(`**${works.length} of 50** rows work.`);
	});

	test('list every operation with what it does and costs', () => {
		const rows = cells(tables.operations);
		expect(rows).toHaveLength(places.length);
		for (const { resource, operation } of places) {
			const { name, description } = operation.words;
			expect(rows).toContainEqual([`${resource.name}: ${name}`, description, operation.cost]);
			expect(operation.cost).toMatch(/\d call/);
		}
	});

	test('list the scopes of every resource: to write, to read, and to choose from lists', () => {
		const scopes = Object.fromEntries(cells(tables.scopes)) as Record<string, string>;
		expect(Object.keys(scopes).sort()).toEqual(
			Object.values(declared)
				.map(({ name }) => name)
				.sort(),
		);
		expect(scopes).toMatchObject({
			Division: 'Organization: administration (read)',
			Client: expect.stringContaining('CRM: accounts (manage)') as string,
			Invoice: expect.stringMatching(
				/CRM: accounts \(read\).*Financial: accounting \(manage\).*Financial: generalledgers \(read\).*Organization: documents \(manage\)/,
			) as string,
		});
	});
});

describe('the output schemas', () => {
	const schemas = outputSchemas();

	test('are there for every operation whose output is known', () => {
		const reading = places.filter(({ operation }) => operation.schema !== undefined);
		const names = reading.map(({ resource, operation }) => `${resource.value}/${operation.value}`);
		expect(Object.keys(schemas).sort()).toEqual(names.sort());
		expect(names.length).toBeGreaterThan(0);
	});

	test.each(Object.entries(schemas))(
		'of %s survives as JSON and types every field',
		(_, schema) => {
			expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
			const untyped = JSON.stringify(schema).match(/"\w+":\{(?!"type")/g) ?? [];
			// Only lists of properties are objects without a type.
			expect(untyped.filter((start) => start !== '"properties":{')).toEqual([]);
		},
	);
});
