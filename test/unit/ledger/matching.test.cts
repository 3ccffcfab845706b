import fc from 'fast-check';

import {
	balanceOf,
	judge,
	matchingNumber,
	openOf,
	type Difference,
	type MatchPart,
} from '../../../nodes/ExactOnline/ledger/matching.js';

const part = (lineId: string, open: number[], more: Partial<MatchPart> = {}): MatchPart => ({
	lineId,
	offsetId: '',
	isElsewhere: false,
	account: '1300',
	open,
	...more,
});

const writeOffs = ['discount', 'paymentDifference', 'exchangeDifference'] as const;

describe('a set', () => {
	test.each<[string, MatchPart[], Difference, object]>([
		[
			'that adds up',
			[part('a', [100]), part('b', [-100])],
			'stop',
			{ kind: 'match', difference: 0, left: 0 },
		],
		[
			'of terms that add up',
			[part('a', [60, 40]), part('b', [-100])],
			'stop',
			{ kind: 'match', difference: 0, left: 0 },
		],
		[
			'that does not',
			[part('a', [100]), part('b', [-98])],
			'stop',
			{ kind: 'unbalanced', difference: 2 },
		],
		[
			'whose rest stays open',
			[part('a', [100]), part('b', [-98])],
			'leaveOpen',
			{ kind: 'match', difference: 2, left: 2 },
		],
		[
			'whose rest is a payment',
			[part('a', [98]), part('b', [-100])],
			'leaveOpen',
			{ kind: 'match', difference: -2, left: 2 },
		],
		[
			'of one side',
			[part('a', [100]), part('b', [98])],
			'leaveOpen',
			{ kind: 'oneSided', difference: 198 },
		],
		[
			'on two accounts',
			[part('a', [1]), part('b', [-1], { account: '1600' })],
			'stop',
			{ kind: 'accounts', accounts: ['1300', '1600'] },
		],
		[
			'that is matched',
			[part('a', [], { offsetId: 'b' }), part('b', [])],
			'stop',
			{ kind: 'alreadyMatched', left: 0 },
		],
		[
			'that is matched, without a word of Exact',
			[part('a', []), part('b', [])],
			'stop',
			{ kind: 'alreadyMatched', left: 0 },
		],
		[
			'that is matched, each with something else',
			[part('a', [], { offsetId: 'x', isElsewhere: true }), part('b', [])],
			'stop',
			{ kind: 'done', lineIds: ['a', 'b'] },
		],
		[
			'that is matched and written off',
			[part('a', [], { offsetId: 'x', isElsewhere: true }), part('b', [], { offsetId: 'a' })],
			'discount',
			{ kind: 'alreadyMatched', left: 0 },
		],
		[
			'whose rest is open',
			[part('a', [40], { offsetId: 'b' }), part('b', [], { offsetId: 'a' })],
			'leaveOpen',
			{ kind: 'alreadyMatched', left: 40 },
		],
		[
			'whose rest is open against the will',
			[part('a', [40], { offsetId: 'b' }), part('b', [], { offsetId: 'a' })],
			'stop',
			{ kind: 'done', lineIds: ['b'] },
		],
		[
			'of which one is matched',
			[part('a', [40]), part('b', [])],
			'leaveOpen',
			{ kind: 'done', lineIds: ['b'] },
		],
		[
			'of which two are matched and two are not',
			[part('a', [40]), part('b', [-4]), part('c', [], { offsetId: 'd' }), part('d', [])],
			'leaveOpen',
			{ kind: 'done', lineIds: ['c', 'd'] },
		],
	])('%s', (_, parts, difference, verdict) => {
		expect(judge(parts, difference)).toEqual(verdict);
	});

	const amounts = fc.array(fc.integer({ min: -1_000, max: 1_000 }).filter(Boolean), {
		minLength: 2,
		maxLength: 6,
	});

	test('is sent only when it adds up, or when something is to be done with the rest', () => {
		const difference = fc.constantFrom<Difference>('stop', 'leaveOpen', ...writeOffs);
		fc.assert(
			fc.property(amounts, difference, (all, chosen) => {
				const parts = all.map((amount, at) => part(`${at}`, [amount]));
				const sum = all.reduce((a, b) => a + b, 0);
				const verdict = judge(parts, chosen);
				expect(balanceOf(parts)).toBe(sum);
				if (verdict.kind !== 'match') {
					expect(sum).not.toBe(0);
					expect(chosen === 'stop' || all.every((one) => one > 0 === (all[0] ?? 0) > 0)).toBe(true);
					return;
				}
				expect(verdict.difference).toBe(sum);
				expect(verdict.left).toBe(chosen === 'leaveOpen' ? Math.abs(sum) : 0);
				expect(openOf(parts)).toBeGreaterThan(verdict.left);
			}),
			{ seed: 37, numRuns: 500 },
		);
	});

	test('has a number of its own, whatever the order of its lines', () => {
		const ids = fc.uniqueArray(fc.uuid(), { minLength: 2, maxLength: 5 });
		const seen = new Map<string, string>();
		fc.assert(
			fc.property(ids, (lines) => {
				const number = matchingNumber(lines);
				expect(number).toMatch(/^[0-9a-f]{16}$/);
				expect(matchingNumber([...lines].reverse().map((id) => id.toUpperCase()))).toBe(number);
				expect(matchingNumber([...lines, ...lines])).toBe(number);
				const key = [...lines].sort().join();
				expect(seen.get(number) ?? key).toBe(key);
				seen.set(number, key);
			}),
			{ seed: 37, numRuns: 500 },
		);
		expect(matchingNumber(['b', 'a'])).toBe(matchingNumber(['a', 'b']));
		expect(matchingNumber(['a'])).toBe('af63dc4c8601ec8c');
	});
});
