import fc from 'fast-check';

import {
	addUp,
	format,
	fromMinor,
	hasTooManyDecimals,
	toMinor,
} from '../../../nodes/ExactOnline/ledger/money.js';

const decimals = fc.integer({ min: 0, max: 6 });

/** Up to here a double tells every minor unit from the next. */
const minorUnits = fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 });

describe('minor units', () => {
	test.each([
		[120.99, 2, 12099],
		[-120.99, 2, -12099],
		[0, 2, 0],
		[1234, 0, 1234],
		// Binary arithmetic would make 100 of the first two, and 4.35 * 100 is 434.99999999999994.
		[1.005, 2, 101],
		[-1.005, 2, -101],
		[4.35, 2, 435],
		[8.345, 2, 835],
		[1.0049, 2, 100],
		[0.5, 0, 1],
		[-0.5, 0, -1],
		[2.5, 0, 3],
		[0.004, 2, 0],
		[1e-7, 2, 0],
		[1.5e-7, 7, 2],
		[1e21, 2, 1e23],
		[123456789012.345, 2, 12345678901235],
		[12345678901234.56, 2, 1234567890123456],
	])('of %d with %d decimals are %d', (amount, places, minor) => {
		expect(toMinor(amount, places)).toBe(minor);
	});

	test.each([
		[0.1 + 0.2, 30],
		[1.005 * 3, 302],
		[1.1 * 1.1, 121],
		[0.615 * 1, 62],
		[(19.99 * 3 * 21) / 100, 1259],
	])('of %d, the outcome of an expression, are %d', (amount, minor) => {
		expect(toMinor(amount, 2)).toBe(minor);
	});

	test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
		'of %d are no number, and nothing is thrown',
		(amount) => {
			expect(toMinor(amount, 2)).toBeNaN();
			expect(fromMinor(amount, 2)).toBe(amount);
			expect(hasTooManyDecimals(amount, 2)).toBe(true);
		},
	);

	test('come back from an amount as they were', () => {
		fc.assert(
			fc.property(minorUnits, decimals, (minor, places) => {
				expect(toMinor(fromMinor(minor, places), places)).toBe(minor);
			}),
		);
	});

	test('are those of the decimal text that was typed', () => {
		const digits = fc.integer({ min: 0, max: 9_999_999 });
		const thousandths = fc.integer({ min: 0, max: 999 });
		fc.assert(
			fc.property(digits, thousandths, fc.constantFrom(1, -1), (whole, fraction, sign) => {
				const typed = sign * Number(`${whole}.${String(fraction).padStart(3, '0')}`);
				const size = whole * 100 + Math.floor((fraction + 5) / 10);
				expect(toMinor(typed, 2)).toBe(size === 0 ? 0 : sign * size);
			}),
		);
	});

	test('are never minus zero', () => {
		expect(Object.is(toMinor(-0.001, 2), 0)).toBe(true);
		expect(Object.is(toMinor(-0, 2), 0)).toBe(true);
	});
});

describe('an amount', () => {
	test.each([
		[123450, 2, '1234.50'],
		[-123450, 2, '-1234.50'],
		[5, 2, '0.05'],
		[-5, 2, '-0.05'],
		[0, 2, '0.00'],
		[1500, 0, '1500'],
		[-7, 0, '-7'],
		[12345, 3, '12.345'],
		[999999999999999, 2, '9999999999999.99'],
	])('of %d minor units with %d decimals is written %s', (minor, places, text) => {
		expect(format(minor, places)).toBe(text);
	});

	test.each([
		[0.125, 2, true],
		[1.005, 2, true],
		[-0.001, 2, true],
		[0.5, 0, true],
		[0.12, 2, false],
		[100, 0, false],
		[1e21, 2, false],
		[-4.35, 2, false],
		[0, 2, false],
		[0.1 + 0.2, 2, false],
		[3 * 1.1, 2, false],
	])('of %d has too many decimals for %d: %j', (amount, places, expected) => {
		expect(hasTooManyDecimals(amount, places)).toBe(expected);
	});

	test('never has too many decimals once it is in minor units', () => {
		fc.assert(
			fc.property(minorUnits, decimals, (minor, places) => {
				expect(hasTooManyDecimals(fromMinor(minor, places), places)).toBe(false);
			}),
		);
	});
});

describe('adding up', () => {
	test.each([
		[[0.1, 0.2], 2, 0.3],
		[[1.005, 1.005], 2, 2.02],
		[[100, -100], 2, 0],
		[[], 2, 0],
		[[10.4, 10.4], 0, 20],
	])('%j with %d decimals gives %d', (amounts, places, sum) => {
		expect(addUp(amounts, places)).toBe(sum);
	});

	test('does not depend on the order', () => {
		const cents = fc.array(fc.integer({ min: -9_999_999, max: 9_999_999 }));
		fc.assert(
			fc.property(cents, (all) => {
				const amounts = all.map((minor) => fromMinor(minor, 2));
				const exact = all.reduce((sum, minor) => sum + minor, 0);
				expect(addUp(amounts, 2)).toBe(fromMinor(exact, 2));
				expect(addUp([...amounts].reverse(), 2)).toBe(fromMinor(exact, 2));
			}),
		);
	});
});
