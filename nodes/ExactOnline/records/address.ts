import { addressColumns } from './columns/address';
import { record } from './record';
import { flag, guid, text, word } from './shows';

/** An address of a relation other than the visiting address on its own row. */
export const address = record({
	noun: 'address',
	path: 'crm/Addresses',
	bulk: 'bulk/CRM/Addresses',
	bulkFilters: ['Account', 'Contact', 'ID', 'Main', 'Type', 'Warehouse'],
	key: 'ID',
	scope: 'CRM: accounts',
	columns: addressColumns,
	shows: {
		id: guid('ID'),
		type: word('Type', { 1: 'visit', 2: 'postal', 3: 'invoice', 4: 'delivery' }),
		isMain: flag('Main'),
		line1: text('AddressLine1'),
		line2: text('AddressLine2'),
		line3: text('AddressLine3'),
		postcode: text('Postcode'),
		city: text('City'),
		state: text('State'),
		country: text('Country'),
		phone: text('Phone'),
	},
});
