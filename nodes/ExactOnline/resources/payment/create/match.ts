import type { IDataObject } from 'n8n-workflow';

import { nodeError } from '../../../exact/errors/trouble';
import type { Session } from '../../../exact/session';
import type { Row } from '../../../exact/source';
import { byDivision } from '../../../kit/batch';
import { attempt } from '../../../kit/booking/attempt';
import type { Written } from '../../../kit/booking/pipeline';
import { matchAll } from '../../../kit/matching/run';
import { keyOf } from '../../../kit/matching/terms';
import type { Wanted } from '../../../kit/matching/wanted';
import { lineThatPays } from './lines';
import type { Owed } from './owed';
import type { Paid, Plan } from './plan';

/** A plan that is in Exact now, booked by this run or before. */
export interface BookedPlan {
	plan: Plan;
	/** The whole entry in Exact's own names, with what the writer says of it. */
	json: IDataObject;
}

/** Matches what was booked, division by division; answers what came of each payment that was to be matched. */
export async function matchBooked(
	booked: readonly BookedPlan[],
	session: Session,
): Promise<Map<Paid, Written>> {
	const matchings = new Map<Paid, Written>();
	const wanted = booked.filter(({ plan }) => plan.inputs.options.match);
	const groups = byDivision(wanted.map((one) => ({ ...one, inputs: one.plan.inputs })));
	for (const group of groups) {
		const division = group[0]?.inputs.division ?? 0;
		const pairs = group.flatMap(pairsOf);
		const outcomes = await matchPairs(pairs, division, session);
		const payments = group.flatMap(({ plan }) => plan.payments);
		for (const payment of payments) matchings.set(payment, unseen(division, session));
		for (const [{ payment }, written] of outcomes) matchings.set(payment, written);
	}
	return matchings;
}

/** A payment, and the ledger line that stands for it. */
interface Pair {
	payment: Paid;
	owed: Owed;
	lineId: string;
}

/** The payments whose line the ledger shows. */
function pairsOf({ plan, json }: BookedPlan): Pair[] {
	const used = new Set<Row>();
	return plan.payments.flatMap((payment) => {
		const line = lineThatPays(payment, json, used);
		return line === undefined ? [] : [{ payment, owed: payment.owed, lineId: keyOf(line.ID) }];
	});
}

function unseen(division: number, session: Session): Written {
	const message = 'the ledger does not show its line yet';
	const description = 'Exact Online may take a moment to show it.';
	const trouble = { code: 'PARTIAL', message, description, division } as const;
	return { error: nodeError(session.connection.context.getNode(), trouble) };
}

/** All together, and one after the other where two pay the same. */
async function matchPairs(
	pairs: readonly Pair[],
	division: number,
	session: Session,
): Promise<Map<Pair, Written>> {
	const outcomes = new Map<Pair, Written>();
	for (const round of rounds(pairs)) {
		const run = await attempt(async () => {
			const all = matchAll(round.map(wantedOf), { division, stops: false }, session);
			for await (const { at, written } of all) outcomes.set(round[at] as Pair, written);
		});
		if (!('error' in run)) continue;
		for (const pair of round) if (!outcomes.has(pair)) outcomes.set(pair, run);
	}
	return outcomes;
}

/** A ledger line can be in one matching at a time: what is open of it changes. */
function rounds(pairs: readonly Pair[]): Pair[][] {
	const all: Array<{ pairs: Pair[]; taken: Set<string> }> = [];
	for (const pair of pairs) {
		const ids = [...pair.owed.lineIds, pair.lineId];
		let round = all.find(({ taken }) => !ids.some((id) => taken.has(id)));
		if (round === undefined) all.push((round = { pairs: [], taken: new Set() }));
		round.pairs.push(pair);
		for (const id of ids) round.taken.add(id);
	}
	return all.map((round) => round.pairs);
}

/** What a part payment leaves stays open. */
function wantedOf({ owed, lineId }: Pair): Wanted {
	const { side, id, relationId } = owed;
	const relation = { id: relationId };
	return { where: [], side, relation, ids: [id, lineId], difference: 'leaveOpen' };
}
