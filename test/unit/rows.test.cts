import {
	amountField,
	collection,
	fileField,
	jsonRows,
	percentField,
	rows,
	textField,
} from '../../nodes/ExactOnline/kit/fields/index.js';
import { read, refusal } from './fieldReading.cjs';

const amount = amountField({ label: 'Amount' });

describe('an amount', () => {
	test.each([
		[100, 100],
		['100', 100],
		['1234.56', 1234.56],
		['-0.5', -0.5],
		['.5', 0.5],
		['12.', 12],
		[0, 0],
		['', undefined],
		[undefined, undefined],
		[null, undefined],
	])('%j is read as %j', (value, expected) => {
		expect(read(amount, value)).toBe(expected);
	});

	// A comma may divide thousands or decimals: it must never be booked as the wrong one.
	test.each(['1.234,56', '1,234.56', '1 000', '€ 5', 'abc', '1e999', 'NaN', '0x10', true, {}])(
		'%j is refused by name',
		(value) => {
			const { message, context } = refusal(amount, value);
			expect(message).toMatch(/^'Amount' is not a number/);
			expect(context).toMatchObject({ code: 'PARAM_FORMAT' });
		},
	);

	test.each([
		[percentField({ label: 'Share' }), 101, 'from 0 to 100'],
		[percentField({ label: 'Share' }), -1, 'from 0 to 100'],
		[amountField({ label: 'Rate' }, { min: 0 }), -1, 'of at least 0'],
		[amountField({ label: 'Rate' }, { max: 5 }), 6, 'of at most 5'],
	])('outside of its range is refused', (field, value, range) => {
		const error = refusal(field, value);
		expect(error.context).toMatchObject({ code: 'PARAM_RANGE' });
		expect(error.description).toBe(`Enter a number ${range}.`);
	});

	test('starts with 0 on the panel, but is nothing in a collection that it was not added to', () => {
		expect(amount.property.default).toBe(0);
		const more = collection({ label: 'More', section: 'more', add: 'Add Field' }, { amount });
		expect(read(more, {})).toEqual({ amount: undefined });
		expect(read(more, { amount: 0 })).toEqual({ amount: 0 });
	});
});

describe('rows', () => {
	const fields = { name: textField({ label: 'Name' }), amount };
	const words = { label: 'Lines', row: 'Line', add: 'Add Line' };
	const editor = rows(words, fields);
	const json = jsonRows(words, fields);
	const two = [{ name: 'a', amount: 1 }, { amount: '2.5' }];
	const read2 = [
		{ name: 'a', amount: 1 },
		{ name: undefined, amount: 2.5 },
	];

	test.each([
		['what the editor stores', { row: two }],
		['a list', two],
		['JSON text', JSON.stringify(two)],
		['JSON text of what the editor stores', JSON.stringify({ row: two })],
	])('are read from %s', (_, value) => {
		expect(read(editor, value)).toEqual(read2);
		expect(read(json, value)).toEqual(read2);
	});

	test.each([[{}], [''], [undefined], [null], [[]]])('%j holds none', (value) => {
		expect(read(editor, value)).toEqual([]);
	});

	test.each([
		['{"row": ', 'is not valid JSON'],
		['"text"', 'is not a list'],
		[5, 'is not a list'],
		[{ rows: [] }, 'is not a list'],
	])('%j is refused', (value, says) => {
		const { message, context } = refusal(json, value);
		expect(message).toContain(`'Lines' ${says}`);
		expect(context).toMatchObject({ code: 'PARAM_FORMAT' });
	});

	test('a wrong value names its line and its field', () => {
		const { message } = refusal(editor, { row: [{ amount: 1 }, { amount: '1,5' }] });
		expect(message).toMatch(/^'Lines > Line 2 > Amount' is not a number/);
	});

	test('a name that is not known is refused, and the one that was meant is said', () => {
		const error = refusal(json, [{ ammount: 1 }]);
		expect(error.message).toBe(`'Lines > Line 1' contains "ammount"`);
		expect(error.description).toBe('Did you mean amount? Possible are name, amount.');
	});

	test.each([['text'], [null], [[1]]])('a line that is %j is refused', (line) => {
		expect(refusal(json, [line]).message).toMatch(/^'Lines > Line 1' is /);
	});

	test('stand on the panel as rows that are added and moved', () => {
		expect(editor.property).toMatchObject({
			type: 'fixedCollection',
			placeholder: 'Add Line',
			default: {},
			typeOptions: { multipleValues: true, sortable: true },
			options: [
				{ displayName: 'Line', name: 'row', values: [{ name: 'name' }, { name: 'amount' }] },
			],
		});
		expect(json.property.type).toBe('json');
	});
});

test('a file that the item does not carry is refused by name', () => {
	const file = fileField({ label: 'File' });
	expect(read(file, '')).toBeUndefined();
	const error = refusal(file, 'data');
	expect(error.message).toBe(`'File' is "data", but the item has no file under this name`);
	expect(error.context).toMatchObject({ code: 'FILE' });
});
