import { all, any, equals, type Condition } from '../../exact/odata/filter';
import type { Session } from '../../exact/session';
import { textOf } from '../../exact/values/text';
import { changedAfter } from '../../kit/changedAfter';
import { journalCodes } from '../../kit/journalCodes';
import { resolve } from '../../kit/lookups/resolve';
import { notFound } from '../../kit/referred';
import type { InvoiceFilters } from './filters';
import { sides, type SideName } from '../../kit/sides';

const statusCodes = { open: 20, processed: 50, rejected: 5 };

/** What the filters say on every side. */
export async function narrowing(
	filters: InvoiceFilters,
	division: number,
	session: Session,
): Promise<Condition> {
	const { dateFrom, dateTo, updatedAfter, status, reference, bookingReference } = filters;
	const states = status.map((name) => equals('Status', statusCodes[name]));
	const journals = await journalCodes(filters.journals ?? '', division, session);
	return all(
		dateFrom === undefined ? undefined : { field: 'EntryDate', is: 'ge', value: dateFrom },
		dateTo === undefined ? undefined : { field: 'EntryDate', is: 'le', value: dateTo },
		updatedAfter === undefined ? undefined : await changedAfter(updatedAfter, session),
		journals.length === 0 ? undefined : any(...journals.map((code) => equals('Journal', code))),
		states.length === 0 ? undefined : any(...states),
		reference === undefined ? undefined : equals('YourRef', reference),
		bookingReference === undefined ? undefined : equals('ExternalLinkReference', bookingReference),
		{ raw: filters.additionalFilter ?? '' },
	);
}

/** Whose invoices are wanted on a side, if the filters say so. */
export async function ofRelation(
	filters: InvoiceFilters,
	side: SideName,
	division: number,
	session: Session,
): Promise<Condition | undefined> {
	const { relation, relationColumn, lookUp } = sides[side];
	const reference = filters[relation];
	if (reference === undefined) return undefined;
	if ('id' in reference) return equals(relationColumn, reference.id);
	const known = await resolve([{ lookUp, reference }], division, session);
	const row = known.row(lookUp, reference);
	if (row === undefined) return notFound(session, lookUp.record, reference, division);
	return equals(relationColumn, textOf(row.ID));
}
