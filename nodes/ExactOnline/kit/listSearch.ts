import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';

import { openSession } from '../exact/session';
import type { World } from '../exact/world';
import { plainText } from './field';
import { lookUps, type LookUp } from './lookups';
import { placeAt } from './inputs';
import { readDivision } from './reference';

type ListSearch = (
	this: ILoadOptionsFunctions,
	text?: string,
	from?: string,
) => Promise<INodeListSearchResult>;

/** The searches behind every *From List*, by the name that the fields use. */
export function listSearches(world: World): Record<string, ListSearch> {
	return Object.fromEntries(
		Object.values(lookUps).map((lookUp) => [lookUp.searchMethod, listSearch(lookUp, world)]),
	);
}

/** The list behind a field in which several divisions are ticked (`divisionsField`). */
export function divisionOptions(world: World) {
	return async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		const session = await openSession(this, world, 'refuse');
		const { items } = await lookUps.division.search(session, { division: 0, text: '' });
		return items.map(({ name, value }) => ({ name, value: Number(value) }));
	};
}

function listSearch(lookUp: LookUp, world: World): ListSearch {
	return async function (text, from) {
		const division = lookUp.inDivision ? chosenDivision(this) : 0;
		const session = await openSession(this, world, 'refuse');
		const { items, next } = await lookUp.search(session, { division, text: text ?? '', from });
		return { results: items, paginationToken: next };
	};
}

/** The division of the panel; an expression can not always be worked out while nothing runs. */
function chosenDivision(context: ILoadOptionsFunctions): number {
	const chosen: unknown = context.getCurrentNodeParameter('division', { extractValue: true });
	const given = plainText(chosen);
	const place = placeAt(context.getNode(), 'Division', context.getTimezone());
	if (given === '' || given.startsWith('=')) {
		return place.refuse(
			'PARAM_REQUIRED',
			given === '' ? 'is not chosen yet' : 'is an expression that has no value yet',
			"This list belongs to one division. Choose a fixed division, run the nodes before so that the expression has a value, or use 'By Code' or 'By ID'.",
		);
	}
	return readDivision(given, place);
}
