import { syncColumns } from './column.mjs';
import type { Endpoint, Entity, Verb } from './entity.mjs';

const crud: readonly Verb[] = ['GET', 'POST', 'PUT', 'DELETE'];

/** An ordinary endpoint: 60 a page, everything allowed unless said otherwise. */
export function ordinary(path: string, entity: Entity, more: Partial<Endpoint> = {}): Endpoint {
	return {
		path,
		kind: 'ordinary',
		entity,
		columns: entity.columns,
		verbs: crud,
		pageSize: 60,
		wide: false,
		mandatoryFilter: [],
		alwaysResults: false,
		...more,
	};
}

/** The bulk twin: GET only, 1000 a page, `$select` wanted, no `$skip`. */
export function bulk(path: string, entity: Entity, more: Partial<Endpoint> = {}): Endpoint {
	return ordinary(`bulk/${path}`, entity, {
		kind: 'bulk',
		verbs: ['GET'],
		pageSize: 1000,
		...more,
	});
}

/** The sync twin: GET only, 1000 a page in the order of Timestamp, nothing else can be filtered. */
export function sync(path: string, entity: Entity, more: Partial<Endpoint> = {}): Endpoint {
	return ordinary(`sync/${path}`, entity, {
		kind: 'sync',
		columns: entity.columns.byName.has('Timestamp')
			? entity.columns
			: syncColumns(entity.columns, entity.key),
		verbs: ['GET'],
		pageSize: 1000,
		closedFilter: ['Timestamp'],
		...more,
	});
}
