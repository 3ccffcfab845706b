import type { INodeProperties } from 'n8n-workflow';

import { ExactOnline } from '../../nodes/ExactOnline/ExactOnline.node.js';

/** A property and all that can be added inside of it. */
function withInside(property: INodeProperties): INodeProperties[] {
	const inside = (property.options ?? []).flatMap((one) => {
		if ('values' in one) return one.values;
		return 'type' in one ? [one] : [];
	});
	return [property, ...inside.flatMap(withInside)];
}

const all = new ExactOnline().description.properties.flatMap(withInside);

test('JSON starts as nothing in valid JSON, since n8n marks an empty field, and has its example below', () => {
	const fields = all.filter(({ type }) => type === 'json');
	expect(fields.length).toBeGreaterThan(10);
	for (const { name, default: initial, hint = '' } of fields) {
		expect([name, initial]).toEqual([name, expect.stringMatching(/^(?:\{\}|\[\])$/)]);
		const [, example = ''] = /^e\.g\. (.+)$/.exec(hint) ?? [];
		const kind = (text: unknown) => [name, Array.isArray(JSON.parse(String(text)))];
		expect(kind(example)).toEqual(kind(initial));
	}
});

test('a field that was added has no choice that leaves everything as it is', () => {
	const values = all.flatMap(({ name, options = [] }) =>
		options.map((one) => [name, 'value' in one ? one.value : '']),
	);
	expect(values.filter(([, value]) => value === 'unchanged')).toEqual([]);
});
