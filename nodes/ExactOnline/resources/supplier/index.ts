import type { Resource } from '../../kit/operation';
import { supplier as relation } from '../../records/account';
import { lookUps } from '../../kit/lookups';
import { relationOperations } from '../relation';

export const supplier: Resource = {
	value: 'supplier',
	name: 'Supplier',
	description: 'Vendor, creditor',
	operations: relationOperations(relation, lookUps.supplier, {
		many: 'suppliers',
		get: ['R23'],
		getMany: ['R21'],
		roleMissing: "'Supplier' is not ticked on it in Exact",
	}),
};
