import { lookUps } from '../../nodes/ExactOnline/kit/lookups/index.js';
import { divisionReference, reference } from '../../nodes/ExactOnline/kit/reference.js';
import { read, refusal } from './fieldReading.cjs';

const ID = '4f68481a-7b2a-4f2e-9c1b-5d3c0a1e8f77';
const client = reference(lookUps.client);
const division = divisionReference(lookUps.division);
const by = (mode: string, value: unknown) => ({ __rl: true, mode, value });

describe('a reference', () => {
	test.each<[string, unknown, object]>([
		['the list', by('list', ID), { id: ID }],
		['an ID', by('id', ID.toUpperCase()), { id: ID }],
		['an ID with blanks', by('id', ` ${ID} `), { id: ID }],
		['a code', by('code', ' 10023 '), { code: '10023' }],
		['a code that is a number', by('code', 10023), { code: '10023' }],
		['a code of 18 letters', by('code', 'x'.repeat(18)), { code: 'x'.repeat(18) }],
		['an ID where a code is expected', by('code', ID), { id: ID }],
		['a bare code (expression, AI agent)', '10023', { code: '10023' }],
		['a bare number', 10023, { code: '10023' }],
		['a bare ID', ID, { id: ID }],
		['a locator without mode', { value: '10023' }, { code: '10023' }],
	])('by %s', (_, value, expected) => expect(read(client, value)).toEqual(expected));

	test.each<[string, unknown, string, string, string]>([
		['nothing', by('list', ''), 'PARAM_REQUIRED', 'is empty', 'Choose a client'],
		['nothing at all', undefined, 'PARAM_REQUIRED', 'is empty', 'Choose a client'],
		[
			'an expression without value',
			by('code', undefined),
			'PARAM_REQUIRED',
			'is empty',
			'Choose a client',
		],
		['a code as ID', by('id', '10023'), 'ID_FORMAT', '"10023"', "switch the field to 'By Code'"],
		[
			'a code in the list',
			by('list', '10023'),
			'ID_FORMAT',
			'"10023"',
			"switch the field to 'By Code'",
		],
		[
			'an ID cut off',
			by('id', ID.slice(1)),
			'ID_FORMAT',
			ID.slice(1),
			'Expected the ID of a client',
		],
		[
			'a code that is too long',
			by('code', 'x'.repeat(19)),
			'PARAM_FORMAT',
			'xxx',
			'at most 18 characters',
		],
	])('refuses %s', (_, value, code, what, expected) => {
		const error = refusal(client, value);
		expect(error.context.code).toBe(code);
		expect(error.message).toMatch(/^'Client' /);
		expect(error.message).toContain(what);
		expect(error.description).toContain(expected);
	});
});

describe('a division', () => {
	test.each<[unknown, number]>([
		[by('list', '2104587'), 2104587],
		[by('id', 2104587), 2104587],
		[' 2104587 ', 2104587],
		[2104587, 2104587],
		[by('id', 1), 1],
	])('%j is %d', (value, expected) => expect(read(division, value)).toBe(expected));

	// The company that was opened last is never meant by an empty field.
	test.each<[unknown, string]>([
		[by('list', ''), 'PARAM_REQUIRED'],
		[undefined, 'PARAM_REQUIRED'],
		[null, 'PARAM_REQUIRED'],
		[by('id', '0'), 'ID_FORMAT'],
		[by('id', '0123'), 'ID_FORMAT'],
		[by('id', '-1'), 'ID_FORMAT'],
		[by('id', '1.5'), 'ID_FORMAT'],
		[by('id', '1e6'), 'ID_FORMAT'],
		[by('id', '12345678901'), 'ID_FORMAT'],
		[by('id', 'current'), 'ID_FORMAT'],
		[by('id', '2104587/crm'), 'ID_FORMAT'],
		[by('id', '../oauth2'), 'ID_FORMAT'],
		[by('id', ID), 'ID_FORMAT'],
		[[2104587], 'ID_FORMAT'],
		[true, 'ID_FORMAT'],
	])('%j is refused (%s)', (value, code) => {
		const error = refusal(division, value);
		expect(error.context.code).toBe(code);
		expect(error.message).toMatch(/^'Division' /);
		expect(error.description).toMatch(/Choose the company|Division > Get Many/);
	});
});
