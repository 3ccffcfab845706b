import { all, any, equals, type Condition } from '../../exact/odata/filter';
import type { Session } from '../../exact/session';
import { additionalFilter } from '../../kit/additionalFilter';
import { changedAfter } from '../../kit/changedAfter';
import type { Field, Inputs } from '../../kit/field';
import { collection, momentField, switchField, textField } from '../../kit/fields';
import type { RecordType } from '../../records/record';

/** The filters of Get Many for a relation. */
export function relationFilters(record: RecordType, many: string) {
	return collection(
		{ label: 'Filters', section: 'filters', add: 'Add Filter' },
		{
			search: textField({
				label: 'Search',
				hint: 'Part of the name, code, email, search code, VAT number or company number',
			}),
			searchContacts: switchField({
				label: 'Search Contact Names',
				hint: `Whether 'Search' also looks at the names of contacts of ${many}; costs further calls`,
			}),
			code: textField({ label: 'Code', placeholder: 'e.g. 10023' }),
			updatedAfter: momentField({
				label: 'Updated After',
				hint: 'Only what was changed after this date and time',
			}),
			activeOnly: switchField({
				label: 'Active Only',
				hint: `Whether to leave out ${many} that are blocked or have ended`,
			}),
			additionalFilter: additionalFilter(record, "City eq 'Gent' and Country eq 'BE'"),
		},
	);
}

export type RelationFilters =
	ReturnType<typeof relationFilters> extends Field<infer T> ? T : Inputs<never>;

/** What all filters but the search say. */
export async function narrowing(
	{ code, updatedAfter, activeOnly, additionalFilter: raw }: RelationFilters,
	session: Session,
): Promise<Condition> {
	return all(
		code === undefined ? undefined : equals('Code', code),
		updatedAfter === undefined ? undefined : await changedAfter(updatedAfter, session),
		activeOnly ? isActive(session) : undefined,
		raw === undefined ? undefined : { raw },
	);
}

/** Text search as people expect it: one word, wherever it stands. */
export function searchCondition(search: string): Condition {
	const columns = ['Name', 'Code', 'Email', 'SearchCode', 'VATNumber', 'ChamberOfCommerce'];
	return any(...columns.map((field) => ({ field, contains: search })));
}

function isActive(session: Session): Condition {
	const goesOn = any(equals('EndDate', null), {
		field: 'EndDate',
		is: 'ge',
		value: session.today(),
	});
	return all(equals('Blocked', false), goesOn);
}
