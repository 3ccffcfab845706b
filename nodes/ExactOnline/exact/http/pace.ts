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
	/** Set while the day's allowance is used up. */
	dayEnds?: number;
	/** Calls that are on their way: Exact may have counted them or not. */
	inFlight: number;
}

/** Where a call stands: it may go, it has to wait, or nothing goes until the day ends (UTC). */
export type Admission =
	{ kind: 'go' } | { kind: 'wait'; ms: number } | { kind: 'dayIsOver'; ends: number };

/** Look again after this long, when only calls on their way stand between a call and the limit. */
const LOOK_AGAIN_MS = 200;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const paces = perWorld(() => new Map<string, Pace>());

/** The pace of one app in one company; `current/Me`, which has no company, keeps one of its own. */
export function paceOf(world: World, clientId: string, division?: number): Pace {
	const key = `${clientId} ${division ?? 'current'}`;
	const known = paces(world).get(key);
	if (known !== undefined) return known;
	const fresh: Pace = { minuteLeft: Infinity, minuteEnds: 0, inFlight: 0 };
	paces(world).set(key, fresh);
	return fresh;
}

/** Whether a call may be sent at `now` (epoch ms). */
export function admission(pace: Pace, now: number): Admission {
	if (pace.dayEnds !== undefined && now < pace.dayEnds) {
		return { kind: 'dayIsOver', ends: pace.dayEnds };
	}
	if (now >= pace.minuteEnds || pace.inFlight < pace.minuteLeft) return { kind: 'go' };
	const untilReset = pace.minuteEnds - now;
	return {
		kind: 'wait',
		ms: pace.minuteLeft > 0 ? Math.min(LOOK_AGAIN_MS, untilReset) : untilReset,
	};
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
	if (dayLeft === 0 || (refused && minuteLeft === undefined && dayLeft !== undefined)) {
		pace.dayEnds = localTime(headers, 'x-ratelimit-reset', now) ?? nextMultiple(now, DAY);
	} else if (refused || minuteLeft !== undefined) {
		learnMinute(pace, refused ? 0 : (minuteLeft ?? 0), headers, now);
	}
}

function learnMinute(pace: Pace, left: number, headers: Reply['headers'], now: number): void {
	const ends =
		localTime(headers, 'x-ratelimit-minutely-reset', now) ?? nextMultiple(now, MINUTE) + 1000;
	// Answers may overtake each other: within one minute the lowest figure is the newest.
	const sameMinute = Math.abs(ends - pace.minuteEnds) < MINUTE / 2;
	pace.minuteLeft = sameMinute ? Math.min(pace.minuteLeft, left) : left;
	pace.minuteEnds = sameMinute ? Math.max(pace.minuteEnds, ends) : ends;
}

/** A reset time (epoch ms by Exact's clock) on this machine's clock: the `Date` header tells how they differ. */
function localTime(headers: Reply['headers'], name: string, now: number): number | undefined {
	const reset = numberIn(headers, name);
	if (reset === undefined) return undefined;
	const serverNow = Date.parse(headers.date ?? '');
	return Number.isNaN(serverNow) ? reset : now + Math.max(0, reset - serverNow);
}

function nextMultiple(now: number, unit: number): number {
	return (Math.floor(now / unit) + 1) * unit;
}

function numberIn(headers: Reply['headers'], name: string): number | undefined {
	const value = headers[name];
	return value === undefined || value.trim() === '' || Number.isNaN(Number(value))
		? undefined
		: Number(value);
}
