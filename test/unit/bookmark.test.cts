import fc from 'fast-check';

import {
	above,
	countOf,
	floorBelow,
	isSeen,
	within,
	withSeen,
	withTaken,
	type Bookmark,
	type Stamped,
} from '../../nodes/ExactOnline/trigger/bookmark.js';

const MINUTE = 60_000;
const clock = (text: string) => Date.parse(`${text}Z`);
const shown = (ms: number) => new Date(ms).toISOString().slice(0, 16);

/** Records within an hour, some with the same stamp. */
const records = fc.uniqueArray(
	fc.record({ stamp: fc.integer({ min: 0, max: 3_600_000 }), key: fc.uuid() }),
	{ selector: ({ key }) => key, maxLength: 60 },
);

describe('where to read from next time', () => {
	test.each([
		['on a weekday a quarter of an hour back', '2026-05-04T09:20:59', '2026-05-04T09:05'],
		['on a Sunday eighty minutes', '2026-10-25T02:59:30', '2026-10-25T01:39'],
		['back into Saturday', '2026-10-25T00:10:00', '2026-10-24T22:50'],
		['on Monday a quarter of an hour again', '2026-10-26T00:10:00', '2026-10-25T23:55'],
	])('%s', (_, newest, expected) => {
		expect(shown(floorBelow(clock(newest)))).toBe(expected);
	});

	test('is a full minute: Exact rounds milliseconds', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 4e12 }), (newest) => {
				expect(Math.abs(floorBelow(newest) % MINUTE)).toBe(0);
			}),
		);
	});
});

describe('what was seen', () => {
	test('is known again, and nothing else is', () => {
		fc.assert(
			fc.property(records, records, (some, others) => {
				const seen = withSeen({}, some, 0);
				expect(some.every((record) => isSeen(seen, record))).toBe(true);
				const keys = new Set(some.map(({ key }) => key));
				const unknown = others.filter(({ key }) => !keys.has(key));
				expect(unknown.some((record) => isSeen(seen, record))).toBe(false);
			}),
		);
	});

	test('counts each record once, however often it is added', () => {
		fc.assert(
			fc.property(records, (some) => {
				const once = withSeen({}, some, 0);
				expect(countOf(once)).toBe(some.length);
				expect(withSeen(once, some, 0)).toEqual(once);
			}),
		);
	});

	test('ends at the floor', () => {
		fc.assert(
			fc.property(records, fc.integer({ min: 0, max: 59 }), (some, minute) => {
				const floor = minute * MINUTE;
				const kept = withSeen(withSeen({}, some, 0), [], floor);
				for (const record of some) expect(isSeen(kept, record)).toBe(record.stamp >= floor);
				expect(withSeen({}, some, floor)).toEqual(kept);
			}),
		);
	});

	test('tells keys apart that differ in one character', () => {
		const keys = Array.from({ length: 20_000 }, (_, n) => `00000000-0000-0000-0000-${n}`);
		const seen = withSeen(
			{},
			keys.map((key) => ({ stamp: 0, key })),
			0,
		);
		expect(countOf(seen)).toBe(keys.length);
	});
});

const manyAt = (stamps: readonly number[]): Stamped[] =>
	stamps.map((stamp, n) => ({ stamp, key: `key ${n}` }));

describe('a bookmark that grows too long', () => {
	const stamps = Array.from({ length: 600 }, (_, n) => n * 1000);
	const newest = stamps.at(-1) ?? 0;
	const long: Bookmark = { from: 0, seen: withSeen({}, manyAt(stamps), 0) };

	test('forgets its oldest minutes, and begins after them', () => {
		const kept = within(long, newest, 1000);
		expect(JSON.stringify(kept).length).toBeLessThanOrEqual(1000);
		expect(kept.from % MINUTE).toBe(0);
		for (const record of manyAt(stamps)) {
			expect(isSeen(kept.seen, record)).toBe(record.stamp >= kept.from);
		}
	});

	test('is left alone while it fits', () => {
		expect(within(long, newest, 100_000)).toEqual(long);
	});

	test('with all records in one minute begins after the newest', () => {
		const seen = withSeen({}, manyAt(Array.from({ length: 600 }, () => 5000)), 0);
		expect(within({ from: 0, seen }, 5000, 1000)).toEqual({ from: 5001, seen: {} });
	});

	test('shortens what a reading has read, and not what it has still to pass', () => {
		const sweep = { next: 'https://example.com/next', floor: 0, read: long.seen };
		const kept = within({ from: 0, seen: { 0: 'abcdefgh' }, sweep }, newest, 1000);
		expect(kept.seen).toEqual({ 0: 'abcdefgh' });
		expect(kept.sweep?.floor).toBeGreaterThan(0);
		expect(JSON.stringify(kept).length).toBeLessThanOrEqual(1000);
	});
});

test('a bookmark above a stamp never moves backwards', () => {
	const bookmark = { from: 10 * MINUTE, seen: {} };
	expect(above(3 * MINUTE, bookmark, 20 * MINUTE).from).toBe(10 * MINUTE);
});

test('a bookmark that knows of some records stays where it is', () => {
	const taken = manyAt([1000, 2000]);
	const bookmark = withTaken({ from: 500, seen: {} }, taken);
	expect(bookmark.from).toBe(500);
	expect(taken.every((record) => isSeen(bookmark.seen, record))).toBe(true);
});
