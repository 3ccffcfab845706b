import fc from 'fast-check';
import type { INodeProperties } from 'n8n-workflow';

import type { Field } from '../../nodes/ExactOnline/kit/field.js';
import * as resources from '../../nodes/ExactOnline/resources/index.js';
import { read } from './fieldReading.cjs';
import { Cases, hostileText } from './hostileText.cjs';

const cases = new Cases();

/** Every field of every operation. */
const fields = Object.values(resources).flatMap((resource) =>
	resource.operations.flatMap((operation) =>
		Object.entries(operation.fields).map(([name, field]) => ({
			name: `${resource.value} ${operation.value} ${name}`,
			field,
		})),
	),
);

/** As an expression may give it: neither a text nor a plain number. */
const odd = fc.constantFrom<unknown>(
	...[null, undefined, NaN, -0, Infinity, 1e300, -1e-300, true, false, 10n, Symbol.iterator],
	...[
		{},
		[],
		[[]],
		[null],
		{ a: 1 },
		{ toString: 'x' },
		{ toJSON: 1 },
		{ toJSON: () => undefined },
	],
	...[new Date(NaN), new Date(0), () => 'x', { mode: {}, value: {} }, { mode: 'id', value: null }],
	...[JSON.parse('{"__proto__": {"polluted": true}}'), { constructor: { prototype: {} } }],
	...[{ row: null }, { row: {} }, { row: [null] }, { row: [[]] }, { length: 3 }, new Map([[1, 2]])],
	...['[null]', '[[]]', '[{"__proto__": {"polluted": true}}]', '{"constructor": 1}', '[1e400]'],
	...[
		{ big: 10n },
		'x'.repeat(70_000),
		`[${'['.repeat(5000)}`,
		'['.repeat(5000) + ']'.repeat(5000),
	],
	...['1.234,56', '1e400', '0x10', '١٢٣', '1_000', '+5', '.5', '5.', '1e5', '--1', '1 000', '∞'],
	...['2026-02-30', '0000-00-00', '-2026-01-01', '99999-01-01', '2026-01-01T25:00', '9999-12-31'],
);

const value: fc.Arbitrary<unknown> = fc.oneof(
	{ weight: 3, arbitrary: hostileText },
	{ weight: 3, arbitrary: odd },
	{ weight: 1, arbitrary: fc.double() },
	{ weight: 1, arbitrary: fc.jsonValue() },
);

/** What stands in a field: a value, or one within each level that the field has. */
function inField(property: Partial<INodeProperties>): fc.Arbitrary<unknown> {
	const { type, options = [] } = property;
	if (type === 'resourceLocator') {
		const mode = fc.constantFrom('list', 'code', 'id', 'nowhere');
		return fc.oneof(value, fc.record({ __rl: fc.constant(true), mode, value }));
	}
	if (type === 'collection') return fc.oneof(value, ofThese(options as INodeProperties[]));
	if (type === 'fixedCollection') {
		const [{ values = [] } = {}] = options as Array<{ values?: INodeProperties[] }>;
		const row = ofThese(values);
		return fc.oneof(value, fc.record({ row: fc.array(row, { maxLength: 3 }) }));
	}
	if (type === 'json') return fc.oneof(value, fc.array(fc.object(), { maxLength: 3 }));
	return value;
}

const ofThese = (properties: readonly INodeProperties[]): fc.Arbitrary<unknown> => {
	const names = properties.map((one) => one.name);
	if (names.length === 0) return value;
	return fc
		.array(fc.tuple(fc.constantFrom(...names), value), { minLength: 1, maxLength: 3 })
		.map((pairs) => Object.fromEntries(pairs));
};

interface Refused {
	message: string;
	context?: { code?: string };
}

/** Refusals name the field, as people see it. */
function expectRefusal(error: unknown, field: Field<unknown>): void {
	const { message, context } = error as Refused;
	expect(message.startsWith(`'${field.property.displayName}`)).toBe(true);
	expect(context?.code).toMatch(/^[A-Z_]+$/);
}

/** How a text may be taken: without blanks, slashes or braces around it, as a day, or as what stands for nothing. */
function spellings(given: string, { property }: Field<unknown>): string[] {
	const plain = given.trim().toLowerCase();
	const days = /^\d{4}-\d\d-\d\d/.exec(plain) ?? [];
	const path = plain.replace(/^\/+/, '');
	return [plain, path, plain.replace(/^\{(.*)\}$/s, '$1'), ...days, String(property.default)];
}

test.each(fields)('$name takes or refuses anything by its name', ({ field }) => {
	cases.check(110, inField(field.property), (given) => {
		let taken: unknown;
		try {
			taken = read(field, given);
		} catch (error) {
			expectRefusal(error, field);
			return;
		}
		// A text is what was entered: not a part of it, and nothing besides.
		if (typeof given === 'string' && typeof taken === 'string') {
			expect(spellings(given, field)).toContain(taken.toLowerCase());
		}
		// Several values are no text.
		const isWritten = typeof given !== 'object' || given instanceof Date || given === null;
		if (typeof taken === 'string' && field.property.type === 'string' && !isWritten) {
			expect(JSON.stringify(given)).toMatch(/^"/);
		}
		expect(typeof taken === 'number' && !Number.isFinite(taken)).toBe(false);
		expect(Object.keys(Object.prototype)).toEqual([]);
	});
});

test('these were many cases', () => {
	expect(fields.length).toBeGreaterThan(200);
	expect(cases.tried).toBeGreaterThan(30_000);
});
