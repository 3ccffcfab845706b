import fc from 'fast-check';

import { all, equals, filterText } from '../../nodes/ExactOnline/exact/odata/filter.js';
import { fieldsOf, rawFilterFault } from '../../nodes/ExactOnline/exact/odata/rawFilter.js';
import { client } from '../../nodes/ExactOnline/records/account.js';
import { depths, hostileText, readFilter } from './hostileText.cjs';

const columns = Object.keys(client.record.columns);
const fault = (filter: string) => rawFilterFault(filter, columns);

const accepted = [
	"City eq 'Gent' and Country eq 'BE'",
	"City eq 's-Gravenhage'",
	"City eq '''s-Hertogenbosch'",
	"(City eq 'Gent' or City eq 'Brugge') and not (Blocked eq true)",
	"substringof('a)b(c',Name) eq true",
	"Parent eq guid'4f68481a-7b2a-4f2e-9c1b-5d3c0a1e8f77' or Parent eq null",
	"Modified gt datetime'2026-01-31T00:00:00' and DiscountSales ge -0.05",
	"City eq 'Gent'\r\n\tand Country eq 'BE'",
	"trim(Code) eq '400'",
	"Name eq 'and or Nmae &#%+'",
	"tolower ( City ) eq 'gent'",
	'  ',
];

const refused: Array<[string, string]> = [
	["x' or Name ne 'x", "there is no field 'x'"],
	["Name eq 'x') or (Name ne 'x'", 'a bracket is closed that was never opened'],
	["Name eq 'x') or (Name ne 'x", 'a bracket is closed that was never opened'],
	["(Name eq 'x'", 'a bracket is not closed'],
	["substringof('x',Name eq true", 'a bracket is not closed'],
	["Name eq 'x", 'a text is not closed'],
	["Name eq 'O'Neill'", "there is no field 'Neill'"],
	['Name eq "x"', 'a text is not closed'],
	['Name eq ’x’', "'’' does not belong in a filter"],
	["Name eq 'x' & Name ne 'y'", "'&' does not belong in a filter"],
	["Name eq 'x'&$top=1", "'&' does not belong in a filter"],
	["Name eq 'x' # rest", "'#' does not belong in a filter"],
	["Name eq 'x'; Name ne 'y'", "';' does not belong in a filter"],
	['Name = 1', "'=' does not belong in a filter"],
	["Nmae eq 'x'", "there is no field 'Nmae'; did you mean 'Name'?"],
	["VatNumber eq 'x'", "there is no field 'VatNumber'; did you mean 'VATNumber'?"],
	["Account/Name eq 'x'", "there is no field 'Account/Name'"],
	["Name Eq 'x'", "there is no field 'Eq'"],
	["Name eq 'x' AND City eq 'y'", "there is no field 'AND'"],
	["City eq\u00a0'Gent'", 'a special blank does not belong in a filter'],
	["City eq 'Gent'\u2028and Country eq 'BE'", 'a special blank does not belong in a filter'],
	["City eq 'Gent'\u0000", 'does not belong in a filter'],
	['City eq Gent', "there is no field 'Gent'"],
];

describe("a filter in Exact's own words", () => {
	test.each(accepted)('may be %j', (filter) => {
		expect(fault(filter)).toBeUndefined();
	});

	test.each(refused)('%j is refused: %s', (filter, expected) => {
		expect(fault(filter)).toContain(expected);
	});

	test('names its columns: neither words of OData, nor functions, nor what stands in texts', () => {
		const filter = "not (substringof('City',Name) eq true) and Parent eq guid'0' or Code eq null";
		expect(fieldsOf(filter)).toEqual(['Name', 'Parent', 'Code']);
	});

	test('is judged quickly, however long it is', () => {
		const start = performance.now();
		for (const piece of ["'", "''", '(', 'N', 'Nmae ', "guid'", ' ', '\u00a0']) {
			fault(piece.repeat(20_000));
		}
		expect(performance.now() - start).toBeLessThan(2000);
	});
});

/** Pieces of filters in any order, with hostile texts between. */
const attempt = fc
	.array(
		fc.oneof(
			fc.constantFrom('Name', ' eq ', "'x'", '(', ')', ' or ', ' and ', 'not ', ',', '1', 'null'),
			fc.constantFrom('substringof(', 'City', 'Nmae', "'", "''", 'true', "guid'", 'ne', ' '),
			hostileText,
		),
		{ maxLength: 12 },
	)
	.map((parts) => parts.join(''));

test('nothing that passes can leave the brackets that are put around it', () => {
	let passed = 0;
	fc.assert(
		fc.property(attempt, (raw) => {
			if (raw.trim() === '' || fault(raw) !== undefined) return;
			passed++;
			const filter = filterText(all(equals('Status', 'C'), { raw }), client.record);
			const { outside, closed } = readFilter(filter);
			expect(closed).toBe(true);
			const inside = depths(outside.slice(outside.indexOf('and (') + 4));
			expect(inside.slice(0, -2).every((depth) => depth >= 1)).toBe(true);
			expect(inside.slice(-2)).toEqual([0, -1]);
		}),
		{ numRuns: 8000 },
	);
	expect(passed).toBeGreaterThan(100);
});

const value = fc.oneof(
	hostileText.map((text) => `'${text.replaceAll("'", "''")}'`),
	fc.uuid().map((id) => `guid'${id}'`),
	fc.integer().map(String),
	fc.constantFrom('null', 'true', 'false', "datetime'2026-01-01T00:00:00'", '12L', '-0.5'),
);
const comparison = fc
	.tuple(
		fc.constantFrom(...columns),
		fc.constantFrom('eq', 'ne', 'gt', 'ge', 'lt', 'le'),
		value,
		fc.constantFrom('', 'trim', 'tolower'),
	)
	.map(([column, operator, operand, by]) =>
		by === '' ? `${column} ${operator} ${operand}` : `${by}(${column}) ${operator} ${operand}`,
	);
const proper = fc
	.array(fc.tuple(fc.constantFrom(' and ', ' or ', ' and not '), fc.boolean(), comparison), {
		minLength: 1,
		maxLength: 5,
	})
	.map((parts) =>
		parts
			.map(([word, wrapped, one], at) => `${at === 0 ? '' : word}${wrapped ? `(${one})` : one}`)
			.join(''),
	);

test('a proper filter is never refused, whatever its texts hold', () => {
	fc.assert(
		fc.property(proper, (filter) => {
			expect([filter, fault(filter)]).toEqual([filter, undefined]);
		}),
		{ numRuns: 3000 },
	);
});
