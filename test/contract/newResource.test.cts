import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeProperties } from 'n8n-workflow';
import { root } from '../harness/repository.cjs';

/** All that somebody writes who adds a resource: one folder. The record stands in it for the test's sake. */
const index = `
import { readMany, type Resource } from '../../kit/operation';
import { record } from '../../records/record';
import { guid, text } from '../../records/shows';

const unit = record({
	noun: 'unit',
	path: 'logistics/Units',
	key: 'ID',
	scope: 'Logistics: items',
	columns: { ID: 'Guid', Code: 'String' },
	shows: { id: guid('ID'), code: text('Code') },
});

export const units: Resource = {
	value: 'unit',
	name: 'Unit',
	operations: [
		readMany({
			value: 'getAll',
			words: { name: 'Get Many', action: 'Get many units', description: 'Retrieve many units' },
			rows: [],
			cost: '1 call for each 60',
			record: unit,
			fields: {},
			run: (_, ask, session) => session.list(unit, ask),
		}),
	],
};
`;

interface Derived {
	properties: INodeProperties[];
	schemas: Record<string, object>;
	tables: Record<string, string>;
}

const program = `
const { ExactOnline } = require('./nodes/ExactOnline/ExactOnline.node.ts');
const { outputSchemas } = require('./nodes/ExactOnline/kit/derive/schemas.ts');
const { docTables } = require('./nodes/ExactOnline/kit/derive/tables.ts');
const { properties } = new ExactOnline().description;
console.log(JSON.stringify({ properties, schemas: outputSchemas(), tables: docTables() }));
`;

describe('a resource that is added', () => {
	let scratch: string;
	let derived: Derived;

	beforeAll(() => {
		mkdirSync(join(root, '.artefacts'), { recursive: true });
		scratch = mkdtempSync(join(root, '.artefacts', 'scratch-'));
		cpSync(join(root, 'nodes'), join(scratch, 'nodes'), { recursive: true });
		const resources = join(scratch, 'nodes/ExactOnline/resources');
		mkdirSync(join(resources, 'unit'));
		writeFileSync(join(resources, 'unit/index.ts'), index);
		const list = readFileSync(join(resources, 'index.ts'), 'utf8');
		// The one line.
		writeFileSync(join(resources, 'index.ts'), `${list}export { units } from './unit';\n`);
		writeFileSync(join(scratch, 'program.cjs'), program);
		const output = execFileSync(process.execPath, ['--import', 'tsx', 'program.cjs'], {
			cwd: scratch,
			encoding: 'utf8',
		});
		derived = JSON.parse(output) as Derived;
	}, 60_000);

	afterAll(() => rmSync(scratch, { recursive: true, force: true }));

	const named = (name: string) => derived.properties.filter((property) => property.name === name);
	const shownFor = (name: string) =>
		named(name).some(({ displayOptions }) => displayOptions?.show?.resource?.includes('unit'));

	it('appears in the drop-downs, with its operation', () => {
		const [resource] = named('resource');
		expect(resource?.options).toContainEqual({ name: 'Unit', value: 'unit' });
		const operation = named('operation').find(({ displayOptions }) =>
			displayOptions?.show?.resource?.includes('unit'),
		);
		expect(operation?.options).toEqual([expect.objectContaining({ action: 'Get many units' })]);
	});

	it.each(['division', 'returnAll', 'limit', 'output'])('gets the common field %s', (name) => {
		expect(shownFor(name)).toBe(true);
	});

	it('gets an output schema', () => {
		expect(derived.schemas['unit/getAll']).toEqual({
			type: 'object',
			properties: {
				division: { type: 'integer' },
				id: { type: 'string' },
				code: { type: 'string' },
			},
		});
	});

	it('appears in the documentation: operations, cost and scope', () => {
		expect(derived.tables.operations).toContain(
			'| Unit: Get Many | Retrieve many units | 1 call for each 60 |',
		);
		expect(derived.tables.scopes).toContain('| Unit | Logistics: items (read) |');
	});
});
