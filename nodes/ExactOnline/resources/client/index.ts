import type { Resource } from '../../kit/operation';
import { relationOperations } from '../relation';
import { clientRole } from '../relation/write/roles';

export const client: Resource = {
	value: 'client',
	name: 'Client',
	description: 'Customer, debtor',
	operations: relationOperations(clientRole, {
		many: 'clients',
		get: ['R19'],
		getMany: ['R17'],
		create: ['R18'],
		update: ['R20'],
		roleMissing: 'its status in Exact is not Customer',
	}),
};
