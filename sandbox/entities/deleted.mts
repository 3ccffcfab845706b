import { sync } from './endpoint.mjs';
import { columns } from './column.mjs';
import type { Entity } from './entity.mjs';

/** What was deleted in a company, in one stream of rowversions with everything else. */
export const deleted: Entity = {
	name: 'Deleted',
	model: 'Exact.Web.Api.Models.Sync.Deleted',
	key: 'ID',
	title: { en: 'Deleted', nl: 'Verwijderd' },
	computed: { Division: (_row, scope) => scope.company.code },
	columns: columns(`
	Timestamp                           Int64
	DeletedBy                           Guid
	DeletedDate                         Moment
	Division                            Int32
	EntityKey                           Guid
	EntityType                          Int32
	ID                                  Guid
	`),
};

export const deletedEndpoints = [
	sync('Deleted', deleted, { closedFilter: ['Timestamp', 'EntityType'] }),
];
