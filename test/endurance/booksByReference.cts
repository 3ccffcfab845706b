import { BE, NL } from '../harness/inputs.cjs';
import type { Bench } from '../harness/n8n.cjs';

/** References of what the tests of this folder book end with a full stop: none begins with another one. */
const REFERENCE = /ST-\w+-\d+\./g;

const entities = ['SalesEntries', 'PurchaseEntries', 'TransactionLines'];

/** How many entries of both companies bear each reference, wherever Exact keeps it. */
export async function entriesByReference(bench: Bench): Promise<Map<string, number>> {
	const ids = new Map<string, Set<unknown>>();
	for (const division of [NL, BE]) {
		for (const entity of entities) {
			for (const row of await bench.sandbox.records(division, entity)) {
				for (const reference of JSON.stringify(row).match(REFERENCE) ?? []) {
					ids.set(reference, (ids.get(reference) ?? new Set()).add(row.EntryID));
				}
			}
		}
	}
	return new Map([...ids].map(([reference, entries]) => [reference, entries.size]));
}
