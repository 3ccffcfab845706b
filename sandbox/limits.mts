import type { Settings } from './settings.mjs';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Calls of one app in one company. */
interface Usage {
	app: string;
	division: number;
	/** Number of the calendar minute, and of the UTC day, that the counts belong to. */
	minute: number;
	minuteUsed: number;
	day: number;
	dayUsed: number;
	/** When an XML call was let through last. */
	xmlAt: number;
}

export interface UsageReport {
	app: string;
	division: number;
	minuteUsed: number;
	dayUsed: number;
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
	/** Whether an XML call comes before that many milliseconds have passed since the last one. */
	tooSoon(app: string, division: number, now: number, pause: number): boolean;
	/** The rate headers as they stand; only those of one window when `only` says so. */
	headers(
		app: string,
		division: number,
		now: number,
		settings: Settings,
		only?: 'minute' | 'day',
	): Record<string, string>;
	report(now: number): UsageReport[];
}

/** All counters at zero. */
export function createLimits(): Limits {
	const usages = new Map<string, Usage>();

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
		tooSoon: (app, division, now, pause) => {
			const usage = usageOf(app, division, now);
			if (now < usage.xmlAt + pause) return true;
			usage.xmlAt = now;
			return false;
		},
		headers: (app, division, now, settings, only) =>
			rateHeaders(usageOf(app, division, now), settings, only),
		report: (now) =>
			[...usages.values()].map((usage) => {
				const { app, division, minuteUsed, dayUsed } = rolled(usage, now);
				return { app, division, minuteUsed, dayUsed };
			}),
	};
}

function emptyUsage(app: string, division: number): Usage {
	return { app, division, minute: 0, minuteUsed: 0, day: 0, dayUsed: 0, xmlAt: -Infinity };
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
