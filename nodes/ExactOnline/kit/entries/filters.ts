import { all, any, equals, type Condition } from '../../exact/odata/filter';
import type { Session } from '../../exact/session';
import { textOf } from '../../exact/values/text';
import { YEAR_END } from '../../ledger/entries';
import { transactionLine } from '../../records/transactionLine';
import { changeFilters, changes } from '../changes';
import type { Field, Fields, Inputs } from '../field';
import { choices, collection, dayField, ordered, textField } from '../fields';
import { journalCodes } from '../journalCodes';
import { lookUps } from '../lookups';
import { resolve } from '../lookups/resolve';
import { notFound } from '../referred';
import { optionalReference } from '../reference';
import type { EntryQuery } from './readEntries';

const statusCodes = { open: 20, processed: 50 };

const inner = {
	dateFrom: dayField({ label: 'Date From', hint: 'First date of an entry, included' }),
	dateTo: dayField({ label: 'Date To', hint: 'Last date of an entry, included' }),
	journals: textField({
		label: 'Journals',
		placeholder: 'e.g. 90,91',
		hint: 'Codes of journals, separated by commas',
	}),
	client: optionalReference(lookUps.client, { hint: 'Only entries with a line of this client' }),
	supplier: optionalReference(lookUps.supplier, {
		hint: 'Only entries with a line of this supplier',
	}),
	status: choices({ label: 'Status', hint: 'Only entries with one of these states' }, [
		{ name: 'Open', value: 'open', description: 'Entered, but not processed yet' },
		{ name: 'Processed', value: 'processed' },
	]),
	...changeFilters(transactionLine, "CostCenter eq 'SALES'"),
};

export type EntryFilters = Inputs<typeof inner>;

/** The filters that all lists of entries have, and those of one list. */
export function entryFilters<F extends Fields>(further: F): Field<EntryFilters & Inputs<F>> {
	const given = collection(
		{ label: 'Filters', section: 'filters', add: 'Add Filter' },
		{ ...inner, ...further },
	) as Field<EntryFilters & Inputs<F>>;
	return ordered(
		given,
		{ name: 'dateFrom', label: 'Date From' },
		{ name: 'dateTo', label: 'Date To' },
		'a day',
	);
}

/** What the filters ask for. A change, a relation and a condition of the user's own are looked for in each line. */
export async function entryQuery(
	filters: EntryFilters,
	division: number,
	session: Session,
): Promise<EntryQuery> {
	const { dateFrom, dateTo, status, updatedAfter, additionalFilter } = filters;
	const journals = await journalCodes(filters.journals ?? '', division, session);
	const relations = await relationIds(filters, division, session);
	const isOfLine = relations.length > 0 || updatedAfter !== undefined || additionalFilter;
	return {
		dateFrom,
		dateTo,
		where: all(
			oneOf('JournalCode', journals),
			oneOf(
				'Status',
				status.map((name) => statusCodes[name]),
			),
		),
		ofSomeLine: isOfLine
			? all(oneOf('Account', relations), await changes(filters, session))
			: undefined,
	};
}

/** One of the values; without any, everything. */
export function oneOf(
	field: string,
	values: ReadonlyArray<string | number>,
): Condition | undefined {
	return values.length === 0 ? undefined : any(...values.map((value) => equals(field, value)));
}

/** Leaves out what Exact booked by itself to close periods and years. */
export const withoutYearEnd: Condition = all(
	{ field: 'Type', is: 'ne', value: YEAR_END.period },
	any(
		{ field: 'Type', is: 'lt', value: YEAR_END.first },
		{ field: 'Type', is: 'gt', value: YEAR_END.last },
	),
);

/** Reading a whole ledger by mistake could take up the calls of a day. */
export function refuseWithoutDates(
	{ dateFrom, dateTo, updatedAfter }: EntryFilters,
	limit: number | undefined,
	session: Session,
): void {
	if (limit !== undefined || (dateFrom ?? dateTo ?? updatedAfter) !== undefined) return;
	session.fail({
		code: 'PARAM_REQUIRED',
		message: "'Filters' say no date, but all entries are asked for",
		description: "Give 'Date From' and 'Date To', or 'Updated After', or a limit.",
	});
}

async function relationIds(
	filters: EntryFilters,
	division: number,
	session: Session,
): Promise<string[]> {
	const ids: string[] = [];
	for (const name of ['client', 'supplier'] as const) {
		const reference = filters[name];
		const lookUp = lookUps[name];
		if (reference === undefined) continue;
		if ('id' in reference) ids.push(reference.id);
		else {
			const row = (await resolve([{ lookUp, reference }], division, session)).row(
				lookUp,
				reference,
			);
			if (row === undefined) return notFound(session, lookUp.record, reference, division);
			ids.push(textOf(row.ID));
		}
	}
	return ids;
}
