import { perWorld, type World } from '../world';
import type { Reply } from './call';

/**
 * Exact allows 60 calls in a calendar minute and 5,000 a UTC day, per app and company, and says in headers what
 * is left. A pace is what this process knows of one app and company; executions share it.
 */
export interface Pace {
	/** Calls left until `minuteEnds`, as Exact last said; unknown outside that window. */
	minuteLeft: number;
	minuteEnds: number;
	/** What a new minute begins with. */
	minuteLimit: number;
	/** The same of the day. */
	dayLeft: number;
	dayEnds: number;
	/** Calls that are on their way: Exact may have counted them or not. */
	inFlight: number;
}

/** Where a call stands: it may go, it has to wait, or nothing goes until the day ends (UTC). */
export type Admission =
	{ kind: 'go' } | { kind: 'wait'; ms: number } | { kind: 'dayIsOver'; ends: number };

/** Look again after this long, when only calls on their way stand between a call and a limit. */
export const LOOK_AGAIN_MS = 200;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const paces = perWorld(() => new Map<string, Pace>());

/** The pace of one app in one company; `current/Me`, which has no company, keeps one of its own. */
export function paceOf(world: World, clientId: string, division?: number): Pace {
	const key = `${clientId} ${division ?? 'current'}`;
	const known = paces(world).get(key);
	if (known !== undefined) return known;
	const fresh: Pace = {
		minuteLeft: Infinity,
		minuteEnds: 0,
		minuteLimit: Infinity,
		dayLeft: Infinity,
		dayEnds: 0,
		inFlight: 0,
	};
	paces(world).set(key, fresh);
	return fresh;
}

/** Whether a call may be sent at `now` (epoch ms). Calls on their way count as if Exact had not counted them yet. */
export function admission(pace: Pace, now: number): Admission {
	const dayLeft = now < pace.dayEnds ? pace.dayLeft : Infinity;
	if (dayLeft === 0) return { kind: 'dayIsOver', ends: pace.dayEnds };
	const untilReset = pace.minuteEnds - now;
	// All who waited for a new minute start at the same moment: together they may take no more than it has.
	const minuteLeft = untilReset > 0 ? pace.minuteLeft : pace.minuteLimit;
	if (pace.inFlight < Math.min(minuteLeft, dayLeft)) return { kind: 'go' };
	if (minuteLeft <= 0) return { kind: 'wait', ms: untilReset };
	return { kind: 'wait', ms: untilReset > 0 ? Math.min(LOOK_AGAIN_MS, untilReset) : LOOK_AGAIN_MS };
}

/**
 * Learns from an answer received at `now`. Either set of headers may be absent: `current/Me` has none, a 429 only
 * those of the limit that was hit, a contract without daily cap none of the day.
 */
export function learn(pace: Pace, reply: Reply, now: number): void {
	const { headers } = reply;
	const minuteLeft = numberIn(headers, 'x-ratelimit-minutely-remaining');
	const dayLeft = numberIn(headers, 'x-ratelimit-remaining');
	const refused = reply.status === 429;
	const dayIsOver = dayLeft === 0 || (refused && minuteLeft === undefined && dayLeft !== undefined);
	if (dayIsOver) return learnDay(pace, 0, headers, now);
	if (dayLeft !== undefined && dayLeft > 0) learnDay(pace, dayLeft, headers, now);
	if (!refused && minuteLeft === undefined) return;
	learnMinute(pace, refused ? 0 : (minuteLeft ?? 0), headers, now);
}

/** Answers may overtake each other: within one day the lowest figure is the newest. */
function learnDay(pace: Pace, left: number, headers: Reply['headers'], now: number): void {
	const ends = localTime(headers, 'x-ratelimit-reset', now, DAY) ?? nextMultiple(now, DAY);
	const isSameDay = Math.abs(ends - pace.dayEnds) < DAY / 2;
	pace.dayLeft = isSameDay ? Math.min(pace.dayLeft, left) : left;
	pace.dayEnds = ends;
}

function learnMinute(pace: Pace, left: number, headers: Reply['headers'], now: number): void {
	const limit = numberIn(headers, 'x-ratelimit-minutely-limit') ?? 0;
	if (limit > 0) pace.minuteLimit = limit;
	const ends =
		localTime(headers, 'x-ratelimit-minutely-reset', now, MINUTE) ??
		nextMultiple(now, MINUTE) + 1000;
	const isSameMinute = Math.abs(ends - pace.minuteEnds) < MINUTE / 2;
	// An answer of the minute before, overtaken by one of this minute, says nothing any more.
	if (!isSameMinute && ends < pace.minuteEnds) return;
	pace.minuteLeft = isSameMinute ? Math.min(pace.minuteLeft, left) : left;
	pace.minuteEnds = isSameMinute ? Math.max(pace.minuteEnds, ends) : ends;
}

/**
 * A reset time (epoch ms by Exact's clock) on this machine's clock: the `Date` header tells how they differ. Whatever
 * the headers say, what they speak of is over within its own length and a second.
 */
function localTime(
	headers: Reply['headers'],
	name: string,
	now: number,
	length: number,
): number | undefined {
	const reset = numberIn(headers, name);
	if (reset === undefined) return undefined;
	const serverNow = Date.parse(headers.date ?? '');
	const ends = Number.isNaN(serverNow) ? reset : now + Math.max(0, reset - serverNow);
	return Math.min(ends, now + length + 1000);
}

function nextMultiple(now: number, unit: number): number {
	return (Math.floor(now / unit) + 1) * unit;
}

function numberIn(headers: Reply['headers'], name: string): number | undefined {
	const value = headers[name];
	const number = value === undefined || value.trim() === '' ? NaN : Number(value);
	return Number.isFinite(number) ? number : undefined;
}
