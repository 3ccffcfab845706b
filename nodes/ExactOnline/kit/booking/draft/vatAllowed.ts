import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import { lookUps } from '../../lookups';
import type { Reference } from '../../lookups/lookUp';
import type { Facts } from '../facts';
import type { Problem, Where } from '../problems';
import { vatProblems } from './vatCode';

/** Whether the journal takes VAT, and the code is one for it. */
export function vatAllowed(
	{ vatCode: reference, vatAmount }: { vatCode?: Reference; vatAmount?: number },
	journal: Row | undefined,
	where: Where,
	facts: Facts,
): Problem[] {
	if (reference === undefined) {
		if (vatAmount === undefined) return [];
		const expected = 'Choose the VAT code that the amount belongs to.';
		const what = 'is given without a VAT code';
		return [{ code: 'PARAM_PAIR', where: [...where, 'VAT Amount'], what, expected }];
	}
	if (journal !== undefined && journal.AllowVAT !== true) {
		return [
			{
				code: 'VAT_NOT_ALLOWED',
				where: [...where, 'VAT Code'],
				what: `is given, but journal ${textOf(journal.Code)} takes no VAT`,
				expected: 'Leave it empty, or allow VAT in the settings of the journal in Exact Online.',
			},
		];
	}
	return vatProblems(facts.row(lookUps.vatCode, reference), {}, undefined, where);
}
