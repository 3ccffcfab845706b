import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import { relationIn } from '../../../kit/booking/draft/relation';
import type { Facts } from '../../../kit/booking/facts';
import type { Problem } from '../../../kit/booking/problems';
import { lookUps } from '../../../kit/lookups';
import type { Reference } from '../../../kit/reference';

/** The relation that the person belongs to: one of the two is given. */
export function ownerOf(
	{ client, supplier }: Readonly<Record<'client' | 'supplier', Reference | undefined>>,
	facts: Facts,
	problems: Problem[],
): Row | undefined {
	const rows = (
		[
			[lookUps.client, client],
			[lookUps.supplier, supplier],
		] as const
	).flatMap(([lookUp, reference]) =>
		reference === undefined ? [] : [relationIn(lookUp, reference, [lookUp.label], facts, problems)],
	);
	const [row, other] = rows;
	if (rows.length === 0) {
		const expected = 'Choose the client or the supplier that the person belongs to.';
		const what = "is empty, and so is 'Supplier'";
		problems.push({ code: 'PARAM_REQUIRED', where: ['Client'], what, expected });
	}
	if (row !== undefined && other !== undefined && textOf(row.ID) !== textOf(other.ID)) {
		const what = 'is another relation than the client';
		const expected = 'Choose one of the two: a person belongs to one relation.';
		problems.push({ code: 'PARAM_PAIR', where: ['Supplier'], what, expected });
	}
	return row;
}
