import type { Resource } from '../../kit/operation';
import { getMany } from './getMany';

export const bankAccount: Resource = {
	value: 'bankAccount',
	name: 'Bank Account',
	description: 'Own account of the company',
	operations: [getMany],
};
