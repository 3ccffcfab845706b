import type { Resource } from '../../kit/operation';
import { getMany } from './getMany';

export const outstandingItem: Resource = {
	value: 'outstandingItem',
	name: 'Outstanding Item',
	description: 'Open receivable or payable, debtors, creditors, ageing',
	operations: [getMany],
};
