import type { Row } from '../../../exact/source';
import { isGuid } from '../../../exact/values/guid';
import { textOf } from '../../../exact/values/text';
import type { Facts } from '../../../kit/booking/facts';
import type { Wanted } from '../../../kit/lookups/resolve';
import { normaliseVatNumber } from '../../../ledger/vatNumber';
import { matchColumns, type MatchBy, type Role } from './roles';

/** A key by which a relation is looked for: what kind, and its value as it was entered. */
export interface Match {
	by: MatchBy;
	value: string;
}

/** What has to be looked up. A VAT number may be stored as it was written or as Exact stores it: both are asked for. */
export function wantedBy({ by }: Role, match: Match | undefined): Wanted[] {
	if (match === undefined) return [];
	const lookUp = by[match.by];
	if (match.by === 'id') {
		return isGuid(match.value) ? [{ lookUp, reference: { id: match.value } }] : [];
	}
	const forms = match.by === 'vatNumber' ? [match.value, keyOf(match)] : [match.value];
	return [...new Set(forms)].map((code) => ({ lookUp, reference: { code } }));
}

/** All relations with this key, in whatever role. */
export function relationsWith({ by }: Role, match: Match, facts: Facts): Row[] {
	const wanted = keyOf(match);
	const found = facts
		.rows(by[match.by])
		.filter((row) => keyOf({ ...match, value: textOf(row[matchColumns[match.by]]) }) === wanted);
	return [...new Map(found.map((row) => [textOf(row.ID), row])).values()];
}

/** A key in the form in which it is compared: Exact's database takes upper and lower case as equal. */
export function keyOf({ by, value }: Match): string {
	return by === 'vatNumber' ? normaliseVatNumber(value) : value.toUpperCase();
}

/** A relation as messages name it: `1001 'Acme' (ID ...)`. */
export function named(row: Row): string {
	return `${textOf(row.Code)} '${textOf(row.Name)}' (ID ${textOf(row.ID)})`;
}
