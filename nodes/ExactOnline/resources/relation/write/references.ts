import type { IDataObject } from 'n8n-workflow';

import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import type { Facts } from '../../../kit/booking/facts';
import { unknownReference, type Problem } from '../../../kit/booking/problems';
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
		if (reference === undefined) return undefined;
		const where = [label, field];
		const row = facts.row(master, reference);
		if (row === undefined) problems.push(unknownReference(facts, master, reference, where));
		else problems.push(...unfit(role, master, row, where));
		return row;
	};
	const control = find(lookUps.ledgerAccount, fields.controlAccount, CONTROL);
	return {
		[columns.currency]: codeOf(find(lookUps.currency, fields.currency)),
		[columns.paymentTerm]: codeOf(find(lookUps.paymentTerm, fields.paymentTerm)),
		[columns.vatCode]: codeOf(find(lookUps.vatCode, fields.vatCode)),
		[columns.ledgerAccount]: idOf(find(lookUps.ledgerAccount, fields.ledgerAccount)),
		[columns.controlAccount]: idOf(control),
		Parent: idOf(find(lookUp, fields.parent, 'Parent')),
	};
}

const CONTROL = 'Control Account';

/** What speaks against a master that exists. */
function unfit(
	{ control, otherVatCodes }: Role,
	{ noun, unknown }: MasterLookUp,
	row: Row,
	where: readonly string[],
): Problem[] {
	const code = textOf(row.Code);
	const problems: Problem[] = [];
	if (row.IsBlocked === true) {
		const expected = `Choose another ${noun}.`;
		const blocked = unknown === 'GL_UNKNOWN' ? 'GL_BLOCKED' : unknown;
		problems.push({ code: blocked, where, what: `is ${code}, which is blocked`, expected });
	}
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

function codeOf(row: Row | undefined): string | undefined {
	return row === undefined ? undefined : textOf(row.Code);
}

function idOf(row: Row | undefined): string | undefined {
	return row === undefined ? undefined : textOf(row.ID);
}
