import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import type { Facts } from '../../../kit/booking/facts';
import type { Problem } from '../../../kit/booking/problems';
import type { Reference } from '../../../kit/reference';
import { named } from './match';
import type { Role } from './roles';

/** The relation that an input points at, if it is there and has the role. */
export function referred(
	{ by, relation, lookUp: { label, noun } }: Role,
	reference: Reference,
	facts: Facts,
	problems: Problem[],
): Row | undefined {
	const row = facts.row(by.code, reference);
	const where = [label];
	const given = 'id' in reference ? reference.id : reference.code;
	if (row === undefined) {
		const what = `is ${given}, but there is no such relation in division ${facts.division}`;
		const expected = 'It may have been deleted, or belong to another division.';
		problems.push({ code: 'NOT_FOUND', where, what, expected });
	} else if (!relation.isOne(row)) {
		const what = `is ${textOf(given)}, but relation ${named(row)} is not a ${noun}`;
		const expected = `Create or Update with Match By ID makes it a ${noun}.`;
		problems.push({ code: 'ROLE', where, what, expected });
	}
	return row;
}
