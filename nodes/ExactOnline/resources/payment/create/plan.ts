import type { Session } from '../../../exact/session';
import type { Row } from '../../../exact/source';
import { gatherFacts, type Facts } from '../../../kit/booking/facts';
import type { FreeDraft } from '../../../kit/booking/free/draft';
import { findFree } from '../../../kit/booking/free/find';
import { moneyNeeds } from '../../../kit/booking/money/needs';
import type { Problem } from '../../../kit/booking/problems';
import type { TaskOf } from '../../../kit/batch';
import { readBooks } from '../../../kit/matching/books';
import { presenter, type Presenter } from '../../../kit/output';
import { financialEntry } from '../../../records/financialEntry';
import { amountsOf } from './amounts';
import { draftOf, moneyInputs } from './draft';
import type { PaymentInputs } from './fields';
import { owedOf, type Owed } from './owed';

/** One payment of an item. */
export interface Paid {
	/** `Payment 2` */
	label: string;
	owed: Owed;
	/** In the currency of what is owed, major units; 0 for all that is open. */
	amount: number;
}

/** What is to be booked and matched for one item. */
export interface Plan {
	item: number;
	inputs: PaymentInputs;
	payments: readonly Paid[];
	draft: FreeDraft;
	present: Presenter;
}

/** What was named, and what could not be. */
export interface Named extends TaskOf<PaymentInputs> {
	payments: readonly Paid[];
	problems: readonly Problem[];
}

/** Reads what is open of everything that the items of a division pay, once, and drafts their entries. */
export async function planAll(
	tasks: ReadonlyArray<TaskOf<PaymentInputs>>,
	division: number,
	session: Session,
): Promise<Plan[]> {
	const presenters: Presenter[] = [];
	for (const { inputs } of tasks) presenters.push(await presenter(financialEntry, inputs, session));
	const named = await nameAll(tasks, division, session);
	const needs = named.map((one) => moneyNeeds(moneyInputs(one)));
	const facts = await gatherFacts(needs, division, session);
	const booked = await findBooked(named, facts, division, session);
	const left = new Map<string, number>();
	return named.map((one, at) => {
		const { payments, problems } = amountsOf(one, booked.get(one), left);
		const draft = draftOf({ ...one, payments, problems: [...one.problems, ...problems] }, facts);
		const { item, inputs } = one;
		return { item, inputs, payments, draft, present: presenters[at] as Presenter };
	});
}

async function nameAll(
	tasks: ReadonlyArray<TaskOf<PaymentInputs>>,
	division: number,
	session: Session,
): Promise<Named[]> {
	const ids = [
		...new Set(tasks.flatMap(({ inputs }) => rowsOf(inputs).map((row) => row.invoiceId))),
	];
	const sides = (['client', 'supplier'] as const).map((side) => {
		return { where: [], side, ids, difference: 'leaveOpen' as const };
	});
	const books = await readBooks(sides, division, session);
	return tasks.map((task) => {
		const payments: Paid[] = [];
		const problems: Problem[] = [];
		for (const [at, { invoiceId, amount = 0 }] of rowsOf(task.inputs).entries()) {
			const label = `Payment ${at + 1}`;
			const found = owedOf(invoiceId, [label, 'Invoice or Entry ID'], books);
			if ('problem' in found) problems.push(found.problem);
			else payments.push({ label, ...found, amount });
		}
		if (payments.length + problems.length === 0) problems.push(nothing);
		return { ...task, payments, problems };
	});
}

const nothing: Problem = {
	code: 'PARAM_REQUIRED',
	where: ['Payments'],
	what: 'are empty',
	expected: 'Add at least one invoice that is paid.',
};

function rowsOf({ specifyPayments, payments, paymentsJson }: PaymentInputs) {
	return specifyPayments === 'json' ? paymentsJson : payments;
}

/** Entries that are booked already under the keys of items: what is open says nothing of these. */
async function findBooked(
	named: readonly Named[],
	facts: Facts,
	division: number,
	session: Session,
): Promise<Map<Named, Row>> {
	const drafts = new Map(named.map((one) => [draftOf(one, facts), one]));
	const keyed = [...drafts.keys()].filter(({ same }) => same !== undefined);
	const found = keyed.length === 0 ? [] : await findFree(keyed, division, session);
	return new Map([...found].map(([draft, row]) => [drafts.get(draft) as Named, row]));
}
