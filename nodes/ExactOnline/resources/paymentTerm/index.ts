import type { Resource } from '../../kit/operation';
import { getMany } from './getMany';

export const paymentTerm: Resource = {
	value: 'paymentTerm',
	name: 'Payment Term',
	description: 'Payment condition',
	operations: [getMany],
};
