import fc from 'fast-check';

import { balancesOf, type Movement } from '../../../nodes/ExactOnline/ledger/balances.js';
import {
	cutMonths,
	hasGap,
	isBalanced,
	isPartOfEntry,
	isYearEnd,
	lastDayOfMonth,
	sumOf,
} from '../../../nodes/ExactOnline/ledger/entries.js';

const isProfitAndLoss = (account: string) => account >= '4';
const sum = (rows: Iterable<{ [name: string]: number }>, name: string) =>
	sumOf([...rows].map((row) => row[name] ?? NaN));

/** Whole entries between two accounts, over three years; the year end empties costs of the first. */
const entry = fc.record({
	debit: fc.constantFrom('1', '2', '4', '8'),
	credit: fc.constantFrom('1', '2', '4', '8'),
	cents: fc.integer({ min: -1e9, max: 1e9 }),
	year: fc.integer({ min: 2024, max: 2026 }),
	type: fc.constantFrom(10, 20, 40, 90, 310, 322, 327, 328),
	isBefore: fc.boolean(),
});

const booked = fc.array(entry, { maxLength: 60 }).map((entries) =>
	entries.flatMap(({ debit, credit, cents, ...rest }): Movement[] => [
		{ ...rest, account: debit, debit: cents / 100, credit: 0 },
		{ ...rest, account: credit, debit: 0, credit: cents / 100 },
	]),
);

describe('balances', () => {
	test('add up to zero at the beginning and the end, and each adds up in itself', () => {
		fc.assert(
			fc.property(booked, fc.constantFrom(2024, 2025, 2026), (movements, fromYear) => {
				const range = { fromYear, toYear: 2026, isProfitAndLoss };
				const { accounts, result } = balancesOf(movements, range);
				const all = [...accounts.values(), result] as unknown as Array<Record<string, number>>;
				expect([sum(all, 'opening'), sum(all, 'closing')]).toEqual([0, 0]);
				for (const { opening = 0, debit = 0, credit = 0, carriedOver = 0, closing } of all) {
					expect(sumOf([opening, debit, -credit, carriedOver])).toBe(closing);
				}
			}),
			{ seed: 42 },
		);
	});

	const move = (more: Partial<Movement>): Movement => ({
		...{ account: '4', year: 2026, type: 30, debit: 0, credit: 0, isBefore: false },
		...more,
	});
	const range = { fromYear: 2026, toYear: 2026, isProfitAndLoss };

	test('of costs leave out earlier years and year ends', () => {
		const { accounts, result } = balancesOf(
			[
				move({ debit: 10 }),
				move({ debit: 5, isBefore: true }),
				move({ debit: 100, isBefore: true, year: 2025 }),
				move({ credit: 15, type: 322 }),
			],
			range,
		);
		expect(accounts.get('4')).toEqual({
			opening: 5,
			debit: 10,
			credit: 0,
			carriedOver: 0,
			closing: 15,
		});
		expect(result).toMatchObject({ opening: 100, carriedOver: -15, closing: 85 });
	});

	test('of the balance sheet run through, without the turn of years', () => {
		const { accounts } = balancesOf(
			[
				move({ account: '1', debit: 7, isBefore: true, year: 2024 }),
				move({ account: '1', credit: 7, isBefore: true, year: 2025, type: 327 }),
				move({ account: '1', debit: 7, type: 328 }),
				move({ account: '1', debit: 2, type: 322 }),
			],
			range,
		);
		expect(accounts.get('1')).toEqual({
			opening: 7,
			debit: 2,
			credit: 0,
			carriedOver: 0,
			closing: 9,
		});
	});

	test('of costs are carried over where the range has several years', () => {
		const { accounts } = balancesOf(
			[
				move({ debit: 3, year: 2025 }),
				move({ debit: 4 }),
				move({ debit: 1, year: 2025, isBefore: true }),
			],
			{ ...range, fromYear: 2025 },
		);
		expect(accounts.get('4')).toEqual({
			opening: 1,
			debit: 7,
			credit: 0,
			carriedOver: -4,
			closing: 4,
		});
	});
});

describe('lines of an entry', () => {
	test.each([
		[0, true, 5, true],
		[0, false, 0, false],
		[0, true, 0, false],
		[0, false, 5, false],
		[1, true, 0, true],
	])('number %d, on an account %p, of %d: belongs %p', (number, hasAccount, amount, belongs) => {
		expect(isPartOfEntry({ number, hasAccount, amount })).toBe(belongs);
	});

	test('balance but for a cent', () => {
		expect(isBalanced([0.1, 0.2, -0.3])).toBe(true);
		expect(isBalanced([1, -0.99])).toBe(true);
		expect(isBalanced([1, -0.98])).toBe(false);
	});

	test.each([
		[[0, 1, 2], false],
		[[1, 2], false],
		[[0, 2], true],
		[[2, 3], true],
	])('%j leave one out: %p', (numbers, gap) => {
		expect(hasGap(numbers)).toBe(gap);
	});
});

test.each([
	[310, true],
	[319, false],
	[320, true],
	[328, true],
	[329, false],
	[90, false],
])('type %d is a year end: %p', (type, answer) => expect(isYearEnd(type)).toBe(answer));

test('months that a range cuts are known', () => {
	expect(cutMonths('2026-01-01', '2026-02-28')).toEqual([]);
	expect(cutMonths('2024-01-02', '2024-02-28')).toEqual(['2024-01', '2024-02']);
	expect(cutMonths(undefined, undefined)).toEqual([]);
	expect(lastDayOfMonth('2024-02-03')).toBe('2024-02-29');
});
