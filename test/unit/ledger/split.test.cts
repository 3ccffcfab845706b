import fc from 'fast-check';

import { fromMinor, toMinor } from '../../../nodes/ExactOnline/ledger/money.js';
import {
	largestRemainder,
	splitAmount,
	splitQuantity,
	spread,
	type Plan,
	type Share,
} from '../../../nodes/ExactOnline/ledger/split.js';

const share = (plan: Plan, account: string, percentage: number): Share => ({
	plan,
	account,
	percentage,
});

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

describe('the largest remainder', () => {
	test.each([
		[100, [1, 1, 1], [34, 33, 33]],
		[-100, [1, 1, 1], [-34, -33, -33]],
		[101, [1, 1, 1], [34, 34, 33]],
		[10, [6, 3, 1], [6, 3, 1]],
		// 3.5, 3.5: the first of equal remainders is served first.
		[7, [50, 50], [4, 3]],
		// 0.99, 0.99, 0.02: not the first but the largest remainders.
		[2, [1, 49.5, 49.5], [0, 1, 1]],
		[1, [9, 1], [1, 0]],
		[1, [1, 9], [0, 1]],
		[2, [4, 1, 5, 2], [1, 0, 1, 0]],
		[5, [0, 1, 0], [0, 5, 0]],
		[1, [0, 3, 3], [0, 1, 0]],
		[3, [0, 0], [2, 1]],
		// -0.67, -0.67, 3.33, with equal remainders above -1, -1, 3: odd weights, but they add up.
		[2, [-1, -1, 5], [0, -1, 3]],
		[0, [1, 2], [0, 0]],
		[-1, [1, 2], [0, -1]],
		[5, [], []],
		[999_999_999_999_999, [1e12, 1e12], [500_000_000_000_000, 499_999_999_999_999]],
	])('of %d by %j is %j', (total, weights, parts) => {
		expect(largestRemainder(total, weights)).toEqual(parts);
	});

	const total = fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 });
	const weights = fc.array(fc.integer({ min: 0, max: 1e12 }), { minLength: 1, maxLength: 30 });

	test('adds up, and no part is a whole unit away from its due', () => {
		fc.assert(
			fc.property(total, weights, (whole, shares) => {
				const parts = largestRemainder(whole, shares);
				expect(sum(parts)).toBe(whole);
				const all = shares.reduce((added, weight) => added + BigInt(weight), 0n);
				if (all === 0n) return;
				for (const [index, weight] of shares.entries()) {
					const off = BigInt(parts[index] ?? Number.NaN) * all - BigInt(whole) * BigInt(weight);
					expect(off < all && -off < all).toBe(true);
					if (weight === 0) expect(parts[index]).toBe(0);
				}
			}),
		);
	});

	test('cuts a negative total like its opposite', () => {
		fc.assert(
			fc.property(total, weights, (whole, shares) => {
				const opposite = largestRemainder(-whole, shares).map((part) => 0 - part);
				expect(largestRemainder(whole, shares)).toEqual(opposite);
			}),
		);
	});

	test('throws at nothing and always adds up, whatever the weights', () => {
		const odd = fc.array(
			fc.oneof(fc.double({ min: -1000, max: 1000 }), fc.integer({ min: -9, max: 9 })),
			{ minLength: 1, maxLength: 9 },
		);
		fc.assert(
			fc.property(fc.integer({ min: -99_999, max: 99_999 }), odd, (whole, shares) => {
				expect(sum(largestRemainder(whole, shares))).toBe(whole);
			}),
		);
		expect(largestRemainder(Number.NaN, [1, 2])).toEqual([Number.NaN, Number.NaN]);
	});
});

describe('shares', () => {
	test('of several plans make a line for each pair of accounts, in their order', () => {
		const shares = [
			share('project', 'P1', 100),
			share('costCenter', 'A', 60),
			share('costUnit', 'X', 33.33),
			share('costCenter', 'B', 40),
			share('costUnit', 'Y', 66.67),
		];
		expect(spread(shares)).toEqual({
			combinations: [
				{ costCenter: 'A', costUnit: 'X', project: 'P1', weights: 6000 * 3333 * 10_000 },
				{ costCenter: 'A', costUnit: 'Y', project: 'P1', weights: 6000 * 6667 * 10_000 },
				{ costCenter: 'B', costUnit: 'X', project: 'P1', weights: 4000 * 3333 * 10_000 },
				{ costCenter: 'B', costUnit: 'Y', project: 'P1', weights: 4000 * 6667 * 10_000 },
			],
			findings: [],
		});
	});

	test('that nobody gave make one line', () => {
		expect(spread([])).toEqual({ combinations: [{ weights: 1 }], findings: [] });
	});

	test('of 0 % make no line', () => {
		const { combinations, findings } = spread([
			share('costCenter', 'A', 0),
			share('costCenter', 'B', 100),
		]);
		expect(findings).toEqual([]);
		expect(combinations).toEqual([{ costCenter: 'B', weights: 10_000 }]);
	});

	test('may have the same account in two plans', () => {
		const { findings } = spread([share('costCenter', 'A', 100), share('costUnit', 'A', 100)]);
		expect(findings).toEqual([]);
	});

	test('that binary arithmetic made are read as what was meant', () => {
		const parts = [10.1, 20.2, 69.7].map((part, index) => share('costUnit', `${index}`, part));
		parts.push(share('project', 'A', 0.1 + 0.2), share('project', 'B', 99.7));
		expect(spread(parts).findings).toEqual([]);
	});

	test.each([
		[
			[share('costCenter', 'A', 90)],
			'ANALYTIC_SHARE',
			'has shares for cost center that add up to 90.00 %',
		],
		[
			[share('costUnit', 'A', 33.33), share('costUnit', 'B', 66.66)],
			'ANALYTIC_SHARE',
			'has shares for cost unit that add up to 99.99 %',
		],
		[
			[share('project', 'A', 60), share('project', 'B', 60)],
			'ANALYTIC_SHARE',
			'has shares for project that add up to 120.00 %',
		],
		[
			[share('project', 'A', 50), share('project', 'A', 50)],
			'ANALYTIC_DUPLICATE',
			"has project 'A' more than once",
		],
		[
			[share('costUnit', 'A', 101), share('costUnit', 'B', 0)],
			'PARAM_RANGE',
			"has a share of 101 % for cost unit 'A'",
		],
		[[share('costUnit', 'A', Number.NaN)], 'PARAM_RANGE', "has a share of NaN % for cost unit 'A'"],
		[
			[share('costUnit', 'A', 33.333), share('costUnit', 'B', 66.67)],
			'PARAM_FORMAT',
			"has a share of 33.333 % for cost unit 'A'",
		],
	])('%j cannot be booked: %s', (shares, code, what) => {
		const { combinations, findings } = spread(shares, ['Lines', 2]);
		expect(combinations).toEqual([]);
		expect(findings).toEqual([{ code, where: ['Lines', 2], what, expected: expect.any(String) }]);
	});

	test('are refused for every plan and reason at once', () => {
		const { findings } = spread([
			share('costCenter', 'A', 50),
			share('costCenter', 'A', 20),
			share('costUnit', 'X', -5),
			share('costUnit', 'Y', 105),
			share('project', 'P', 100),
		]);
		expect(findings.map(({ code }) => code)).toEqual([
			'ANALYTIC_DUPLICATE',
			'ANALYTIC_SHARE',
			'PARAM_RANGE',
			'PARAM_RANGE',
		]);
	});
});

/** Shares of one plan that add up to 100 %, in hundredths of a percent. */
const planShares = (plan: Plan): fc.Arbitrary<Share[]> =>
	fc
		.array(fc.integer({ min: 1, max: 1000 }), { maxLength: 8 })
		.map((weights) =>
			largestRemainder(10_000, weights).map((part, index) =>
				share(plan, `${plan}${index}`, fromMinor(part, 2)),
			),
		);

const anyShares = fc
	.tuple(planShares('costCenter'), planShares('costUnit'), planShares('project'))
	.map((plans) => plans.flat());

describe('a line', () => {
	test('is cut to the cent by any shares', () => {
		const cents = fc.integer({ min: -9_999_999_999, max: 9_999_999_999 });
		fc.assert(
			fc.property(anyShares, cents, (shares, minor) => {
				const { combinations, findings } = spread(shares);
				expect(findings).toEqual([]);
				expect(sum(splitAmount(minor, combinations))).toBe(minor);
			}),
		);
	});

	test('has weights that are whole, exact, and show each share again', () => {
		fc.assert(
			fc.property(anyShares, (shares) => {
				const { combinations } = spread(shares);
				const plans = new Set(shares.map(({ plan }) => plan));
				expect(sum(combinations.map(({ weights }) => weights))).toBe(10_000 ** plans.size);
				for (const { plan, account, percentage } of shares) {
					const ours = combinations.filter((combination) => combination[plan] === account);
					const weight = toMinor(percentage, 2) * 10_000 ** (plans.size - 1);
					expect(sum(ours.map(({ weights }) => weights))).toBe(weight);
				}
			}),
		);
	});

	test.each([
		[1, [0.333334, 0.333333, 0.333333]],
		[3, [1, 1, 1]],
		[0.000001, [0.000001, 0, 0]],
		[-1.5, [-0.5, -0.5, -0.5]],
	])('with quantity %d is cut into %j', (quantity, parts) => {
		const thirds = [{ weights: 1 }, { weights: 1 }, { weights: 1 }];
		expect(splitQuantity(quantity, thirds)).toEqual(parts);
	});

	test('keeps its quantity to the sixth decimal', () => {
		const millionths = fc.integer({ min: -999_999_999_999, max: 999_999_999_999 });
		fc.assert(
			fc.property(anyShares, millionths, (shares, size) => {
				const parts = splitQuantity(fromMinor(size, 6), spread(shares).combinations);
				expect(sum(parts.map((part) => toMinor(part, 6)))).toBe(size);
			}),
		);
	});
});
