import type { Session } from '../exact/session';
import { wallClockAt } from '../exact/values/time';
import { withTaken, type Bookmark } from './bookmark';
import { atTheEnd, look, type Look, type Place } from './look';
import type { Polling } from './polling';
import { readyOf, type Ready } from './records';
import { nameOf, type State } from './state';
import { isForAll, limitOf, stopOf, type Stop } from './stops';
import { isWanted, type Noticed } from './watch';

/** What one poll brought from all of its lists. */
export interface Round {
	ready: Ready[];
	state: State;
	/** Why lists could not be read, or not to their end. */
	stops: Stop[];
}

/** What was brought from one list. */
interface Visit {
	ready: Ready[];
	bookmark: Bookmark;
	/** Whether the rest is left for the next poll; `stop` says why, if it was not the time. */
	unfinished: boolean;
	stop?: Stop;
}

/**
 * Reads each list from its bookmark on, until the deadline. The lists do not depend on each other: what stops one
 * leaves its bookmark where it was, and the next poll begins with the list after it.
 */
export async function goRound(
	places: readonly Place[],
	before: State,
	polling: Polling,
): Promise<Round> {
	const state: State = { ...before, bookmarks: { ...before.bookmarks } };
	const round: Round = { ready: [], state, stops: [] };
	const order = inTurn(places, before.first);
	delete state.first;
	for (const [index, place] of order.entries()) {
		const name = nameOf(place);
		if (isOver(polling)) {
			state.first ??= name;
			break;
		}
		const visit = await visitPlace(place, state.bookmarks[name], polling).catch(stopOf);
		if (visit instanceof Error) round.stops.push(visit);
		else {
			state.bookmarks[name] = visit.bookmark;
			round.ready.push(...visit.ready);
			if (visit.stop !== undefined) round.stops.push(visit.stop);
			if (!visit.unfinished) continue;
		}
		state.first ??= nameOf(order[(index + 1) % order.length] ?? place);
		if (round.stops.some(isForAll)) break;
	}
	return round;
}

/** Who was cut short last time comes last. */
function inTurn(places: readonly Place[], first: string | undefined): readonly Place[] {
	const at = places.findIndex((place) => nameOf(place) === first);
	return at === -1 ? places : [...places.slice(at), ...places.slice(0, at)];
}

function isOver({ session, deadline }: Polling): boolean {
	return session.connection.world.now() >= deadline;
}

async function visitPlace(
	place: Place,
	known: Bookmark | undefined,
	polling: Polling,
): Promise<Visit> {
	const { inputs, session } = polling;
	const { startFrom } = inputs.options;
	const { only } = place.watch;
	if (known === undefined && startFrom === undefined) {
		const bookmark = { ...(await atTheEnd(place, session)), only };
		return { ready: [], bookmark, unfinished: false };
	}
	const bookmark = known ?? { from: await serverClock(startFrom ?? 0, session), seen: {}, only };
	const visit: Visit = { ready: [], bookmark, unfinished: true };
	while (visit.unfinished && visit.stop === undefined && !isOver(polling)) {
		const seen = await look(place, visit.bookmark, session).catch(limitOf);
		if (seen instanceof Error) visit.stop = seen;
		else await takeOver(visit, place, seen, polling);
	}
	return visit;
}

/** Adds to a visit what a look brought. What there was no time or no call for stays unseen, and is noticed again. */
async function takeOver(visit: Visit, place: Place, seen: Look, polling: Polling): Promise<void> {
	const taken: Noticed[] = [];
	const { only } = place.watch;
	// n8n saves a bookmark with items only. After another choice it may lie far back, where only what was wanted all
	// along is new: what is wanted now, but was not before, is old.
	const before = visit.bookmark.only ?? only;
	const wanted = seen.fresh.filter((one) => isWanted(only, one) && isWanted(before, one));
	// Files take a call each: a limit must not undo too many of them.
	const atOnce = place.watch.files === 'download' ? 5 : 40;
	while (taken.length < wanted.length) {
		const some = wanted.slice(taken.length, taken.length + atOnce);
		const ready = await readyOf(place, some, polling).catch(limitOf);
		if (ready instanceof Error) visit.stop = ready;
		else {
			visit.ready.push(...ready);
			taken.push(...some);
		}
		const isCut = visit.stop !== undefined || isOver(polling);
		if (!isCut || taken.length === wanted.length) continue;
		visit.bookmark = withTaken(visit.bookmark, taken);
		return;
	}
	visit.bookmark = seen.more ? seen.bookmark : { ...seen.bookmark, only };
	visit.unfinished = seen.more;
}

/** What the clock of Exact's server shows at an instant (epoch ms). */
async function serverClock(instant: number, session: Session): Promise<number> {
	return wallClockAt(instant, (await session.me()).zone);
}
