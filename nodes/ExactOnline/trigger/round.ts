import type { Session } from '../exact/session';
import { wallClockAt } from '../exact/values/time';
import type { Bookmark } from './bookmark';
import type { CommonInputs } from './event';
import { atTheEnd, look, type Place } from './look';
import { readRecords, type Ready } from './records';
import { nameOf, type State } from './state';
import { isForAll, limitOf, stopOf, type Stop } from './stops';
import { isWanted } from './watch';

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
 * Reads each list from its bookmark on, until the deadline (epoch ms). The lists do not depend on each other: what
 * stops one leaves its bookmark where it was, and the next poll begins with the list after it.
 */
export async function goRound(
	places: readonly Place[],
	before: State,
	inputs: CommonInputs,
	session: Session,
	deadline: number,
): Promise<Round> {
	const { world } = session.connection;
	const round: Round = {
		ready: [],
		state: { ...before, bookmarks: { ...before.bookmarks } },
		stops: [],
	};
	const { state, ready, stops } = round;
	const order = inTurn(places, before.first);
	delete state.first;
	for (const [index, place] of order.entries()) {
		const name = nameOf(place);
		if (world.now() >= deadline) {
			state.first ??= name;
			break;
		}
		const known = state.bookmarks[name];
		const visit = await visitPlace(place, known, inputs, session, deadline).catch(stopOf);
		if (visit instanceof Error) stops.push(visit);
		else {
			state.bookmarks[name] = visit.bookmark;
			ready.push(...visit.ready);
			if (visit.stop !== undefined) stops.push(visit.stop);
			if (!visit.unfinished) continue;
		}
		state.first ??= nameOf(order[(index + 1) % order.length] ?? place);
		if (stops.some(isForAll)) break;
	}
	return round;
}

/** Who was cut short last time comes last. */
function inTurn(places: readonly Place[], first: string | undefined): readonly Place[] {
	const at = Math.max(
		0,
		places.findIndex((place) => nameOf(place) === first),
	);
	return [...places.slice(at), ...places.slice(0, at)];
}

async function visitPlace(
	place: Place,
	known: Bookmark | undefined,
	inputs: CommonInputs,
	session: Session,
	deadline: number,
): Promise<Visit> {
	const { startFrom } = inputs.options;
	if (known === undefined && startFrom === undefined) {
		return { ready: [], bookmark: await atTheEnd(place, session), unfinished: false };
	}
	const bookmark = known ?? { from: await serverClock(startFrom ?? 0, session), seen: {} };
	const visit: Visit = { ready: [], bookmark, unfinished: true };
	while (visit.unfinished && session.connection.world.now() < deadline) {
		const page = await readPage(place, visit.bookmark, inputs, session).catch(limitOf);
		if (page instanceof Error) return { ...visit, stop: page };
		visit.ready.push(...page.ready);
		visit.bookmark = page.bookmark;
		visit.unfinished = page.more;
	}
	return visit;
}

/** What one look brings, ready to be handed over. */
async function readPage(
	place: Place,
	from: Bookmark,
	inputs: CommonInputs,
	session: Session,
): Promise<{ ready: Ready[]; bookmark: Bookmark; more: boolean }> {
	const { watch, division } = place;
	const { fresh, bookmark, more } = await look(place, from, session);
	const wanted = fresh.filter((one) => isWanted(watch, one));
	return { ready: await readRecords(watch, division, wanted, inputs, session), bookmark, more };
}

/** What the clock of Exact's server shows at an instant (epoch ms). */
async function serverClock(instant: number, session: Session): Promise<number> {
	return wallClockAt(instant, (await session.me()).zone);
}
