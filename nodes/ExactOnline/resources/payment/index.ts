import type { Resource } from '../../kit/operation';
import { getMany } from './getMany';

export const payment: Resource = {
	value: 'payment',
	name: 'Payment',
	description: 'What an invoice was paid with',
	operations: [getMany],
};
