import { all, equals, type Condition } from '../../exact/odata/filter';
import type { Session } from '../../exact/session';
import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import type { Inputs } from '../../kit/field';
import { lookUps } from '../../kit/lookups';
import { resolve } from '../../kit/lookups/resolve';
import { IN_TRANSIT, isOpenTerm, termRecords } from '../../kit/openTerms';
import { notFound } from '../../kit/referred';
import type { fields } from './fields';
import { dueDayOf, neededOfTerms } from './items';

type OwnInputs = Inputs<typeof fields> & { division: number };

/** Which terms are wanted. */
export interface TermQuery {
	inputs: OwnInputs;
	relation?: Condition;
	select: readonly string[];
	limit?: number;
}

/**
 * The terms that fit. Signs, and invoices in several terms, show in the whole list; where a limit asks for a few of very
 * many, those of the first page are completed.
 */
export async function readTerms(query: TermQuery, session: Session): Promise<Row[]> {
	const { inputs, relation, limit } = query;
	const record = termRecords[inputs.side];
	const select = [...new Set([...query.select, ...neededOfTerms])];
	const reading = { division: inputs.division, select, where: all(isOpenTerm, relation) };
	const fits = (row: Row) => isWanted(row, inputs);
	// What is overdue for how long is known of whole invoices only.
	if (limit !== undefined && inputs.filters.ageing.length === 0) {
		const { rows, next } = await session.first(record, reading);
		const found = rows.filter(fits);
		if (next === undefined) return found;
		const invoices = [...new Set(found.map(({ TransactionID }) => textOf(TransactionID)))];
		if (invoices.length >= limit) {
			const values = invoices.slice(0, limit);
			const ofInvoices = { ...reading, field: 'TransactionID', values };
			return await collect(session.listByValues(record, ofInvoices), fits);
		}
	}
	return await collect(session.list(record, reading), fits);
}

async function collect(rows: AsyncIterable<Row>, fits: (row: Row) => boolean): Promise<Row[]> {
	const found: Row[] = [];
	for await (const row of rows) if (fits(row)) found.push(row);
	return found;
}

function isWanted(row: Row, { filters, options }: OwnInputs): boolean {
	const { dueBefore, currency, processedOnly } = filters;
	return (
		(options.includeInTransit || Number(row.Status) !== IN_TRANSIT) &&
		(dueBefore === undefined || (dueDayOf(row) ?? '') < dueBefore) &&
		(currency === undefined || textOf(row.Currency) === currency.toUpperCase()) &&
		(!processedOnly || Number(row.TransactionStatus) === 50)
	);
}

/** Whose items are wanted; refuses a client among suppliers and the other way round. */
export async function relationOf(
	{ side, filters }: OwnInputs,
	division: number,
	session: Session,
): Promise<Condition | undefined> {
	const other = side === 'client' ? 'supplier' : 'client';
	if (filters[other] !== undefined) {
		return session.fail({
			code: 'PARAM_PAIR',
			message: `'Filters > ${lookUps[other].label}' does not fit 'Clients or Suppliers'`,
			description: `Only items of ${side}s are asked for. Use 'Filters > ${lookUps[side].label}', or change 'Clients or Suppliers'.`,
		});
	}
	const reference = filters[side];
	if (reference === undefined) return undefined;
	if ('id' in reference) return equals('Account', reference.id);
	const lookUp = lookUps[side];
	const row = (await resolve([{ lookUp, reference }], division, session)).row(lookUp, reference);
	return row === undefined
		? notFound(session, lookUp.record, reference, division)
		: equals('Account', textOf(row.ID));
}
