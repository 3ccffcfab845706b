import { lookUps, type MasterLookUp } from '../../lookups';
import type { Reference } from '../../lookups/lookUp';
import type { Wanted } from '../../lookups/resolve';
import { periodDay } from '../draft/period';
import { sharesOf } from '../draft/shares';
import type { Needs } from '../facts';
import type { FreeHeaderInput } from './header';
import type { FreeLineInput } from './lines';

/** The currency by which amounts are counted where none is given; Exact's list says how many decimals it has. */
const EURO: Reference = { code: 'EUR' };

/** Everything that has to be looked up before a free entry can be drafted. */
export function freeNeeds(
	{ date, additionalFields: { currency, period } }: FreeHeaderInput,
	lines: ReadonlyArray<FreeLineInput & { ledgerAccount?: Reference }>,
): Needs {
	const wanted = (lookUp: MasterLookUp, reference: Reference | undefined): Wanted[] =>
		reference === undefined ? [] : [{ lookUp, reference }];
	const day = periodDay(date, period);
	return {
		references: [
			...lines.flatMap((line) => [
				...wanted(lookUps.ledgerAccount, line.ledgerAccount),
				...wanted(lookUps.client, line.client),
				...wanted(lookUps.supplier, line.supplier),
				...wanted(lookUps.vatCode, line.vatCode),
				...sharesOf(line).flatMap(({ plan, account }) => wanted(lookUps[plan], account)),
			]),
			// All journals: one that was not chosen is the only one of its type.
			{ lookUp: lookUps.journal },
			...wanted(lookUps.currency, currency ?? EURO),
		],
		days: day === undefined ? [] : [day],
	};
}
