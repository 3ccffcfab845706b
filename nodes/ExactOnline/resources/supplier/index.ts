import type { Resource } from '../../kit/operation';
import { relationOperations } from '../relation';
import { supplierRole } from '../relation/write/roles';

export const supplier: Resource = {
	value: 'supplier',
	name: 'Supplier',
	description: 'Vendor, creditor',
	operations: relationOperations(supplierRole, {
		many: 'suppliers',
		get: ['R23'],
		getMany: ['R21'],
		create: ['R22'],
		update: ['R24'],
		roleMissing: "'Supplier' is not ticked on it in Exact",
	}),
};
