import { equals, type Condition } from '../exact/odata/filter';
import type { Session } from '../exact/session';
import type { RecordType } from '../records/record';
import type { Reference } from './reference';

/** The condition that finds what a reference points at. Keys are looked up by filter: a 404 would count as a mistake. */
export function isReferred(record: RecordType, reference: Reference): Condition {
	return 'id' in reference
		? equals(record.key, reference.id)
		: equals(record.code ?? record.key, reference.code);
}

/** Says that a reference points at nothing. */
export function notFound(
	session: Session,
	record: RecordType,
	reference: Reference,
	division: number,
): never {
	const named = 'id' in reference ? `ID ${reference.id}` : `code ${reference.code}`;
	return session.fail({
		code: 'NOT_FOUND',
		message: `No ${record.noun} with ${named} in division ${division}`,
		description: `It may have been deleted, or belong to another division. Use Get Many to see what there is.`,
		endpoint: record.path,
		division,
	});
}
