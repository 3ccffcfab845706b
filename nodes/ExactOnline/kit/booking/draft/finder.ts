import type { Row } from '../../../exact/source';
import type { MasterLookUp } from '../../lookups';
import type { Reference } from '../../lookups/lookUp';
import type { Facts } from '../facts';
import { unknownReference, type Problem, type Where } from '../problems';

/** Looks references up; one that points at nothing becomes a problem. */
export function finder(facts: Facts, problems: Problem[]) {
	return (
		lookUp: MasterLookUp,
		reference: Reference | undefined,
		where: Where,
	): Row | undefined => {
		if (reference === undefined) return undefined;
		const row = facts.row(lookUp, reference);
		if (row === undefined) problems.push(unknownReference(facts, lookUp, reference, where));
		return row;
	};
}
