import { rowsOf, type Scenario } from '../scenario.cjs';
import { itemsOf, queryOf } from '../ways/exact.cjs';

/** A list that the node reads by the thousand, and a generic node 60 at a time, with the same columns and filter. */
export const byTheThousand = (bulk: string, ordinary: string) =>
	({
		isNeeded: ({ endpoint }) => endpoint === bulk,
		recordsOf: rowsOf(bulk, ordinary),
		generic: async (exact, { needed }) =>
			itemsOf(await exact.every(ordinary, queryOf(needed[0]?.url))),
	}) satisfies Partial<Scenario>;
