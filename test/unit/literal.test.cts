import fc from 'fast-check';

import { literal, type FilterValue } from '../../nodes/ExactOnline/exact/odata/literal.js';
import type { EdmType } from '../../nodes/ExactOnline/exact/source.js';
import { hostileText, readFilter } from './hostileText.cjs';

const GUID = '4f68481a-7b2a-4f2e-9c1b-5d3c0a1e8f77';

const written: Array<[EdmType, FilterValue, string]> = [
	['String', 'Gent', "'Gent'"],
	['String', "'s-Hertogenbosch", "'''s-Hertogenbosch'"],
	['String', '', "''"],
	['String', 42, "'42'"],
	['String', null, 'null'],
	['Guid', GUID, `guid'${GUID}'`],
	['Guid', ` ${GUID.toUpperCase()} `, `guid'${GUID}'`],
	['Guid', null, 'null'],
	['DateTime', '2026-06-25', "datetime'2026-06-25T00:00:00'"],
	['DateTime', '2026-06-25T16:30:59', "datetime'2026-06-25T16:30:59'"],
	['DateTime', '2026-06-25T16:30:59.2', "datetime'2026-06-25T16:30:59.2'"],
	['DateTime', '2028-02-29', "datetime'2028-02-29T00:00:00'"],
	[
		'DateTime',
		new Date(Date.UTC(2026, 5, 25, 16, 30, 59, 220)),
		"datetime'2026-06-25T16:30:59.220'",
	],
	['Boolean', true, 'true'],
	['Boolean', false, 'false'],
	// OData 2 writes Edm.Int64 with an L: `Timestamp gt 123L`.
	['Int64', '9223372036854775807', '9223372036854775807L'],
	['Int64', -5, '-5L'],
	['Int32', 20, '20'],
	['Int32', ' 20 ', '20'],
	['Int16', '0', '0'],
	['Byte', 1, '1'],
	['Double', 0.1, '0.1'],
	['Double', '-12.50', '-12.50'],
	['Double', 1e21, '1e+21'],
];

const refused: Array<[EdmType, FilterValue]> = [
	['Guid', ''],
	['Guid', 'x'],
	['Guid', `{${GUID}}`],
	['Guid', `${GUID}' or true eq true or ID eq guid'${GUID}`],
	['DateTime', ''],
	['DateTime', 'today'],
	['DateTime', '2026-06-25T00:00:00Z'],
	['DateTime', '2026-06-25T10:00'],
	['DateTime', '2026-02-31'],
	['DateTime', '2026-13-01'],
	['DateTime', Date.UTC(2026, 0, 1)],
	['DateTime', "2026-06-25' or '1' eq '1"],
	['Boolean', 'true'],
	['Boolean', 1],
	['Boolean', 'true or true'],
	['Int32', '1 or 1 eq 1'],
	['Int32', 1.5],
	['Int32', ''],
	['Int32', NaN],
	['Int64', '1L'],
	['Int64', 1e21],
	['Double', ''],
	['Double', 'Infinity'],
	['Double', NaN],
	['Double', '0x10'],
	['Double', true],
	['Double', new Date(0)],
	['Double', '1,5'],
	['Binary', 'x'],
	['Collection', 'x'],
];

const types: EdmType[] = [
	'Guid',
	'DateTime',
	'Boolean',
	'Int64',
	'Int32',
	'Int16',
	'Byte',
	'Double',
];

describe('an OData literal', () => {
	test.each(written)('%s %p is written %s', (type, value, expected) => {
		expect(literal(type, value)).toBe(expected);
	});

	test.each(refused)('%s refuses %p', (type, value) => {
		expect(() => literal(type, value)).toThrow(TypeError);
	});

	test('of a text is one text, and the same one, whatever is in it', () => {
		fc.assert(
			fc.property(hostileText, (text) => {
				const read = readFilter(literal('String', text));
				expect(read).toEqual({ outside: '§', texts: [text], closed: true });
			}),
			{ numRuns: 3000 },
		);
	});

	test('of any other type raises, or is a single literal without a blank, bracket or second text', () => {
		fc.assert(
			fc.property(fc.constantFrom(...types), hostileText, (type, text) => {
				let result: string;
				try {
					result = literal(type, text);
				} catch (error) {
					expect(error).toBeInstanceOf(TypeError);
					return;
				}
				expect(readFilter(result).outside).toMatch(/^(?:(?:guid|datetime)§|-?\d[\d.eE+-]*L?)$/);
			}),
			{ numRuns: 3000 },
		);
	});

	test('of a number is the same number', () => {
		const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
		fc.assert(
			fc.property(finite, (number) => {
				expect(Number(literal('Double', number))).toBe(number === 0 ? 0 : number);
			}),
		);
		fc.assert(
			fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (number) => {
				expect(literal('Int64', String(number))).toBe(`${number}L`);
			}),
		);
	});
});
