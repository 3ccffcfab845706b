import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { ExactOnline } from '../../nodes/ExactOnline/ExactOnline.node.js';
import { ExactOnlineTrigger } from '../../nodes/ExactOnline/ExactOnlineTrigger.node.js';
import * as declared from '../../nodes/ExactOnline/trigger/events/index.js';
import { readTracked, root } from '../harness/repository.cjs';

const { description, methods } = new ExactOnlineTrigger();
const { properties } = description;
const events = Object.values(declared);

/** The parameters that an event shows. */
const shown = (event: string, others: Record<string, unknown> = {}): INodeProperties[] =>
	properties.filter(({ displayOptions }) =>
		Object.entries(displayOptions?.show ?? {}).every(([name, values]) =>
			values?.some((value) => value === { ...others, event }[name]),
		),
	);

const byName = (a: string, b: string) => a.localeCompare(b, 'en');

describe('the trigger', () => {
	test('is a polling trigger with the credential of the action node', () => {
		expect(description).toMatchObject({
			displayName: 'Exact Online Trigger',
			name: 'exactOnlineTrigger',
			group: ['trigger'],
			version: [1],
			polling: true,
			inputs: [],
			credentials: new ExactOnline().description.credentials,
		});
	});

	test('has a codex file that n8n finds it by', () => {
		const file = join(root, 'nodes/ExactOnline/ExactOnlineTrigger.node.json');
		const codex = JSON.parse(readFileSync(file, 'utf8')) as { node: string; alias: string[] };
		expect(codex.node).toBe('n8n-nodes-exactonline.exactOnlineTrigger');
		expect(codex.alias).toEqual(expect.arrayContaining(['accounting', 'invoice', 'Exact']));
	});

	test('has a list behind every field that loads one', () => {
		const used = properties.flatMap(({ typeOptions }) => typeOptions?.loadOptionsMethod ?? []);
		expect(Object.keys(methods?.loadOptions ?? {})).toEqual(used);
	});

	test('offers events in their order, each with a row in the documentation', () => {
		const [first] = properties;
		const options = first?.options as INodePropertyOptions[];
		const names = options.map(({ name }) => name);
		expect(names).toEqual([...names].sort(byName));
		expect(options.map(({ value }) => value).sort()).toEqual(
			events.map(({ value }) => value).sort(),
		);
		const page = readTracked('docs/trigger.md');
		for (const name of names) expect(page).toContain(`_${name}_`);
	});
});

describe.each(events)('$name', ({ value, fields, description: says }) => {
	test('says when it comes', () => {
		expect(says).toMatch(/^When .*[^.]$/);
	});

	test.each(['simplified', 'raw', 'selected'])(
		'shows each field once, with output %s',
		(output) => {
			const names = shown(value, { output }).map(({ name }) => name);
			expect(names).toHaveLength(new Set(names).size);
			const wanted = Object.keys(fields).filter(
				(name) => name !== 'fieldsToReturn' || output === 'selected',
			);
			expect(names.sort()).toEqual(['event', ...wanted].sort());
		},
	);

	test('starts with values that it offers and reads', () => {
		for (const { options, default: initial, type } of shown(value)) {
			if (!['options', 'multiOptions'].includes(type) || options === undefined) continue;
			const values = (options as INodePropertyOptions[]).map((option) => option.value);
			expect(values).toEqual(expect.arrayContaining([initial].flat()));
		}
	});

	test('watches lists with names of their own, by columns that they have', () => {
		const place = {
			label: '',
			zone: 'UTC',
			inside: () => place,
			file: () => undefined,
			refuse: () => {
				throw new Error('refused');
			},
		};
		const inputs = Object.entries(fields).map(([name, field]) => [
			name,
			field.read(name === 'divisions' ? [1] : field.property.default, place),
		]);
		const all = { ...(Object.fromEntries(inputs) as object), journals: ['70'] };
		const watches = events.find((event) => event.value === value)?.watches(all) ?? [];
		expect(watches.length).toBeGreaterThan(0);
		expect(new Set(watches.map(({ name }) => name)).size).toBe(watches.length);
		for (const { record, stamp, only } of watches) {
			const columns = [record.key, stamp, ...Object.keys(only)];
			expect(Object.keys(record.columns)).toEqual(expect.arrayContaining(columns));
		}
	});
});
