import type { IDataObject } from 'n8n-workflow';

import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import type { Facts } from '../../../kit/booking/facts';
import { codeIn, idIn, usable } from '../../../kit/booking/master/refer';
import type { Problem } from '../../../kit/booking/problems';
import { lookUps, type MasterLookUp } from '../../../kit/lookups';
import type { Reference } from '../../../kit/lookups/lookUp';
import type { Given } from './given';
import type { Role } from './roles';

/** The columns of a relation that point at masters. What is unknown, blocked or of another kind becomes a problem. */
export function referenceColumns(
	role: Role,
	{ fields, label }: Given,
	facts: Facts,
	problems: Problem[],
): IDataObject {
	const { columns, lookUp } = role;
	const find = (master: MasterLookUp, reference: Reference | undefined, field = master.label) => {
		const where = [label, field];
		const row = usable(facts, master, reference, where, problems);
		if (row !== undefined) problems.push(...unfit(role, master, row, where));
		return row;
	};
	const control = find(lookUps.ledgerAccount, fields.controlAccount, CONTROL);
	return {
		[columns.currency]: codeIn(find(lookUps.currency, fields.currency)),
		[columns.paymentTerm]: codeIn(find(lookUps.paymentTerm, fields.paymentTerm)),
		[columns.vatCode]: codeIn(find(lookUps.vatCode, fields.vatCode)),
		[columns.ledgerAccount]: idIn(find(lookUps.ledgerAccount, fields.ledgerAccount)),
		[columns.controlAccount]: idIn(control),
		Parent: idIn(find(lookUp, fields.parent, 'Parent')),
	};
}

const CONTROL = 'Control Account';

/** What speaks against a master that exists. */
function unfit(
	{ control, otherVatCodes }: Role,
	{ unknown }: MasterLookUp,
	row: Row,
	where: readonly string[],
): Problem[] {
	const code = textOf(row.Code);
	const problems: Problem[] = [];
	if (where.at(-1) === CONTROL && Number(row.Type) !== control.type) {
		problems.push({
			code: 'GL_TYPE',
			where,
			what: `is ${code}, which is not of the type ${control.words} (${control.type})`,
			expected: `Choose a ledger account of the type ${control.words}.`,
		});
	}
	if (textOf(row.VATTransactionType) === otherVatCodes) {
		const use = otherVatCodes === 'P' ? 'purchases' : 'sales';
		const expected = 'Choose another VAT code.';
		problems.push({ code: unknown, where, what: `is ${code}, which is for ${use} only`, expected });
	}
	return problems;
}
