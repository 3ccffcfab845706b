import { all, any, equals, type Condition } from '../../exact/odata/filter';
import type { Session } from '../../exact/session';
import { textOf } from '../../exact/values/text';
import { changeFilters, changes } from '../../kit/changes';
import type { Inputs } from '../../kit/field';
import { collection, textField } from '../../kit/fields';
import { lookUps } from '../../kit/lookups';
import { resolve } from '../../kit/lookups/resolve';
import { readMany } from '../../kit/operation';
import { notFound } from '../../kit/referred';
import { optionalReference } from '../../kit/reference';
import { contactOfRelation } from '../../records/contact';

const inner = {
	client: optionalReference(lookUps.client, { hint: 'Only persons who work for this client' }),
	supplier: optionalReference(lookUps.supplier, {
		hint: 'Only persons who work for this supplier',
	}),
	search: textField({ label: 'Search', hint: 'Part of the name or email' }),
	...changeFilters(contactOfRelation, "Country eq 'BE'"),
};

export const getMany = readMany({
	value: 'getAll',
	words: {
		name: 'Get Many',
		action: 'Get many contacts',
		description: 'Retrieve many contacts of a division, or those of one client or supplier',
	},
	rows: [],
	cost: '1 call for up to 60, else 1 for each 1,000, or for each 60 with filters other than client and supplier; 1 more to find a relation by its code',
	record: contactOfRelation,
	fields: {
		filters: collection({ label: 'Filters', section: 'filters', add: 'Add Filter' }, inner),
	},
	run: async function* ({ filters }, { division, select, limit }, session) {
		const where = all(
			await ofRelations(filters, division, session),
			filters.search === undefined ? undefined : searched(filters.search),
			await changes(filters, session),
		);
		yield* session.list(contactOfRelation, { division, select, where, limit });
	},
});

/** Persons at the client or at the supplier, if one of them was given. */
async function ofRelations(
	filters: Inputs<typeof inner>,
	division: number,
	session: Session,
): Promise<Condition | undefined> {
	const owners: Condition[] = [];
	for (const role of ['client', 'supplier'] as const) {
		const reference = filters[role];
		if (reference === undefined) continue;
		if ('id' in reference) owners.push(equals('Account', reference.id));
		else {
			const lookUp = lookUps[role];
			const row = (await resolve([{ lookUp, reference }], division, session)).row(
				lookUp,
				reference,
			);
			if (row === undefined) return notFound(session, lookUp.record, reference, division);
			owners.push(equals('Account', textOf(row.ID)));
		}
	}
	return owners.length === 0 ? undefined : any(...owners);
}

function searched(search: string): Condition {
	const columns = ['FullName', 'BusinessEmail', 'Email'];
	return any(...columns.map((field) => ({ field, contains: search })));
}
