import { perWorld, type World } from '../world';

/**
 * After ten answers of 400, 401, 403 or 404 within an hour, Exact blocks an app for that user, company and
 * endpoint, and the block grows when it is ignored. Business validation is HTTP 500 and does not count.
 */
const COUNTED = [400, 401, 403, 404];
const HOUR = 60 * 60_000;

/** Stop here: two are left for whatever else uses the same app. */
export const MISTAKES_ALLOWED = 8;

/** Times (epoch ms) of the counted answers, and how many calls are on their way, by credential, division and endpoint. */
const mistakes = perWorld(() => new Map<string, number[]>());
const underWay = perWorld(() => new Map<string, number>());

export interface MistakeKey {
	credentialId: string;
	division: number | undefined;
	endpoint: string;
}

/** Notes an answer when it is one that Exact counts. */
export function noteMistake(world: World, key: MistakeKey, status: number): void {
	if (!COUNTED.includes(status)) return;
	mistakes(world).set(keyOf(key), [...recent(world, key), world.now()]);
}

/** When calls to this endpoint may go on (epoch ms), or nothing while they may. */
export function blockedUntil(world: World, key: MistakeKey): number | undefined {
	const times = recent(world, key);
	const oldest = times[times.length - MISTAKES_ALLOWED];
	return oldest === undefined ? undefined : oldest + HOUR;
}

/** Whether one call more could be one mistake too many, should all that are on their way turn out to be mistakes. */
export function isCrowded(world: World, key: MistakeKey): boolean {
	const onTheirWay = underWay(world).get(keyOf(key)) ?? 0;
	return onTheirWay > 0 && onTheirWay + recent(world, key).length >= MISTAKES_ALLOWED;
}

/** Notes that a call sets out (1), or that it is back (-1). */
export function noteUnderWay(world: World, key: MistakeKey, change: 1 | -1): void {
	underWay(world).set(keyOf(key), (underWay(world).get(keyOf(key)) ?? 0) + change);
}

function recent(world: World, key: MistakeKey): number[] {
	const since = world.now() - HOUR;
	return (mistakes(world).get(keyOf(key)) ?? []).filter((time) => time > since);
}

function keyOf({ credentialId, division, endpoint }: MistakeKey): string {
	return `${credentialId} ${division ?? 'current'} ${endpoint.toLowerCase()}`;
}
