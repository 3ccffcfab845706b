import type { Resource } from '../../kit/operation';
import { create } from './create';
import { getMany } from './getMany';

export const payment: Resource = {
	value: 'payment',
	name: 'Payment',
	description: 'Pay invoices, and see what they were paid with',
	operations: [create, getMany],
};
