/** What may be part of a sum: a positive or negative whole number. */
export interface Summand {
	amount: number;
}

/** Of longer lists only the first are tried: four of 30 are 27,405 sums. */
const MOST_TRIED = 30;
const MOST_PARTS = 4;

/** The first of a list, at least two, that come to the total together. */
export function firstOnes<T extends Summand>(list: readonly T[], total: number): T[] | undefined {
	let sum = 0;
	for (const [at, { amount }] of list.entries()) {
		sum += amount;
		if (sum === total && at > 0) return list.slice(0, at + 1);
	}
	return undefined;
}

/** Two to four of a list that come to the total, in the order of the list; no more than `most` such choices. */
export function sumsTo<T extends Summand>(list: readonly T[], total: number, most: number): T[][] {
	const tried = list.slice(0, MOST_TRIED);
	const found: T[][] = [];
	const choose = (chosen: T[], from: number, left: number): void => {
		if (chosen.length > 1 && left === 0) found.push(chosen);
		if (chosen.length === MOST_PARTS) return;
		for (let at = from; at < tried.length && found.length < most; at++) {
			const next = tried[at];
			if (next !== undefined) choose([...chosen, next], at + 1, left - next.amount);
		}
	};
	choose([], 0, total);
	return found.slice(0, most);
}
