import type { Settings } from './settings.mjs';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

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

export interface ErrorReport extends ErrorSource {
	/** Errors of the last hour. */
	count: number;
	blockedUntil: number | null;
}

export interface ErrorLimit {
	/** Counts an answer of 400, 401, 403 or 404; at the limit the endpoint closes for an hour. */
	count(source: ErrorSource, now: number, settings: Settings): void;
	blocked(source: ErrorSource, now: number): boolean;
	report(now: number): ErrorReport[];
}

/** No errors yet. */
export function createErrorLimit(): ErrorLimit {
	const counts = new Map<string, ErrorCount>();
	return {
		count: (source, now, settings) => {
			const count = counts.get(keyOf(source)) ?? noErrors(source);
			counts.set(keyOf(source), count);
			addError(count, now, settings.errorLimit);
		},
		blocked: (source, now) => (counts.get(keyOf(source))?.blockedUntil ?? 0) > now,
		report: (now) =>
			[...counts.values()].map(({ app, user, division, endpoint, moments, blockedUntil }) => ({
				...{ app, user, division, endpoint },
				count: recent(moments, now).length,
				blockedUntil: blockedUntil > now ? blockedUntil : null,
			})),
	};
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
