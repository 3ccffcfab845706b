/** Whose open items they are: what clients have to pay, or what suppliers are owed. */
export type OpenSide = 'client' | 'supplier';

/** An open item as Exact stores it. */
export interface StoredItem {
	/** Type of the entry behind it: 20 and 30 are invoices. */
	type: number;
	amount: number;
}

const facts = {
	// Open receivables are negative in Exact as a rule, open payables positive.
	client: { invoice: 20, usual: -1 },
	supplier: { invoice: 30, usual: 1 },
} as const;

/**
 * What stored amounts have to be multiplied with, so that an open invoice is positive. Exact's signs are documented
 * nowhere, so most of the invoices decide; where none is among the items, what was seen elsewhere.
 */
export function openSign(items: Iterable<StoredItem>, side: OpenSide): 1 | -1 {
	const { invoice, usual } = facts[side];
	let sum = 0;
	for (const { type, amount } of items) if (type === invoice) sum += Math.sign(amount);
	if (sum === 0) return usual;
	return sum > 0 ? 1 : -1;
}

/** Which way an open amount goes, an open invoice being positive. */
export function directionOf(side: OpenSide, open: number): 'toReceive' | 'toPay' {
	return open >= 0 === (side === 'client') ? 'toReceive' : 'toPay';
}

/** The amount of the entry behind an item: invoices positive, credit notes negative, others like what is open. */
export function signedTotal(type: number, total: number, open: number): number {
	if (type === 20 || type === 30) return Math.abs(total);
	if (type === 21 || type === 31) return -Math.abs(total);
	return open < 0 ? -Math.abs(total) : Math.abs(total);
}

const DAY = 86_400_000;

/** Days from a due day to today (`2026-06-25`); none before it is over. */
export function daysOverdue(due: string, today: string): number {
	return Math.max(0, Math.round((Date.parse(today) - Date.parse(due)) / DAY));
}

export type Ageing = 'notDue' | 'days1To30' | 'days31To60' | 'days61To90' | 'daysOver90';

/** The usual steps of an ageing report. */
export function ageingOf(days: number): Ageing {
	if (days <= 0) return 'notDue';
	if (days <= 30) return 'days1To30';
	if (days <= 60) return 'days31To60';
	return days <= 90 ? 'days61To90' : 'daysOver90';
}
