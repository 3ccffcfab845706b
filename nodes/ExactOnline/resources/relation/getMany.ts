import { all, type Condition } from '../../exact/odata/filter';
import type { Session } from '../../exact/session';
import type { Row } from '../../exact/source';
import { collection } from '../../kit/fields';
import { readMany, type Ask, type Operation } from '../../kit/operation';
import { addParts } from '../../kit/parts';
import type { Relation } from '../../records/account';
import { contact } from '../../records/contact';
import { narrowing, relationFilters, searchCondition, type RelationFilters } from './filters';
import type { RelationWords } from './index';
import { include } from './parts';

/** Get Many: all clients or suppliers of a division, or those that the filters leave. */
export function getMany(relation: Relation, { many, getMany: rows }: RelationWords): Operation {
	const { record } = relation;
	return readMany({
		value: 'getAll',
		words: {
			name: 'Get Many',
			action: `Get many ${many}`,
			description: `Retrieve many ${many} of a division`,
		},
		rows,
		cost: '1 call for up to 60, else 1 for each 1,000; parts: 1 for each 40 or each 1,000',
		record,
		fields: {
			filters: relationFilters(record, many),
			options: collection({ label: 'Options', section: 'options', add: 'Add Option' }, { include }),
		},
		run: async function* ({ filters, options }, ask, session) {
			const found = find(relation, filters, ask, session);
			if (options.include.length === 0) {
				yield* found;
				return;
			}
			const rowsFound: Row[] = [];
			for await (const row of found) rowsFound.push(row);
			await addParts(record, rowsFound, options.include, ask, session);
			yield* rowsFound;
		},
	});
}

async function* find(
	{ record, role }: Relation,
	filters: RelationFilters,
	{ division, select, limit }: Ask,
	session: Session,
): AsyncGenerator<Row> {
	const within = all(role, await narrowing(filters, session));
	const { search, searchContacts } = filters;
	const where = search === undefined ? within : all(within, searchCondition(search));
	const seen = new Set<unknown>();
	for await (const row of session.list(record, { division, select, where, limit })) {
		seen.add(row.ID);
		yield row;
	}
	if (search === undefined || !searchContacts || seen.size === limit) return;
	const owners = await ownersOfContacts(search, division, session);
	const values = owners.filter((id) => !seen.has(id));
	const left = limit === undefined ? undefined : limit - seen.size;
	const reading = { division, select, where: within, limit: left, field: 'ID', values };
	yield* session.listByValues(record, reading);
}

/** The relations with a contact of this name. */
async function ownersOfContacts(
	search: string,
	division: number,
	session: Session,
): Promise<string[]> {
	const where: Condition = all(
		{ field: 'FullName', contains: search },
		{ field: 'Account', is: 'ne', value: null },
	);
	const owners = new Set<string>();
	for await (const { Account } of session.list(contact, { division, select: ['Account'], where })) {
		owners.add(String(Account));
	}
	return [...owners];
}
