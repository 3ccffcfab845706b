import type { Resource } from '../../kit/operation';
import { client as relation } from '../../records/account';
import { lookUps } from '../../kit/lookups';
import { relationOperations } from '../relation';

export const client: Resource = {
	value: 'client',
	name: 'Client',
	description: 'Customer, debtor',
	operations: relationOperations(relation, lookUps.client, {
		many: 'clients',
		get: ['R19'],
		getMany: ['R17'],
		roleMissing: 'its status in Exact is not Customer',
	}),
};
