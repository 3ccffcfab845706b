/**
 * Three kinds of time meet here. Exact writes all of them as `/Date(ms)/`:
 * - a *day* (entry date, due date) is midnight UTC of the calendar day, and stays that day in every zone;
 * - a *moment* (`Created`, `Modified`) is the wall clock of Exact's server, written as if it were UTC;
 * - what n8n hands over or shows is an ISO text, in UTC or with its own offset.
 */

const EXACT_DATE = /^\/Date\(-?\d+(?:[+-]\d{4})?\)\/$/;

/** What ISO texts of four digits can say; SQL Server keeps no other years. */
const FIRST_MS = Date.parse('0000-01-01T00:00:00Z');
const LAST_MS = Date.parse('9999-12-31T23:59:59.999Z');

/** Milliseconds in a `/Date(ms)/`, or nothing when it is none, or none that there can be. */
export function exactMs(value: unknown): number | undefined {
	if (typeof value !== 'string' || !EXACT_DATE.test(value)) return undefined;
	const ms = parseInt(value.slice('/Date('.length), 10);
	return ms >= FIRST_MS && ms <= LAST_MS ? ms : undefined;
}

/** Days that were written already: lists hold few of them, and writing one anew takes long. */
const written = new Map<number, string>();
const MANY_DAYS = 10_000;

/** Calendar day of a date-only value: `2026-06-25`. */
export function dayOf(ms: number): string {
	const known = written.get(ms);
	if (known !== undefined) return known;
	if (written.size >= MANY_DAYS) written.clear();
	const day = new Date(ms).toISOString().slice(0, 10);
	written.set(ms, day);
	return day;
}

/** SQL Server knows no later one. */
const LAST_MOMENT = Date.UTC(9999, 11, 31, 23, 59, 59);

/** Wall clock text without zone, as `datetime'…'` wants it: `2026-06-25T16:30:59.220`. */
export function toWallClock(ms: number): string {
	return new Date(Math.min(ms, LAST_MOMENT)).toISOString().replace('Z', '');
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
	// Clocks change at full and half hours of UTC, so in between one offset holds; asking Intl takes microseconds.
	const half = Math.floor(instant / HALF_HOUR);
	const clock = clockOf(zone.name);
	const known = clock.offsets.get(half);
	if (known !== undefined) return known;
	const offset = offsetShown(half * HALF_HOUR, clock.formatter);
	clock.offsets.set(half, offset);
	return offset;
}

const HALF_HOUR = 30 * 60_000;

interface ZoneClock {
	formatter: Intl.DateTimeFormat;
	/** By half hour since the epoch. */
	offsets: Map<number, number>;
}

const clocks = new Map<string, ZoneClock>();

function clockOf(timeZone: string): ZoneClock {
	const known = clocks.get(timeZone);
	if (known !== undefined) return known;
	const formatter = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
	const fresh = { formatter, offsets: new Map<number, number>() };
	clocks.set(timeZone, fresh);
	return fresh;
}

/** `GMT`, `GMT+02:00` or, before there were zones, `GMT+00:17:30`. */
const SHOWN_OFFSET = /^GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/;

function offsetShown(instant: number, formatter: Intl.DateTimeFormat): number {
	const shown = formatter.formatToParts(instant).find(({ type }) => type === 'timeZoneName');
	const [, sign, ...parts] = SHOWN_OFFSET.exec(shown?.value ?? '') ?? [];
	const [hours = 0, minutes = 0, seconds = 0] = parts.map((part = '0') => Number(part));
	const size = ((hours * 60 + minutes) * 60 + seconds) * 1000;
	return sign === '-' ? -size : size;
}
