import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import { columnsOf, type RecordType } from '../../../records/record';
import type { MasterLookUp, Reference } from '../../lookups/lookUp';
import type { Wanted } from '../../lookups/resolve';
import type { Facts } from '../facts';
import { unknownReference, type Problem, type Where } from '../problems';
import { named } from './draft';

/** What has to be looked up for a field that may be empty. */
export function wantedFor(lookUp: MasterLookUp, reference: Reference | undefined): Wanted[] {
	return reference === undefined ? [] : [{ lookUp, reference }];
}

/** The record that a column is to point at; one that is unknown or blocked becomes a problem. */
export function usable(
	facts: Facts,
	lookUp: MasterLookUp,
	reference: Reference | undefined,
	where: Where,
	problems: Problem[],
): Row | undefined {
	if (reference === undefined) return undefined;
	const row = facts.row(lookUp, reference);
	if (row === undefined) problems.push(unknownReference(facts, lookUp, reference, where));
	if (row?.IsBlocked !== true) return row;
	const { noun, unknown } = lookUp;
	problems.push({
		code: unknown === 'GL_UNKNOWN' ? 'GL_BLOCKED' : unknown,
		where,
		what: `is ${textOf(row.Code)}, which is blocked`,
		expected: `Choose another ${noun}.`,
	});
	return row;
}

/** The same look-up for records that are compared and shown: with all that the output has, and only those asked for. */
export function inFull(lookUp: MasterLookUp, record: RecordType = lookUp.record): MasterLookUp {
	const select = [...new Set([...columnsOf(record), record.code ?? record.key])];
	return { ...lookUp, record, isShort: false, select };
}

/** The record that an update is about. */
export function target(
	facts: Facts,
	lookUp: MasterLookUp,
	reference: Reference | undefined,
	problems: Problem[],
): Row | undefined {
	const { label, noun } = lookUp;
	if (reference === undefined) {
		const expected = `Choose a ${noun}, or enter its code or ID.`;
		problems.push({ code: 'PARAM_REQUIRED', where: [label], what: 'is empty', expected });
		return undefined;
	}
	const row = facts.row(lookUp, reference);
	if (row !== undefined) return row;
	const given = 'id' in reference ? `ID ${reference.id}` : `"${reference.code}"`;
	const what = `is ${given}, but there is no such ${noun} in division ${facts.division}`;
	const expected = 'It may have been deleted, or belong to another division.';
	problems.push({ code: 'NOT_FOUND', where: [label], what, expected });
	return undefined;
}

/** A code that a record is to get: nobody else may have it. */
export function checkFree(
	facts: Facts,
	lookUp: MasterLookUp,
	code: string | undefined,
	found: Row | undefined,
	where: Where,
	problems: Problem[],
): void {
	const owner = code === undefined ? undefined : facts.row(lookUp, { code });
	if (owner === undefined || textOf(owner.ID) === textOf(found?.ID)) return;
	const what = `is "${code}", which is taken: ${lookUp.noun} ${named(owner)} has it`;
	problems.push({ code: 'CONFLICT', where, what, expected: 'Choose another code.' });
}

export function codeIn(row: Row | undefined): string | undefined {
	return row === undefined ? undefined : textOf(row.Code);
}

export function idIn(row: Row | undefined): string | undefined {
	return row === undefined ? undefined : textOf(row.ID);
}
