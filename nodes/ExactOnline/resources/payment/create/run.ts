import type { Session } from '../../../exact/session';
import { byDivision, type TaskOf } from '../../../kit/batch';
import { attempt } from '../../../kit/booking/attempt';
import { loadFile } from '../../../kit/booking/entryFile';
import type { FreeDraft } from '../../../kit/booking/free/draft';
import { previewBalances } from '../../../kit/booking/money/preview';
import { moneyWriter } from '../../../kit/booking/money/writer';
import { runBooking, type Booking } from '../../../kit/booking/pipeline';
import type { Batch, Result } from '../../../kit/operation';
import type { PaymentInputs } from './fields';
import { matchBooked, type BookedPlan } from './match';
import { outcomeOf, paymentItem } from './outcome';
import { planAll, type Plan } from './plan';

/** Books the entries of all items, each once, then matches what was booked; an item that was refused keeps no other from it. */
export async function* createPayments(
	{ tasks, goesOn }: Batch,
	session: Session,
): AsyncGenerator<Result> {
	const plans = new Map<number, Plan>();
	for (const group of byDivision(tasks as unknown as ReadonlyArray<TaskOf<PaymentInputs>>)) {
		const division = group[0]?.inputs.division ?? 0;
		const planned = await attempt(() => planAll(group, division, session));
		if ('error' in planned) yield* group.map(({ item }) => ({ item, error: planned.error }));
		else for (const plan of planned.value) plans.set(plan.item, plan);
	}
	const booked: BookedPlan[] = [];
	const failed: Result[] = [];
	for await (const { hasBegun, result } of book([...plans.values()], goesOn, session)) {
		const plan = plans.get(result.item);
		if (!hasBegun) yield 'json' in result ? previewed(result, plan) : result;
		else if ('error' in result || plan === undefined) failed.push(result);
		else booked.push({ plan, json: result.json });
	}
	const matchings = await matchBooked(booked, session);
	for (const one of booked) yield { item: one.plan.item, ...outcomeOf(one, matchings, session) };
	yield* failed;
}

/** Books what was planned. What comes before anything is sent has to be put out at once: an error there ends the run. */
async function* book(
	plans: readonly Plan[],
	goesOn: boolean,
	session: Session,
): AsyncGenerator<{ hasBegun: boolean; result: Result }> {
	let hasBegun = false;
	const booking: Booking<Plan['inputs'] & { draft: FreeDraft }, FreeDraft> = {
		needs: () => ({ references: [] }),
		draft: ({ draft }) => draft,
		check: async (draft) => {
			await loadFile(draft, session);
			await previewBalances(draft, session);
		},
		writer: (division, own) => {
			hasBegun = true;
			return moneyWriter(division, own);
		},
	};
	const tasks = plans.map(({ item, inputs, draft }) => ({ item, inputs: { ...inputs, draft } }));
	for await (const result of runBooking(booking, { tasks, goesOn }, session)) {
		yield { hasBegun, result };
	}
}

function previewed(result: Extract<Result, { json: unknown }>, plan: Plan | undefined): Result {
	const payments = plan?.payments.map((payment) => paymentItem(payment));
	return { ...result, json: { ...result.json, payments } };
}
