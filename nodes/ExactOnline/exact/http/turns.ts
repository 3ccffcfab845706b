import { perWorld, type World } from '../world';

/** Exact asks for about one call of its XML API a second; the rest is for the way there. */
const APART_MS = 1100;

/** When the next turn is (epoch ms), by app. */
const turns = perWorld(() => new Map<string, number>());

/** Takes the next turn of an app at the XML API, and says how long it is until then (ms). */
export function turnAfter(world: World, clientId: string): number {
	const turn = Math.max(world.now(), turns(world).get(clientId) ?? 0);
	turns(world).set(clientId, turn + APART_MS);
	return turn - world.now();
}
