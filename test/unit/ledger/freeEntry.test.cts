import fc from 'fast-check';

import {
	balanceFinding,
	lineDifferences,
	sideOf,
	sidesOf,
	type BookedLine,
} from '../../../nodes/ExactOnline/ledger/freeEntry.js';

const seeded = { seed: 20260310 };
const amounts = fc.array(fc.integer({ min: -1e9, max: 1e9 }));
const lines = fc.array(
	fc.record({
		account: fc.constantFrom('1', '2', '3'),
		amount: fc.option(fc.integer({ min: -3, max: 3 }), { nil: undefined }),
	}),
	{ maxLength: 8 },
);

describe('sideOf', () => {
	it.each<[number, number, object]>([
		[100, 0, { amount: 100 }],
		[0, 100, { amount: -100 }],
		[0, 0, { code: 'LINE_AMOUNT', what: 'has neither debit nor credit' }],
		[1, 1, { code: 'LINE_AMOUNT', what: 'has both debit and credit' }],
		[-1, 0, { code: 'LINE_AMOUNT', what: 'has a negative amount' }],
		[0, -1, { code: 'LINE_AMOUNT', what: 'has a negative amount' }],
		[1, -1, { code: 'LINE_AMOUNT', what: 'has a negative amount' }],
	])('of debit %d and credit %d', (debit, credit, expected) => {
		expect(sideOf(debit, credit, ['Line 1'])).toMatchObject(expected);
	});
});

describe('sidesOf', () => {
	it('keeps both sides positive, and their difference is the sum', () => {
		fc.assert(
			fc.property(amounts, (given) => {
				const { debit, credit } = sidesOf(given);
				expect(debit).toBeGreaterThanOrEqual(0);
				expect(credit).toBeGreaterThanOrEqual(0);
				expect(Object.is(credit, -0)).toBe(false);
				expect(debit - credit).toBe(given.reduce((sum, one) => sum + one, 0) + 0);
			}),
			seeded,
		);
	});
});

describe('balanceFinding', () => {
	it.each<[number, number, number, string | undefined]>([
		[100_00, 100_00, 0, undefined],
		[100_00, 99_99, 1, undefined],
		[100_00, 99_98, 1, 'do not balance: debit 100.00, credit 99.98 (difference 0.02)'],
		[99_99, 100_00, 0, 'do not balance: debit 99.99, credit 100.00 (difference 0.01)'],
	])('of debit %d, credit %d, tolerance %d', (debit, credit, tolerance, what) => {
		const finding = balanceFinding({ debit, credit, tolerance }, 2, ['Lines']);
		expect(finding?.what).toBe(what);
		expect(finding?.code).toBe(what === undefined ? undefined : 'BALANCE');
	});

	it('counts in the decimals of the currency', () => {
		const finding = balanceFinding({ debit: 1500, credit: 1499, tolerance: 0 }, 0, []);
		expect(finding?.what).toBe('do not balance: debit 1500, credit 1499 (difference 1)');
	});
});

describe('lineDifferences', () => {
	const line = (account: string, amount?: number): BookedLine => ({ account, amount });

	it('lets each line stand for one only', () => {
		const { missing, besides } = lineDifferences(
			[line('1', 5), line('1', 5), line('2', -10)],
			[line('2', -10), line('1', 5)],
		);
		expect(missing).toEqual([line('1', 5)]);
		expect(besides).toEqual([]);
	});

	it('gives lines with a known amount the first choice', () => {
		const found = lineDifferences([line('1'), line('1', 5)], [line('1', 5), line('1', 7)]);
		expect(found).toEqual({ missing: [], besides: [] });
	});

	it.each([
		['amount', line('1', -5)],
		['account', line('2', 5)],
	])('tells another %s', (_, standing) => {
		const { missing, besides } = lineDifferences([line('1', 5)], [standing]);
		expect([missing, besides]).toEqual([[line('1', 5)], [standing]]);
	});

	it('finds every line of the same entry, in whatever order', () => {
		fc.assert(
			fc.property(lines, (asked) => {
				const standing = asked.map(({ account, amount = 9 }) => ({ account, amount }));
				expect(lineDifferences(asked, [...standing].reverse())).toEqual({
					missing: [],
					besides: [],
				});
			}),
			seeded,
		);
	});

	it('never makes up a line: what is missing was asked for, what is besides stands', () => {
		fc.assert(
			fc.property(lines, lines, (asked, standing) => {
				const { missing, besides } = lineDifferences(asked, standing);
				expect(asked).toEqual(expect.arrayContaining(missing));
				expect(standing).toEqual(expect.arrayContaining(besides));
				expect(asked.length - missing.length).toBe(standing.length - besides.length);
			}),
			seeded,
		);
	});
});
