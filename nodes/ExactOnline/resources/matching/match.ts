import type { Inputs } from '../../kit/field';
import { lookUps } from '../../kit/lookups';
import type { Batch, BatchOperation, Result } from '../../kit/operation';
import type { Session } from '../../exact/session';
import { divisionReference } from '../../kit/reference';
import { matchFields } from './fields';
import { touched } from '../../kit/matching/entities';
import { matchedSchema } from '../../kit/matching/outcome';
import { matchAll } from '../../kit/matching/run';
import type { Wanted } from '../../kit/matching/wanted';

const fields = { division: divisionReference(lookUps.division), ...matchFields };

type MatchInputs = Inputs<typeof fields>;

/** Match: every item is one matching; all items of a run are read, sent and looked at together. */
export const match: BatchOperation = {
	value: 'match',
	words: {
		name: 'Match',
		action: 'Match invoices with payments',
		description: 'Reconcile invoices of one client or supplier with what they were paid with',
	},
	rows: ['R37'],
	cost: 'For all items of a division together 4 calls to look, 1 more for a client or supplier and for the accounts and periods of write-offs, and 1 for entries that are given by another ID; then for each 50 matchings 1 call, and 1 for each 40 lines to see what became of them',
	...touched,
	schema: { type: 'object', properties: matchedSchema },
	fields,
	runTogether: matchItems,
};

async function* matchItems({ tasks, goesOn }: Batch, session: Session): AsyncGenerator<Result> {
	const all = tasks as unknown as ReadonlyArray<{ item: number; inputs: MatchInputs }>;
	for (const division of new Set(all.map(({ inputs }) => inputs.division))) {
		const mine = all.filter(({ inputs }) => inputs.division === division);
		const wanted = mine.map(({ inputs }) => wantedOf(inputs));
		for await (const { at, written } of matchAll(wanted, { division, stops: !goesOn }, session)) {
			yield { item: mine[at]?.item ?? 0, ...written };
		}
	}
}

function wantedOf({ side, client, supplier, entries, difference, writeOff }: MatchInputs): Wanted {
	const relation = side === 'client' ? client : supplier;
	return { where: [], side, relation, ids: entries, difference, ...writeOff };
}
