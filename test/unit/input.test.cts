import fc from 'fast-check';

import { dayFrom, instantFrom } from '../../nodes/ExactOnline/exact/values/input.js';

const zones = [
	'Etc/GMT+12',
	'America/New_York',
	'UTC',
	'Europe/London',
	'Europe/Amsterdam',
	'Asia/Kathmandu',
	'Etc/GMT-14',
];

const iso = (ms: number | undefined) => (ms === undefined ? undefined : new Date(ms).toISOString());

/** A text; the day and the instant that it means in Amsterdam. */
const meant: Array<[string, string, string]> = [
	['2026-06-25', '2026-06-25', '2026-06-24T22:00:00.000Z'],
	[' 2026-06-25 ', '2026-06-25', '2026-06-24T22:00:00.000Z'],
	// n8n's date picker.
	['2026-06-25T00:00:00', '2026-06-25', '2026-06-24T22:00:00.000Z'],
	['2026-06-25 14:30', '2026-06-25', '2026-06-25T12:30:00.000Z'],
	['2026-06-25T14:30:59.2', '2026-06-25', '2026-06-25T12:30:59.200Z'],
	['2026-06-25T14:30:59,25', '2026-06-25', '2026-06-25T12:30:59.250Z'],
	['2026-01-25T14:30', '2026-01-25', '2026-01-25T13:30:00.000Z'],
	// luxon: $now, $today, and with the name of the zone.
	['2026-06-25T14:30:59.123+02:00', '2026-06-25', '2026-06-25T12:30:59.123Z'],
	['2026-06-25T00:00:00.000+02:00', '2026-06-25', '2026-06-24T22:00:00.000Z'],
	['2026-06-25T14:30:59.123+02:00[Europe/Amsterdam]', '2026-06-25', '2026-06-25T12:30:59.123Z'],
	// A day that was written with an offset stays that day.
	['2026-06-25T23:30:00-05:00', '2026-06-25', '2026-06-26T04:30:00.000Z'],
	['2026-06-25T00:30:00+1400', '2026-06-25', '2026-06-24T10:30:00.000Z'],
	['2026-06-24T23:30:00+00:00', '2026-06-24', '2026-06-24T23:30:00.000Z'],
	// A date as JSON: midnight UTC is a day, any other time is read on the workflow's calendar.
	['2026-06-25T00:00:00Z', '2026-06-25', '2026-06-25T00:00:00.000Z'],
	['2026-06-25T00:00:00.000Z', '2026-06-25', '2026-06-25T00:00:00.000Z'],
	['2026-06-24T22:00:00.000Z', '2026-06-25', '2026-06-24T22:00:00.000Z'],
	['2026-01-24T23:00:00.000Z', '2026-01-25', '2026-01-24T23:00:00.000Z'],
	['2026-06-25T12:00:00Z', '2026-06-25', '2026-06-25T12:00:00.000Z'],
	// .NET's last moment stands for "without end".
	['9999-12-31T23:59:59.9999999Z', '9999-12-31', '9999-12-31T23:59:59.999Z'],
	// The hour that never was, and the one that comes twice.
	['2026-03-29T02:30', '2026-03-29', '2026-03-29T00:30:00.000Z'],
	['2026-10-25T02:30', '2026-10-25', '2026-10-25T00:30:00.000Z'],
	['2028-02-29', '2028-02-29', '2028-02-28T23:00:00.000Z'],
];

const garbage = [
	...[
		'',
		' ',
		'today',
		'now',
		'null',
		'Invalid Date',
		'Invalid DateTime',
		'1782345600000',
		'20260625',
	],
	...['25-06-2026', '25/06/2026', '06/25/2026', '2026-6-5', '2026/06/25', '26-06-25', '2026-06'],
	...['2026-02-31', '2027-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-06-00'],
	...[
		'2026-06-25T24:00',
		'2026-06-25T25:00',
		'2026-06-25T10:60',
		'2026-06-25T10',
		'2026-06-25T10:00:60',
	],
	...[
		'2026-06-25T10:00+15:00',
		'2026-06-25T10:00+99:99',
		'2026-06-25T10:00+2:00',
		'2026-06-25T10:00 CEST',
	],
	...["2026-06-25' or '1' eq '1", '2026-06-25\n2026-06-26', '+002026-06-25', '-2026-06-25'],
];

describe('a date that a user enters', () => {
	test.each(meant)('%j is the day %s', (text, day) => {
		expect(dayFrom(text, 'Europe/Amsterdam')).toBe(day);
	});

	test.each(meant)('%j (%s) is the instant %s', (text, _, instant) => {
		expect(iso(instantFrom(text, 'Europe/Amsterdam'))).toBe(instant);
	});

	test.each(garbage)('%j is none', (text) => {
		expect(dayFrom(text, 'Europe/Amsterdam')).toBeUndefined();
		expect(instantFrom(text, 'Europe/Amsterdam')).toBeUndefined();
	});
});

const days = fc
	.integer({ min: Date.UTC(1900, 0, 1) / 86_400_000, max: Date.UTC(2199, 0, 1) / 86_400_000 })
	.map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
const clocks = fc
	.integer({ min: 0, max: 86_399_999 })
	.map((ms) => new Date(ms).toISOString().slice(11, 23));
const offsets = fc.constantFrom(
	'-12:00',
	'-05:00',
	'+00:00',
	'+01:00',
	'+02:00',
	'+05:45',
	'+14:00',
);

test('a day that was written stays that day, whatever zone the workflow is in', () => {
	fc.assert(
		fc.property(days, clocks, offsets, fc.constantFrom(...zones), (day, clock, offset, zone) => {
			const texts = [day, `${day}T${clock}`, `${day}T${clock}${offset}`, `${day}T00:00:00Z`];
			expect(texts.map((text) => dayFrom(text, zone))).toEqual(texts.map(() => day));
		}),
		{ numRuns: 2000 },
	);
});

test('a time in UTC is the day that the workflow has then', () => {
	fc.assert(
		fc.property(days, clocks, fc.constantFrom(...zones), (day, clock, zone) => {
			if (clock === '00:00:00.000') return;
			const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
			const expected = format.format(new Date(`${day}T${clock}Z`));
			expect([zone, dayFrom(`${day}T${clock}Z`, zone)]).toEqual([zone, expected]);
		}),
		{ numRuns: 2000 },
	);
});

test('an instant with its offset does not depend on the zone of the workflow', () => {
	fc.assert(
		fc.property(days, clocks, offsets, (day, clock, offset) => {
			const text = `${day}T${clock}${offset}`;
			const expected = zones.map(() => Date.parse(text));
			expect(zones.map((zone) => instantFrom(text, zone))).toEqual(expected);
		}),
		{ numRuns: 500 },
	);
});
