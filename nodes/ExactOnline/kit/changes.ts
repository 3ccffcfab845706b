import { all, type Condition } from '../exact/odata/filter';
import type { Session } from '../exact/session';
import type { RecordType } from '../records/record';
import { additionalFilter } from './additionalFilter';
import { changedAfter } from './changedAfter';
import type { Inputs } from './field';
import { momentField } from './fields';

/** The two filters that every list has: what was changed lately, and a condition in Exact's own words. */
export function changeFilters(record: RecordType, example: string) {
	return {
		updatedAfter: momentField({
			label: 'Updated After',
			hint: 'Only what was changed after this date and time',
		}),
		additionalFilter: additionalFilter(record, example),
	};
}

/** What these two filters say. */
export async function changes(
	{ updatedAfter, additionalFilter: raw }: Inputs<ReturnType<typeof changeFilters>>,
	session: Session,
): Promise<Condition> {
	return all(
		updatedAfter === undefined ? undefined : await changedAfter(updatedAfter, session),
		raw === undefined ? undefined : { raw },
	);
}
