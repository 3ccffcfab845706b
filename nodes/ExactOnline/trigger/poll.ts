import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { nodeError } from '../exact/errors/trouble';
import { openSession } from '../exact/session';
import { perWorld, type World } from '../exact/world';
import { readPollInputs } from '../kit/inputs';
import type { CommonInputs, TriggerEvent } from './event';
import { checkJournals } from './journals';
import type { Place } from './look';
import { newestRecord } from './newest';
import type { Polling } from './polling';
import type { Ready } from './records';
import { goRound } from './round';
import { nameOf, readState, roomFor, writeState } from './state';
import { isLimit, sayOnce } from './stops';

/** n8n gives up on a poll after 36 seconds; what is left then is for the next one. */
const BUDGET_MS = 30_000;

/** The node's `poll`: what came in since the last one, oldest first. */
export function poller(events: readonly TriggerEvent[], world: World) {
	return async function (this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		const event = eventOf(this, events);
		const inputs = readPollInputs(this, event.fields) as Record<string, unknown> & CommonInputs;
		const places = placesOf(event, inputs);
		const polling = await beginPolling(this, inputs, world);
		if (this.getMode() === 'manual') return [[itemOf(await newestRecord(places, polling))]];
		const key = `${this.getWorkflow().id} ${this.getNode().id}`;
		if (underWay(world).has(key)) return null;
		underWay(world).add(key);
		try {
			return await poll(this, places, polling);
		} finally {
			underWay(world).delete(key);
		}
	};
}

/** Triggers that are polled now: n8n starts the next poll while the last one still runs. */
const underWay = perWorld(() => new Set<string>());

async function beginPolling(
	context: IPollFunctions,
	inputs: CommonInputs,
	world: World,
): Promise<Polling> {
	// n8n before 2.39 does not say how much time there is.
	const budget = 'getPollBudgetMs' in context ? context.getPollBudgetMs() : BUDGET_MS;
	return {
		inputs,
		session: await openSession(context, world, 'refuse'),
		deadline: world.now() + Math.min(BUDGET_MS, budget),
		keep: async (content, name, mimeType) =>
			await context.helpers.prepareBinaryData(content, name, mimeType),
	};
}

async function poll(
	context: IPollFunctions,
	places: readonly Place[],
	polling: Polling,
): Promise<INodeExecutionData[][] | null> {
	const { inputs, session } = polling;
	const { baseUrl, world } = session.connection;
	const stored = context.getWorkflowStaticData('node');
	const before = readState(stored, baseUrl, places.map(nameOf));
	const journals = await checkJournals(inputs, before, session);
	const round = await goRound(places, { ...before, journals }, polling);
	for (const limit of round.stops.filter(isLimit)) sayOnce(context, world, limit);
	// A limit passes by itself, but a trigger that never began would miss what comes until then.
	const hasBegun = places.every((place) => nameOf(place) in round.state.bookmarks);
	const [error] = round.stops.filter((stop) => !isLimit(stop) || !hasBegun);
	// Everything that could fail is over: what is remembered and what is handed over change together.
	writeState(stored, round.state);
	if (round.ready.length === 0) {
		if (error !== undefined) throw error;
		return null;
	}
	if (error !== undefined) context.__emitError(error);
	return [round.ready.sort((a, b) => a.stamp - b.stamp).map(itemOf)];
}

function itemOf({ json, binary }: Ready): INodeExecutionData {
	return binary === undefined ? { json } : { json, binary };
}

function eventOf(context: IPollFunctions, events: readonly TriggerEvent[]): TriggerEvent {
	const value: unknown = context.getNodeParameter('event', '');
	const found = events.find((event) => event.value === value);
	if (found !== undefined) return found;
	throw nodeError(context.getNode(), {
		code: 'PARAM_FORMAT',
		message: `There is no event '${String(value)}'`,
		description: 'Choose an event from the list.',
	});
}

function placesOf(event: TriggerEvent, inputs: Record<string, unknown> & CommonInputs): Place[] {
	const watches = event.watches(inputs);
	const room = roomFor(watches.length * inputs.divisions.length);
	return inputs.divisions.flatMap((division) =>
		watches.map((watch) => ({ watch, division, room })),
	);
}
