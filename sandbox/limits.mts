import type { Settings } from './settings.mjs';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Calls of one app in one company. */
interface Usage {
	app: string;
	division: number;
	/** Number of the calendar minute, and of the UTC day, that the counts belong to. */
	minute: number;
	minuteUsed: number;
	day: number;
	dayUsed: number;
}

export interface ErrorSource {
	app: string;
	user: string;
	division: number | 'current';
	endpoint: string;
}

/** Errors of one app and user at one endpoint of one company. */
interface ErrorCount extends ErrorSource {
	/** Moments of the errors of the last hour. */
	moments: number[];
	blockedUntil: number;
	/** Times blocked since the start of the UTC day `blocksDay`. */
	blocks: number;
	blocksDay: number;
}

export interface LimitsReport {
	usage: Array<{ app: string; division: number; minuteUsed: number; dayUsed: number }>;
	errors: Array<ErrorSource & { count: number; blockedUntil: number | null }>;
}

export interface Limits {
	/** The limit that refuses a call now, if any. */
	exceeded(
		app: string,
		division: number,
		now: number,
		settings: Settings,
	): 'minute' | 'day' | undefined;
	count(app: string, division: number, now: number): void;
	/** The rate headers as they stand; only those of one window when `only` says so. */
	headers(
		app: string,
		division: number,
		now: number,
		settings: Settings,
		only?: 'minute' | 'day',
	): Record<string, string>;
	/** Counts an answer of 400, 401, 403 or 404; at the limit the endpoint closes for an hour. */
	countError(source: ErrorSource, now: number, settings: Settings): void;
	blocked(source: ErrorSource, now: number): boolean;
	report(now: number): LimitsReport;
}

/** All counters at zero. */
export function createLimits(): Limits {
	const usages = new Map<string, Usage>();
	const errors = new Map<string, ErrorCount>();

	const usageOf = (app: string, division: number, now: number): Usage => {
		const key = `${app} ${division}`;
		const usage = usages.get(key) ?? emptyUsage(app, division);
		usages.set(key, usage);
		return rolled(usage, now);
	};

	return {
		exceeded: (app, division, now, settings) => {
			const usage = usageOf(app, division, now);
			if (usage.dayUsed >= settings.dayLimit) return 'day';
			return usage.minuteUsed >= settings.minuteLimit ? 'minute' : undefined;
		},
		count: (app, division, now) => {
			const usage = usageOf(app, division, now);
			usage.minuteUsed += 1;
			usage.dayUsed += 1;
		},
		headers: (app, division, now, settings, only) =>
			rateHeaders(usageOf(app, division, now), settings, only),
		countError: (source, now, settings) => {
			const count = errors.get(keyOf(source)) ?? noErrors(source);
			errors.set(keyOf(source), count);
			addError(count, now, settings.errorLimit);
		},
		blocked: (source, now) => (errors.get(keyOf(source))?.blockedUntil ?? 0) > now,
		report: (now) => ({
			usage: [...usages.values()].map((usage) => {
				const { app, division, minuteUsed, dayUsed } = rolled(usage, now);
				return { app, division, minuteUsed, dayUsed };
			}),
			errors: [...errors.values()].map(({ app, user, division, endpoint, ...count }) => ({
				...{ app, user, division, endpoint },
				count: recent(count.moments, now).length,
				blockedUntil: count.blockedUntil > now ? count.blockedUntil : null,
			})),
		}),
	};
}

function emptyUsage(app: string, division: number): Usage {
	return { app, division, minute: 0, minuteUsed: 0, day: 0, dayUsed: 0 };
}

/** Windows are calendar minutes and UTC days: 60 calls by 10:00:40 close the company until 10:01:00. */
function rolled(usage: Usage, now: number): Usage {
	const minute = Math.floor(now / MINUTE);
	const day = Math.floor(now / DAY);
	if (usage.minute !== minute) Object.assign(usage, { minute, minuteUsed: 0 });
	if (usage.day !== day) Object.assign(usage, { day, dayUsed: 0 });
	return usage;
}

function rateHeaders(usage: Usage, settings: Settings, only?: 'minute' | 'day') {
	const sends = (window: 'minute' | 'day'): boolean =>
		(only ?? window) === window && ['both', window].includes(settings.rateHeaders);
	const headers: Record<string, string> = {};
	if (sends('day')) {
		headers['X-RateLimit-Limit'] = String(settings.dayLimit);
		headers['X-RateLimit-Remaining'] = String(Math.max(0, settings.dayLimit - usage.dayUsed));
		headers['X-RateLimit-Reset'] = String((usage.day + 1) * DAY);
	}
	if (sends('minute')) {
		const left = Math.max(0, settings.minuteLimit - usage.minuteUsed);
		headers['X-RateLimit-Minutely-Limit'] = String(settings.minuteLimit);
		headers['X-RateLimit-Minutely-Remaining'] = String(left);
		headers['X-RateLimit-Minutely-Reset'] = String((usage.minute + 1) * MINUTE);
	}
	return headers;
}

function keyOf({ app, user, division, endpoint }: ErrorSource): string {
	return [app, user, division, endpoint.toLowerCase()].join(' ');
}

function noErrors({ app, user, division, endpoint }: ErrorSource): ErrorCount {
	const source = { app, user, division, endpoint };
	return { ...source, moments: [], blockedUntil: 0, blocks: 0, blocksDay: 0 };
}

function recent(moments: readonly number[], now: number): number[] {
	return moments.filter((moment) => moment > now - HOUR && moment <= now);
}

/**
 * Exact closes an endpoint for an hour and longer on repeat; by how much longer is not known, here the
 * time doubles with each block of the same day.
 */
function addError(count: ErrorCount, now: number, limit: number): void {
	count.moments = [...recent(count.moments, now), now];
	if (count.moments.length < limit) return;
	const day = Math.floor(now / DAY);
	count.blocks = count.blocksDay === day ? count.blocks + 1 : 1;
	count.blocksDay = day;
	count.blockedUntil = now + HOUR * 2 ** (count.blocks - 1);
}
