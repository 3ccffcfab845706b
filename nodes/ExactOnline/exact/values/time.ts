/**
 * Three kinds of time meet here. Exact writes all of them as `/Date(ms)/`:
 * - a *day* (entry date, due date) is midnight UTC of the calendar day, and stays that day in every zone;
 * - a *moment* (`Created`, `Modified`) is the wall clock of Exact's server, written as if it were UTC;
 * - what n8n hands over or shows is an ISO text, in UTC or with its own offset.
 */

const EXACT_DATE = /^\/Date\((-?\d+)(?:[+-]\d{4})?\)\/$/;

/** Milliseconds in a `/Date(ms)/`, or nothing when it is none. */
export function exactMs(value: unknown): number | undefined {
	const match = typeof value === 'string' ? EXACT_DATE.exec(value) : null;
	return match === null ? undefined : Number(match[1]);
}

/** Calendar day of a date-only value: `2026-06-25`. */
export function dayOf(ms: number): string {
	return new Date(ms).toISOString().slice(0, 10);
}

/** Wall clock text without zone, as `datetime'…'` wants it: `2026-06-25T16:30:59.220`. */
export function toWallClock(ms: number): string {
	return new Date(ms).toISOString().replace('Z', '');
}

/** A time zone by name, or an offset in ms where no name is known. */
export type Zone = { name: string } | { offsetMs: number };

/** What a wall clock in a zone shows at an instant, as ms of a clock that is read as UTC. */
export function wallClockAt(instant: number, zone: Zone): number {
	return instant + offsetAt(instant, zone);
}

/** The instant at which a zone's wall clock shows `wallClock` (in the hour that comes twice: the first). */
export function instantOf(wallClock: number, zone: Zone): number {
	const before = wallClock - offsetAt(wallClock - DAY, zone);
	const after = wallClock - offsetAt(wallClock + DAY, zone);
	return wallClockAt(before, zone) === wallClock ? before : after;
}

const DAY = 24 * 60 * 60_000;

/** Offset of a zone from UTC in ms; east is positive. */
export function offsetAt(instant: number, zone: Zone): number {
	if ('offsetMs' in zone) return zone.offsetMs;
	// Clocks change at full hours (UTC), so an hour has one offset; asking Intl takes microseconds.
	const hour = Math.floor(instant / HOUR);
	const clock = clockOf(zone.name);
	const known = clock.offsets.get(hour);
	if (known !== undefined) return known;
	const offset = shownAt(hour * HOUR, clock.formatter) - hour * HOUR;
	clock.offsets.set(hour, offset);
	return offset;
}

const HOUR = 60 * 60_000;

interface ZoneClock {
	formatter: Intl.DateTimeFormat;
	/** By hour since the epoch. */
	offsets: Map<number, number>;
}

const clocks = new Map<string, ZoneClock>();

function clockOf(timeZone: string): ZoneClock {
	const known = clocks.get(timeZone);
	if (known !== undefined) return known;
	const fields = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const;
	const numeric = Object.fromEntries(fields.map((field) => [field, 'numeric']));
	const formatter = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', ...numeric });
	const fresh = { formatter, offsets: new Map<number, number>() };
	clocks.set(timeZone, fresh);
	return fresh;
}

/** The wall clock that a formatter shows, read as if it were UTC (ms). */
function shownAt(instant: number, formatter: Intl.DateTimeFormat): number {
	const shown = formatter.formatToParts(instant);
	const part = (type: string) => Number(shown.find((candidate) => candidate.type === type)?.value);
	const [month, hour, minute] = [part('month') - 1, part('hour'), part('minute')];
	return Date.UTC(part('year'), month, part('day'), hour, minute, part('second'));
}
