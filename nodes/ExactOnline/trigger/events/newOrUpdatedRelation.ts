import { client, supplier } from '../../records/account';
import { event, type TriggerEvent } from '../event';

export const newOrUpdatedClient: TriggerEvent = event({
	value: 'newOrUpdatedClient',
	name: 'New or Updated Client',
	description: 'When a client was added or changed',
	fields: {},
	options: {},
	record: client.record,
	watches: () => [
		{
			name: 'clients',
			record: client.record,
			stamp: 'Modified',
			only: { Status: ['C'] },
			parts: [],
		},
	],
});

export const newOrUpdatedSupplier: TriggerEvent = event({
	value: 'newOrUpdatedSupplier',
	name: 'New or Updated Supplier',
	description: 'When a supplier was added or changed',
	fields: {},
	options: {},
	record: supplier.record,
	watches: () => [
		{
			name: 'suppliers',
			record: supplier.record,
			stamp: 'Modified',
			only: { IsSupplier: [true] },
			parts: [],
		},
	],
});
