import type { Session } from '../../../exact/session';
import type { Row } from '../../../exact/source';
import { gatherFacts } from '../../../kit/booking/facts';
import type { FreeDraft } from '../../../kit/booking/free/draft';
import { findFree } from '../../../kit/booking/free/find';
import { moneyNeeds } from '../../../kit/booking/money/needs';
import type { Problem } from '../../../kit/booking/problems';
import type { TaskOf } from '../../../kit/batch';
import { readBooks } from '../../../kit/matching/books';
import { presenter, type Presenter } from '../../../kit/output';
import { financialEntry } from '../../../records/financialEntry';
import { amountsOf, standingIn, standingWith } from './amounts';
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

/** Reads what is open of everything that the items of a division pay, once, and drafts their entries: a first time to see whether they are booked. */
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
	const drafts = named.map((one) => draftOf(one, facts));
	const keyed = drafts.filter(({ same }) => same !== undefined);
	const booked = keyed.length === 0 ? new Map() : await findFree(keyed, division, session);
	return settleAll(named, drafts, booked).map((one, at) => {
		const { item, inputs, payments } = one;
		const present = presenters[at] as Presenter;
		return { item, inputs, payments, draft: draftOf(one, facts), present };
	});
}

/** What each item pays: of what earlier items leave open, unless its entry is booked already, or by one of those. */
function settleAll(
	named: readonly Named[],
	drafts: readonly FreeDraft[],
	booked: ReadonlyMap<FreeDraft, Row>,
): Named[] {
	const left = new Map<string, number>();
	const byKey = new Map<string, readonly Paid[]>();
	return named.map((one, at) => {
		const draft = drafts[at] as FreeDraft;
		const keys = draft.same?.keys ?? [];
		const entry = booked.get(draft);
		const twin = keys.map((key) => byKey.get(key)).find((known) => known !== undefined);
		const standing = entry === undefined ? twin && standingWith(twin) : standingIn(entry);
		const { payments, problems } = amountsOf(one.payments, standing, left);
		for (const key of keys) byKey.set(key, payments);
		return { ...one, payments, problems: [...one.problems, ...problems] };
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
