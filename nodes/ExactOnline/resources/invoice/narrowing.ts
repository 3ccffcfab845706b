import { all, any, equals, type Condition } from '../../exact/odata/filter';
import type { Session } from '../../exact/session';
import { textOf } from '../../exact/values/text';
import { changedAfter } from '../../kit/changedAfter';
import { lookUps } from '../../kit/lookups';
import { resolve } from '../../kit/lookups/resolve';
import { notFound } from '../../kit/referred';
import type { InvoiceFilters } from './filters';
import { sides, type SideName } from './sides';

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

/** The codes as Exact writes them; one that it does not know would only look like a journal without invoices. */
async function journalCodes(
	entered: string,
	division: number,
	session: Session,
): Promise<string[]> {
	const codes = [...new Set(entered.split(',').map(textOf))].filter((code) => code !== '');
	if (codes.length === 0) return [];
	const lookUp = lookUps.journal;
	const wanted = codes.map((code) => ({ lookUp, reference: { code } }));
	const known = await resolve(wanted, division, session);
	const missing = codes.filter((code) => known.row(lookUp, { code }) === undefined);
	if (missing.length === 0) {
		return codes.map((code) => textOf(known.row(lookUp, { code })?.Code));
	}
	const there = known
		.rows(lookUp)
		.map(({ Code, Description }) => `${textOf(Code)} ${textOf(Description)}`);
	return session.fail({
		code: 'JOURNAL',
		message: `Unknown journal code in division ${division}: ${missing.join(', ')}`,
		description: `There are ${there.join(', ')}.`,
		endpoint: lookUp.record.path,
		division,
	});
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
