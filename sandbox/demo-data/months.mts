/** One month of the demo's books. */
export interface Month {
	/** From 0. */
	index: number;
	first: number;
	last: number;
	/** `2026-03` */
	name: string;
}

/** What was booked ends here. */
const until = Date.UTC(2026, 2, 31);

/** The months from a first day to the end of the demo's books. */
export function monthsFrom(begins: number): Month[] {
	const start = new Date(begins);
	const months: Month[] = [];
	for (let index = 0; ; index++) {
		const first = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + index, 1);
		const last = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + index + 1, 0);
		if (last > until) return months;
		months.push({ index, first, last, name: new Date(first).toISOString().slice(0, 7) });
	}
}
