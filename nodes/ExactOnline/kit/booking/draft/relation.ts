import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import { client, supplier } from '../../../records/account';
import { lookUps, type MasterLookUp } from '../../lookups';
import type { Reference } from '../../lookups/lookUp';
import type { Facts } from '../facts';
import type { Problem, Where } from '../problems';
import { finder } from './finder';

/** The client or supplier that a reference points at; whoever is not one becomes a problem. */
export function relationIn(
	lookUp: MasterLookUp,
	reference: Reference,
	where: Where,
	facts: Facts,
	problems: Problem[],
): Row | undefined {
	const row = finder(facts, problems)(lookUp, reference, where);
	const role = lookUp === lookUps.client ? client : supplier;
	if (row === undefined || role.isOne(row)) return row;
	problems.push({
		code: 'PARTNER',
		where,
		what: `is ${textOf(row.Code)} ${textOf(row.Name)}, which is not a ${lookUp.noun}`,
		expected: `Make the relation a ${lookUp.noun} first: ${lookUp.label} > Create or Update does it.`,
	});
	return row;
}
