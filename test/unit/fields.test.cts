import fc from 'fast-check';

import { plainText, quoted, type Field } from '../../nodes/ExactOnline/kit/field.js';
import {
	choice,
	choices,
	collection,
	dayField,
	jsonObject,
	momentField,
	requiredText,
	switchField,
	textField,
	wholeNumber,
} from '../../nodes/ExactOnline/kit/fields/index.js';
import { limitOf, pagingFields } from '../../nodes/ExactOnline/kit/paging.js';
import { read, refusal } from './fieldReading.cjs';

const words = { label: 'My Field' };
const colours = [
	{ name: 'Blue', value: 'blue' },
	{ name: 'Red', value: 'red' },
] as const;

const text = textField(words);
const required = requiredText(words);
const flag = switchField({ ...words, hint: 'Whether to' });
const colour = choice(words, colours, 'red');
const several = choices(words, colours);
const number = wholeNumber(words, { min: 1, max: 100, initial: 50 });
const atLeast = wholeNumber(words, { min: 1, initial: 50 });
const day = dayField(words);
const moment = momentField(words);
const json = jsonObject(words);
const filters = collection(
	{ label: 'Filters', section: 'filters', add: 'Add Filter' },
	{ name: textField({ label: 'Name' }), flag, since: dayField({ label: 'Since' }), several },
);

/** As luxon's DateTime: an object that writes itself as a text. */
class Written {
	constructor(private readonly as: string | null) {}
	toJSON(): string | null {
		return this.as;
	}
}
const invalidDate = new Date(NaN);

const readings: Array<[string, Field<unknown>, unknown, unknown]> = [
	['text', text, ' Jansen ', 'Jansen'],
	['text', text, '', undefined],
	['text', text, '   ', undefined],
	['text', text, null, undefined],
	['text', text, undefined, undefined],
	['text', text, 0, '0'],
	['text', text, 10023, '10023'],
	['text', text, false, 'false'],
	['text', text, 10n, '10'],
	['required text', required, 'x', 'x'],
	['required text', required, 0, '0'],
	['switch', flag, true, true],
	['switch', flag, false, false],
	['switch', flag, 'true', true],
	['switch', flag, 'false', false],
	['switch', flag, '', false],
	['switch', flag, undefined, false],
	['switch', flag, null, false],
	['choice', colour, 'blue', 'blue'],
	['choices', several, ['blue', 'red'], ['blue', 'red']],
	['choices', several, 'blue, red', ['blue', 'red']],
	['choices', several, '', []],
	['choices', several, [], []],
	['choices', several, null, []],
	['number', number, 50, 50],
	['number', number, '50', 50],
	['number', number, ' 1 ', 1],
	['number', number, 100, 100],
	['number', atLeast, 1_000_000, 1_000_000],
	['day', day, '2026-06-25', '2026-06-25'],
	['day', day, '', undefined],
	['day', day, null, undefined],
	['day', day, new Date('2026-06-25T00:00:00Z'), '2026-06-25'],
	['day', day, new Date('2026-06-24T22:00:00Z'), '2026-06-25'],
	['day', day, new Written('2026-06-25T00:30:00.000+02:00'), '2026-06-25'],
	['moment', moment, '2026-06-25T14:30', Date.UTC(2026, 5, 25, 12, 30)],
	['moment', moment, new Date(1_000), 1_000],
	['moment', moment, new Written('2026-06-25T00:30:00.000+02:00'), Date.UTC(2026, 5, 24, 22, 30)],
	['moment', moment, undefined, undefined],
	['JSON', json, '{"a": 1}', { a: 1 }],
	['JSON', json, { a: 1 }, { a: 1 }],
	['JSON', json, '', undefined],
	['JSON', json, '{}', undefined],
	['JSON', json, null, undefined],
];

describe('a field of the panel', () => {
	test.each(readings)('reads a %s', (_, field, value, expected) => {
		expect(read(field, value)).toEqual(expected);
	});
});

const refused: Array<[string, Field<unknown>, unknown, string, string, string]> = [
	['required text', required, ' ', 'PARAM_REQUIRED', 'is empty', 'Enter a value'],
	['required text', required, undefined, 'PARAM_REQUIRED', 'is empty', 'Enter a value'],
	['switch', flag, 'yes', 'PARAM_FORMAT', '"yes"', 'true or false'],
	['switch', flag, 1, 'PARAM_FORMAT', '"1"', 'true or false'],
	['switch', flag, 'TRUE', 'PARAM_FORMAT', '"TRUE"', 'true or false'],
	['switch', flag, {}, 'PARAM_FORMAT', '"{}"', 'true or false'],
	['choice', colour, 'green', 'PARAM_FORMAT', '"green"', 'blue, red'],
	['choice', colour, 'Blue', 'PARAM_FORMAT', '"Blue"', 'blue, red'],
	['choice', colour, '', 'PARAM_REQUIRED', 'is empty', 'blue, red'],
	['choice', colour, undefined, 'PARAM_REQUIRED', 'is empty', 'blue, red'],
	['choice', colour, 'constructor', 'PARAM_FORMAT', '"constructor"', 'blue, red'],
	['choices', several, ['blue', 'green'], 'PARAM_FORMAT', '"green"', 'blue, red'],
	['choices', several, 'blue;red', 'PARAM_FORMAT', '"blue;red"', 'blue, red'],
	['choices', several, { blue: true }, 'PARAM_FORMAT', 'blue', 'blue, red'],
	['number', number, 0, 'PARAM_RANGE', '"0"', 'from 1 to 100'],
	['number', number, 101, 'PARAM_RANGE', '"101"', 'from 1 to 100'],
	['number', number, 1.5, 'PARAM_RANGE', '"1.5"', 'from 1 to 100'],
	['number', number, 'ten', 'PARAM_RANGE', '"ten"', 'from 1 to 100'],
	['number', number, '', 'PARAM_RANGE', '""', 'from 1 to 100'],
	['number', number, null, 'PARAM_RANGE', 'null', 'from 1 to 100'],
	['number', number, NaN, 'PARAM_RANGE', '"NaN"', 'from 1 to 100'],
	['number', number, true, 'PARAM_RANGE', '"true"', 'from 1 to 100'],
	['number', atLeast, -1, 'PARAM_RANGE', '"-1"', 'of at least 1'],
	['number', atLeast, Infinity, 'PARAM_RANGE', '"Infinity"', 'of at least 1'],
	['day', day, '31-12-2026', 'PARAM_FORMAT', '"31-12-2026"', '2026-06-25'],
	['day', day, '2026-02-31', 'PARAM_FORMAT', '"2026-02-31"', '2026-06-25'],
	['day', day, 20260625, 'PARAM_FORMAT', '"20260625"', '2026-06-25'],
	['day', day, invalidDate, 'PARAM_FORMAT', 'null', '2026-06-25'],
	['day', day, new Written(null), 'PARAM_FORMAT', 'null', '2026-06-25'],
	['day', day, 10n, 'PARAM_FORMAT', '"10"', '2026-06-25'],
	['day', day, ['2026-06-25'], 'PARAM_FORMAT', '2026-06-25', '2026-06-25'],
	['moment', moment, 'soon', 'PARAM_FORMAT', '"soon"', '2026-06-25T14:30'],
	['JSON', json, '{a: 1}', 'PARAM_FORMAT', '{a: 1}', 'Enter an object'],
	['JSON', json, '[1]', 'PARAM_FORMAT', '[1]', 'Enter an object'],
	['JSON', json, [1], 'PARAM_FORMAT', '[1]', 'Enter an object'],
	['JSON', json, 'null', 'PARAM_FORMAT', 'null', 'Enter an object'],
	['JSON', json, 42, 'PARAM_FORMAT', '42', 'Enter an object'],
	['long value', day, 'x'.repeat(5000), 'PARAM_FORMAT', `"${'x'.repeat(80)}…"`, '2026-06-25'],
];

describe('a field that refuses', () => {
	test.each(refused)(
		'a %s names itself, the value and what is expected',
		(_, field, value, code, what, expected) => {
			const error = refusal(field, value);
			expect(error.context.code).toBe(code);
			expect(error.message).toMatch(/^'My Field' /);
			expect(error.message).toContain(what);
			expect(error.description).toContain(expected);
			// Nothing was sent, so there is no status of an answer.
			expect(error).not.toHaveProperty('httpCode');
		},
	);

	test('is never surprised by a value', () => {
		const anything = fc.oneof(
			fc.anything({ withBigInt: true, withDate: true, withNullPrototype: false }),
			fc.date(),
		);
		const fields: Array<Field<unknown>> = [
			required,
			flag,
			colour,
			several,
			number,
			day,
			moment,
			json,
		];
		fc.assert(
			fc.property(fc.constantFrom(...fields), anything, (field, value) => {
				try {
					read(field, value);
				} catch (error) {
					expect(String(error)).toMatch(/^Node(?:Operation|Api)Error: 'My Field' /);
				}
			}),
			{ numRuns: 2000 },
		);
	});
});

describe('a collection', () => {
	const nothing = { name: undefined, flag: false, since: undefined, several: [] };

	test.each<[unknown, object]>([
		[{}, nothing],
		[null, nothing],
		[undefined, nothing],
		['', nothing],
		[
			{ name: 'x', flag: true },
			{ ...nothing, name: 'x', flag: true },
		],
		[{ name: null, several: null }, nothing],
		[{ since: '2026-06-25' }, { ...nothing, since: '2026-06-25' }],
	])('%j has what was added, and empty fields for the rest', (value, expected) => {
		expect(read(filters, value)).toEqual(expected);
	});

	test('names the field inside that refuses', () => {
		const error = refusal(filters, { since: 'soon' });
		expect(error.message).toBe('\'Filters > Since\' is not a date: "soon"');
	});

	// A filter that is dropped silently reads everything.
	test.each<[unknown, string]>([
		[{ nmae: 'x' }, '\'Filters\' contains "nmae"'],
		['{"name": "x"}', '\'Filters\' is "{"name": "x"}"'],
		[['name'], '\'Filters\' is "["name"]"'],
		[true, '\'Filters\' is "true"'],
	])('%j is refused instead of ignored', (value, message) => {
		const error = refusal(filters, value);
		expect(error.message).toBe(message);
		expect(error.description).toContain('name, flag, since, several');
	});

	test('lists its fields by name', () => {
		const names = (filters.property.options ?? []).map((option) => option.name);
		// By what they are called on the screen: My Field (twice), Name, Since.
		expect(names.slice(2)).toEqual(['name', 'since']);
	});
});

describe('how many', () => {
	test.each([
		[{ returnAll: true, limit: 5 }, undefined],
		[{ returnAll: false, limit: 5 }, 5],
		[{}, undefined],
	])('%j is %p', (inputs, expected) => expect(limitOf(inputs)).toBe(expected));

	test('is 50 until somebody changes it, and asked for only without Return All', () => {
		const { returnAll, limit } = pagingFields;
		expect(returnAll.property.default).toBe(false);
		expect(limit.property).toMatchObject({
			default: 50,
			typeOptions: { minValue: 1 },
			displayOptions: { show: { returnAll: [false] } },
		});
	});
});

describe('a value in a message', () => {
	test.each<[unknown, string]>([
		['x', '"x"'],
		['', '""'],
		[undefined, 'nothing'],
		[null, '"null"'],
		[10n, '"10"'],
		[{ a: [1] }, '"{"a":[1]}"'],
		['x'.repeat(81), `"${'x'.repeat(80)}…"`],
	])('%p is quoted as %s', (value, expected) => expect(quoted(value)).toBe(expected));

	test('is plain text without blanks around it', () => {
		expect(plainText(['a', 1])).toBe('["a",1]');
		expect(plainText({ toJSON: () => 'a "b"' })).toBe('a \\"b\\"');
	});
});
