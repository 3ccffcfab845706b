import { areAlike, textThatNames } from './clues';
import { graded } from './grades';
import type { Clues, OpenInvoice, Payment, Proposal } from './proposal';
import { firstOnes, sumsTo } from './sums';

/** No more sums than this are looked for: more of them say no more. */
const MOST_SUMS = 5;

/** The open invoices of a division, ready to be looked through for many payments. */
export interface Ledger {
	/** By relation, the oldest first. */
	byRelation: ReadonlyMap<string, readonly OpenInvoice[]>;
	/** How many there are of an amount. */
	countOf: ReadonlyMap<number, number>;
}

export function ledgerOf(oldestFirst: readonly OpenInvoice[]): Ledger {
	const byRelation = new Map<string, OpenInvoice[]>();
	const countOf = new Map<number, number>();
	for (const invoice of oldestFirst) {
		const mine = byRelation.get(invoice.relation) ?? [];
		mine.push(invoice);
		byRelation.set(invoice.relation, mine);
		countOf.set(invoice.amount, (countOf.get(invoice.amount) ?? 0) + 1);
	}
	return { byRelation, countOf };
}

/** Everything that a payment may be for. */
export function candidates(payment: Payment, { byRelation, countOf }: Ledger): Proposal[] {
	const { amount, relation } = payment;
	if (amount === 0) return [];
	const isOnlyAmount = countOf.get(amount) === 1;
	const isNamed = textThatNames(payment.text);
	const named = ({ references }: OpenInvoice) => references.some(isNamed);
	const groups =
		relation === undefined ? [...byRelation.values()] : [byRelation.get(relation) ?? []];
	return groups.flatMap((mine) => {
		const whose = whoseIs(payment, mine[0]);
		const isKnown = whose.relation !== undefined;
		return ofRelation({ payment, whose, isKnown, isOnlyAmount, named: mine.filter(named) }, mine);
	});
}

type Whose = Pick<Clues, 'relation' | 'isForeignIban'>;

/** How it is known that a payment is of the relation of an invoice. */
function whoseIs(
	{ relation: booked, relationsOfIban: ofIban, name }: Payment,
	{ relation = '', relationName = '' }: Partial<OpenInvoice> = {},
): Whose {
	if (booked === relation) return { relation: 'booked', isForeignIban: false };
	if (ofIban.includes(relation)) return { relation: 'iban', isForeignIban: false };
	const isAlike = name !== undefined && areAlike(name, relationName);
	return { relation: isAlike ? 'name' : undefined, isForeignIban: ofIban.length > 0 };
}

interface Look {
	payment: Payment;
	whose: Whose;
	isKnown: boolean;
	/** No other open invoice has this amount, whoever's it is. */
	isOnlyAmount: boolean;
	/** What the payer names of the relation. */
	named: readonly OpenInvoice[];
}

/** What the payment may be for among the invoices of one relation. */
function ofRelation(look: Look, invoices: readonly OpenInvoice[]): Proposal[] {
	const { payment, whose, named } = look;
	const namesOthers = (chosen: readonly OpenInvoice[]) =>
		named.some((one) => !chosen.includes(one));
	const propose = (chosen: readonly OpenInvoice[], isAmbiguous: boolean) => {
		const mine = chosen.filter((one) => named.includes(one));
		return graded(payment, chosen, {
			...{ ...whose, named: mine },
			isAmbiguous: namesOthers(chosen) || (isAmbiguous && mine.length < chosen.length),
		});
	};
	const choices = choicesOf(look, invoices);
	const isNamedChosen = choices.some((one) => keysOf(one) === keysOf(named));
	const proposals = choices.map((chosen) => propose(chosen, choices.length > 1));
	if (named.length > 0) {
		return isNamedChosen || !isSameWay(named, payment)
			? proposals
			: [...proposals, propose(named, choices.length > 0)];
	}
	const isMeant = proposals.length === 0 && invoices.length === 1 && isSameWay(invoices, payment);
	const isSure = whose.relation === 'booked' || whose.relation === 'iban';
	return isMeant && isSure ? [propose(invoices, false)] : proposals;
}

/** Invoices that come to the amount: one of them, those that are named, the oldest, or up to four of any age. */
function choicesOf(
	{ payment: { amount }, named, isKnown, isOnlyAmount }: Look,
	invoices: readonly OpenInvoice[],
): OpenInvoice[][] {
	const equal = invoices.filter((one) => one.amount === amount);
	const single = equal.filter((one) => isKnown || isOnlyAmount || named.includes(one));
	const choices = single.map((one) => [one]);
	if (named.length > 1 && sumOf(named) === amount) return [...choices, [...named]];
	if (choices.length > 0 || !isKnown) return choices;
	const oldest = firstOnes(invoices, amount);
	const any = sumsTo(invoices, amount, MOST_SUMS);
	const isNew = oldest !== undefined && !any.some((one) => keysOf(one) === keysOf(oldest));
	return isNew ? [oldest, ...any] : any;
}

function isSameWay(invoices: readonly OpenInvoice[], { amount }: Payment): boolean {
	return Math.sign(sumOf(invoices)) === Math.sign(amount);
}

function sumOf(invoices: readonly OpenInvoice[]): number {
	return invoices.reduce((sum, { amount }) => sum + amount, 0);
}

function keysOf(invoices: readonly OpenInvoice[]): string {
	return invoices.map(({ key }) => key).join();
}
