import { candidates, ledgerOf } from './candidates';
import type { OpenInvoice, Payment, Proposal } from './proposal';

/** No more than this many proposals are made for a payment, the best ones. */
const MOST_PROPOSALS = 5;

/**
 * What payments may be for, the best first. No two payments are certain for the same invoice, and none is certain for two
 * different things: the earlier one is. Nothing follows from a proposal but that a person or a rule can look at it.
 * `taken` are invoices for which another payment is certain already; those found here are added.
 */
export function suggest(
	payments: readonly Payment[],
	invoices: readonly OpenInvoice[],
	taken: Set<string> = new Set(),
): Proposal[] {
	const ledger = ledgerOf([...invoices].sort((a, b) => compare(orderOf(a), orderOf(b))));
	const inOrder = [...payments].sort((a, b) =>
		compare(`${a.date ?? ''} ${a.key}`, `${b.date ?? ''} ${b.key}`),
	);
	return inOrder.flatMap((payment) => {
		const proposals = best(withoutDoubt(candidates(payment, ledger), taken));
		const [first] = proposals;
		if (first?.grade === 'certain') for (const key of first.invoices) taken.add(key);
		return proposals;
	});
}

/** Takes certainty away where something else is certain as well, for this payment or for another one before it. */
function withoutDoubt(proposals: readonly Proposal[], taken: ReadonlySet<string>): Proposal[] {
	const isCertain = ({ grade }: Proposal) => grade === 'certain';
	const several = proposals.filter(isCertain).length > 1;
	return proposals.map((proposal) => {
		const isTaken = proposal.invoices.some((key) => taken.has(key));
		if (!isCertain(proposal) || !(several || isTaken)) return proposal;
		const reason = isTaken ? 'another payment is certain for it' : 'something else fits as well';
		return {
			...proposal,
			grade: 'likely' as const,
			score: Math.min(proposal.score, 89),
			reasons: [...proposal.reasons, reason],
		};
	});
}

function best(proposals: readonly Proposal[]): Proposal[] {
	const sorted = [...proposals].sort(
		(a, b) =>
			b.score - a.score ||
			a.invoices.length - b.invoices.length ||
			compare(a.invoices.join(), b.invoices.join()),
	);
	return sorted.slice(0, MOST_PROPOSALS);
}

function orderOf({ due, date, key }: OpenInvoice): string {
	return `${due} ${date} ${key}`;
}

/** By code points: the same on every machine. */
function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
