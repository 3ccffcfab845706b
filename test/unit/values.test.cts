import fc from 'fast-check';

import { closest, nearest } from '../../nodes/ExactOnline/exact/values/closest.js';
import { padCode } from '../../nodes/ExactOnline/exact/values/code.js';
import { isGuid } from '../../nodes/ExactOnline/exact/values/guid.js';
import { accountColumns } from '../../nodes/ExactOnline/records/columns/account.js';

describe('a padded code', () => {
	test.each([
		['10023', 8, '   10023'],
		['           0000011', 18, '           0000011'],
		[' 11 ', 4, '  11'],
		['', 3, '   '],
		['longer than that', 4, 'longer than that'],
		['A B', 5, '  A B'],
	])('%j in %d places is %j', (code, width, expected) => {
		expect(padCode(code, width)).toBe(expected);
	});

	test('stays the same code, and is padded once only', () => {
		fc.assert(
			fc.property(fc.string(), fc.integer({ min: 0, max: 30 }), (code, width) => {
				const padded = padCode(code, width);
				expect(padded.trim()).toBe(code.trim());
				expect(padded.length).toBe(Math.max(width, code.trim().length));
				expect(padCode(padded, width)).toBe(padded);
			}),
		);
	});
});

describe('a GUID', () => {
	test.each([
		'4f68481a-7b2a-4f2e-9c1b-5d3c0a1e8f77',
		'4F68481A-7B2A-4F2E-9C1B-5D3C0A1E8F77',
		'00000000-0000-0000-0000-000000000000',
	])('is %s', (text) => expect(isGuid(text)).toBe(true));

	test.each([
		'',
		'10023',
		'{4f68481a-7b2a-4f2e-9c1b-5d3c0a1e8f77}',
		'4f68481a7b2a4f2e9c1b5d3c0a1e8f77',
		'4f68481a-7b2a-4f2e-9c1b-5d3c0a1e8f7',
		'4f68481a-7b2a-4f2e-9c1b-5d3c0a1e8f770',
		'4f68481g-7b2a-4f2e-9c1b-5d3c0a1e8f77',
		"4f68481a-7b2a-4f2e-9c1b-5d3c0a1e8f77'",
		'4f68481a-7b2a-4f2e-9c1b-5d3c0a1e8f77\n',
		' 4f68481a-7b2a-4f2e-9c1b-5d3c0a1e8f77',
	])('is not %j', (text) => expect(isGuid(text)).toBe(false));

	test('is every UUID', () => {
		fc.assert(fc.property(fc.uuid(), (id) => isGuid(id)));
	});
});

describe('the closest word', () => {
	const columns = Object.keys(accountColumns);

	test.each([
		['Nmae', 'Name'],
		['name', 'Name'],
		['VatNumber', 'VATNumber'],
		['Emails', 'Email'],
		['Postcodes', 'Postcode'],
		['IsSuplier', 'IsSupplier'],
		['Modifed', 'Modified'],
		['Adressline1', 'AddressLine1'],
	])('to %s is %s', (word, expected) => expect(closest(word, columns)).toBe(expected));

	test.each(['Turnover', 'xyz', '', '漢漢漢', 'N'.repeat(50_000)])('to %.20s is none', (word) =>
		expect(closest(word, columns)).toBeUndefined(),
	);

	test('to a word of the list is that word, in any case of letters', () => {
		fc.assert(
			fc.property(fc.constantFrom(...columns), fc.boolean(), (word, upper) => {
				expect(closest(upper ? word.toUpperCase() : word.toLowerCase(), columns)).toBe(word);
			}),
		);
	});

	test.each([
		['4110', ['9110', '4000', '4100'], ['4100', '9110']],
		['44', ['0', '4', '14', '8'], ['4', '14']],
		['VERKO', ['ALG', 'verk', 'VERKOOP'], ['verk']],
		['4110', ['8020'], []],
	])('to %s of %j are %j, those that begin alike first', (word, known, expected) =>
		expect(nearest(word, known)).toEqual(expected),
	);

	test('is never further away than a third of the letters, and one more', () => {
		const word = fc.string({ unit: fc.constantFrom('a', 'b', 'C'), maxLength: 12 });
		fc.assert(
			fc.property(word, word, (given, known) => {
				const found = closest(given, [known]);
				const allowed = Math.floor(given.length / 3) + 1;
				expect(found !== undefined).toBe(changes(given, known) <= allowed);
			}),
			{ numRuns: 2000 },
		);
	});
});

/** Levenshtein distance by its definition. */
function changes(from: string, to: string, known = new Map<string, number>()): number {
	if (from === '' || to === '') return from.length + to.length;
	const key = `${from} ${to}`;
	if (!known.has(key)) {
		const [a, b] = [from.slice(1), to.slice(1)];
		const same = from.charAt(0).toLowerCase() === to.charAt(0).toLowerCase();
		const ways = [changes(a, to, known) + 1, changes(from, b, known) + 1];
		known.set(key, Math.min(...ways, changes(a, b, known) + (same ? 0 : 1)));
	}
	return known.get(key) ?? NaN;
}
