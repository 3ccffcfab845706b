import { client, supplier, type Relation } from '../../records/account';
import { event, type TriggerEvent } from '../event';
import { rowsOf } from '../records';
import type { Watch } from '../watch';

export const newOrUpdatedClient: TriggerEvent = event({
	value: 'newOrUpdatedClient',
	name: 'New or Updated Client',
	description: 'When a client was added or changed',
	fields: {},
	options: {},
	record: client.record,
	watches: () => [relations('clients', client, { Status: ['C'] })],
});

export const newOrUpdatedSupplier: TriggerEvent = event({
	value: 'newOrUpdatedSupplier',
	name: 'New or Updated Supplier',
	description: 'When a supplier was added or changed',
	fields: {},
	options: {},
	record: supplier.record,
	watches: () => [relations('suppliers', supplier, { IsSupplier: [true] })],
});

function relations(name: string, { record }: Relation, only: Watch['only']): Watch {
	const columns = Object.keys(only);
	return { name, record, stamp: 'Modified', columns, only, read: rowsOf(record, []) };
}
