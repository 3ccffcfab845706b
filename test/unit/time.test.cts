import fc from 'fast-check';

import { serverZone } from '../../nodes/ExactOnline/exact/values/serverZone.js';
import {
	dayOf,
	exactMs,
	instantOf,
	offsetAt,
	toWallClock,
	wallClockAt,
	type Zone,
} from '../../nodes/ExactOnline/exact/values/time.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const zones = [
	...['Pacific/Kiritimati', 'Pacific/Chatham', 'Pacific/Auckland', 'Australia/Lord_Howe'],
	...['Australia/Adelaide', 'Asia/Tokyo', 'Asia/Kathmandu', 'Asia/Kolkata', 'Europe/Moscow'],
	...['Europe/Amsterdam', 'Europe/London', 'Africa/Casablanca', 'UTC', 'America/St_Johns'],
	...['America/Sao_Paulo', 'America/New_York', 'America/Los_Angeles', 'Etc/GMT+12', 'Etc/GMT-14'],
];

const wallClocks = new Map(
	zones.map((timeZone) => [
		timeZone,
		new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }),
	]),
);

/** What a clock on the wall shows, by another way than the code under test: `2026-06-25T16:30:59`. */
function shown(instant: number, zone: string): string {
	return wallClocks.get(zone)?.format(instant).replace(' ', 'T') ?? '';
}

function everyFiveMinutes(day: number): number[] {
	return Array.from({ length: DAY / MINUTE / 5 }, (_, step) => day + step * 5 * MINUTE);
}

const instants = fc.integer({ min: Date.UTC(1990, 0, 1) / 1000, max: Date.UTC(2037, 0, 1) / 1000 });

describe("Exact's dates", () => {
	test.each<[unknown, number | undefined]>([
		['/Date(1782345600000)/', 1782345600000],
		['/Date(0)/', 0],
		['/Date(-1)/', -1],
		['/Date(-2208988800000)/', Date.UTC(1900, 0, 1)],
		['/Date(253402214400000)/', Date.UTC(9999, 11, 31)],
		// The milliseconds are UTC already; the offset only says where they were written.
		['/Date(1782345600000+0200)/', 1782345600000],
		['/Date(1782345600000-0500)/', 1782345600000],
		['2026-06-25', undefined],
		['/Date()/', undefined],
		['/Date(1e3)/', undefined],
		['/Date(1)/x', undefined],
		['', undefined],
		[1782345600000, undefined],
		[null, undefined],
		[undefined, undefined],
		[{}, undefined],
	])('%p is %p', (value, expected) => expect(exactMs(value)).toBe(expected));

	test('are written for a filter without zone', () => {
		expect(toWallClock(Date.UTC(2026, 5, 25, 16, 30, 59, 220))).toBe('2026-06-25T16:30:59.220');
		expect(dayOf(-1)).toBe('1969-12-31');
	});
});

/** Where the clocks change: an instant, zone, and what the clock shows a minute before and at it. */
const changes: Array<[string, string, string, string]> = [
	['2026-03-29T01:00:00Z', 'Europe/Amsterdam', '2026-03-29T01:59', '2026-03-29T03:00'],
	['2026-10-25T01:00:00Z', 'Europe/Amsterdam', '2026-10-25T02:59', '2026-10-25T02:00'],
	['2026-03-29T01:00:00Z', 'Europe/London', '2026-03-29T00:59', '2026-03-29T02:00'],
	['2026-10-25T01:00:00Z', 'Europe/London', '2026-10-25T01:59', '2026-10-25T01:00'],
	['2026-03-08T07:00:00Z', 'America/New_York', '2026-03-08T01:59', '2026-03-08T03:00'],
	['2026-11-01T06:00:00Z', 'America/New_York', '2026-11-01T01:59', '2026-11-01T01:00'],
	['2026-10-03T16:30:00Z', 'Australia/Adelaide', '2026-10-04T01:59', '2026-10-04T03:00'],
	['2026-04-04T15:00:00Z', 'Australia/Lord_Howe', '2026-04-05T01:59', '2026-04-05T01:30'],
];

describe('a wall clock', () => {
	test.each(changes)('changes at %s in %s from %s to %s', (at, name, before, after) => {
		const clock = (instant: number) => toWallClock(wallClockAt(instant, { name })).slice(0, 16);
		expect(clock(Date.parse(at) - MINUTE)).toBe(before);
		expect(clock(Date.parse(at))).toBe(after);
	});

	test('shows what clocks show in every zone', () => {
		fc.assert(
			fc.property(instants, fc.constantFrom(...zones), (seconds, name) => {
				const clock = toWallClock(wallClockAt(seconds * 1000, { name })).slice(0, 19);
				expect([name, clock]).toEqual([name, shown(seconds * 1000, name)]);
			}),
			{ numRuns: 3000 },
		);
	});

	test('shows what clocks show on every day on which they change', () => {
		const year = Array.from({ length: 366 }, (_, day) => Date.UTC(2026, 0, 1) + day * DAY);
		for (const name of zones) {
			const changing = year.filter(
				(day) => offsetAt(day, { name }) !== offsetAt(day + DAY, { name }),
			);
			for (const at of changing.flatMap(everyFiveMinutes)) {
				expect(toWallClock(wallClockAt(at, { name })).slice(0, 19)).toBe(shown(at, name));
			}
		}
	});

	test('leads back to its instant, but in the hour that comes twice to its first time', () => {
		fc.assert(
			fc.property(instants, fc.constantFrom(...zones), (seconds, name) => {
				const [instant, zone] = [seconds * 1000, { name }];
				const back = instantOf(wallClockAt(instant, zone), zone);
				expect(wallClockAt(back, zone)).toBe(wallClockAt(instant, zone));
				const twice = offsetAt(back, zone) - offsetAt(instant, zone);
				expect([back, twice >= 0]).toEqual([instant - twice, true]);
				if (twice > 0) expect(twice).toBeLessThanOrEqual(HOUR);
			}),
			{ numRuns: 3000 },
		);
	});

	test.each([
		['2026-10-25T02:30:00Z', 'Europe/Amsterdam', '2026-10-25T00:30:00.000Z'],
		['2026-11-01T01:30:00Z', 'America/New_York', '2026-11-01T05:30:00.000Z'],
		// An hour that never was lies before the change.
		['2026-03-29T02:30:00Z', 'Europe/Amsterdam', '2026-03-29T00:30:00.000Z'],
		['2026-06-25T16:30:59Z', 'Europe/Amsterdam', '2026-06-25T14:30:59.000Z'],
		['2026-01-25T16:30:59Z', 'Europe/Amsterdam', '2026-01-25T15:30:59.000Z'],
	])('of %s in %s means %s', (wallClock, name, instant) => {
		expect(new Date(instantOf(Date.parse(wallClock), { name })).toISOString()).toBe(instant);
	});

	test('with nothing but an offset is moved by it', () => {
		const zone: Zone = { offsetMs: -5 * HOUR };
		expect(wallClockAt(0, zone)).toBe(-5 * HOUR);
		expect(instantOf(-5 * HOUR, zone)).toBe(0);
	});

	test('stands at the first day of all without leaving it for another millennium', () => {
		const first = Date.parse('0001-01-01T00:00:00Z');
		for (const name of zones) {
			expect(Math.abs(instantOf(first, { name }) - first)).toBeLessThan(25 * HOUR);
		}
	});
});

describe("the zone of Exact's server", () => {
	const winter = Date.UTC(2026, 0, 15);
	const summer = Date.UTC(2026, 6, 15);

	test.each<[number, number, Zone]>([
		[3600, winter, { name: 'Europe/Amsterdam' }],
		[7200, summer, { name: 'Europe/Amsterdam' }],
		[0, winter, { name: 'Europe/London' }],
		[3600, summer, { name: 'Europe/London' }],
		[-18_000, winter, { name: 'America/New_York' }],
		[-14_400, summer, { name: 'America/New_York' }],
		[7200, winter, { offsetMs: 2 * HOUR }],
		[0, summer, { offsetMs: 0 }],
	])('with an offset of %d s at %d is %j', (offset, now, expected) => {
		expect(serverZone(offset, now)).toEqual(expected);
	});

	test('knows in summer what the clock showed in winter', () => {
		const zone = serverZone(7200, summer);
		expect(wallClockAt(winter, zone) - winter).toBe(HOUR);
	});
});
