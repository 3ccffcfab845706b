import { addressColumns } from './columns/address';
import { record } from './record';
import { addressLines, flag, guid, text, word } from './shows';

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
		...addressLines,
		state: text('State'),
		country: text('Country'),
		phone: text('Phone'),
	},
});
