import type { IDataObject } from 'n8n-workflow';

import type { TroubleCode } from '../../exact/errors/trouble';
import type { Session } from '../../exact/session';
import { told } from '../../kit/attaching/told';
import { codeOf } from '../../kit/booking/attempt';
import type { Written } from '../../kit/booking/pipeline';
import type { Inputs } from '../../kit/field';
import { lookUps } from '../../kit/lookups';
import type { ItemOperation } from '../../kit/operation';
import { divisionReference } from '../../kit/reference';
import { touched } from '../../kit/matching/entities';
import { multipleFields } from './fields';
import { matchedSchema } from '../../kit/matching/outcome';
import { matchAll } from '../../kit/matching/run';
import type { Wanted } from '../../kit/matching/wanted';

const fields = { division: divisionReference(lookUps.division), ...multipleFields };

type MultipleInputs = Inputs<typeof fields>;

/** Match Multiple: a list of matchings in one item, each with an outcome of its own. */
export const matchMultiple: ItemOperation = {
	value: 'matchMultiple',
	words: {
		name: 'Match Multiple',
		action: 'Match several invoices with payments',
		description: 'Reconcile a list of invoices and payments; each matching has its own outcome',
	},
	rows: ['R38'],
	cost: '4 calls to look, 1 more for clients, for suppliers and for the accounts and periods of write-offs, and 1 for entries that are given by another ID; then for each 50 matchings 1 call, and 1 for each 40 lines to see what became of them',
	...touched,
	schema: {
		type: 'object',
		properties: {
			matching: { type: 'integer' },
			...matchedSchema,
			code: { type: 'string' },
			error: { type: 'string' },
			description: { type: 'string' },
		},
	},
	fields,
	run: async function* (given, session) {
		const inputs = given as unknown as MultipleInputs;
		const { division, matchings, options } = inputs;
		const stops = options.stopOnFirstError;
		const outcomes: Array<Written | undefined> = [];
		const all = matchAll(matchings.map(wantedOf), { division, stops }, session);
		for await (const { at, written } of all) outcomes[at] = written;
		const items = outcomes.flatMap((written, at) =>
			written === undefined ? [] : [itemOf(written, at, division)],
		);
		if (stops) stopAtError(outcomes, items, session);
		yield* items;
	},
};

/** Errors are outcomes here: the workflow goes on, and finds them by `matched`. */
function itemOf(written: Written, at: number, division: number): IDataObject {
	const matching = at + 1;
	if ('json' in written) return { matching, ...written.json };
	const { message, description } = told(written.error);
	const code = codeOf(written.error) ?? '';
	return {
		division,
		matching,
		matched: false,
		matchingNumber: null,
		code,
		error: message,
		description,
	};
}

/** Says what is matched although one is not; what has no outcome was not sent. */
function stopAtError(
	outcomes: ReadonlyArray<Written | undefined>,
	items: readonly IDataObject[],
	session: Session,
): void {
	const at = outcomes.findIndex((written) => written !== undefined && 'error' in written);
	const failed = outcomes[at];
	if (failed === undefined || !('error' in failed)) return;
	const { message, description, details } = told(failed.error);
	const matched = items.filter((one) => one.matched === true).map((one) => Number(one.matching));
	const done = matched.length === 0 ? 'None is matched' : `Matched: number ${matched.join(', ')}`;
	return session.fail({
		code: matched.length > 0 ? 'PARTIAL' : ((codeOf(failed.error) ?? 'EXACT_XML') as TroubleCode),
		message: `Matching ${at + 1}: ${message}`,
		description: `${done}; nothing more was sent. ${description}`,
		more: { ...details, matching: at + 1, matched },
	});
}

type Row = MultipleInputs['matchings'][number];

function wantedOf(row: Row, at: number): Wanted {
	const { client, supplier, entries, ...rest } = row;
	const side = client === undefined && supplier !== undefined ? 'supplier' : 'client';
	const [relation, other] = side === 'client' ? [client, supplier] : [supplier];
	return { where: [`Matching ${at + 1}`], side, relation, other, ids: entries, ...rest };
}
