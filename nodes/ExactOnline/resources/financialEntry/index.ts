import type { Resource } from '../../kit/operation';
import { get } from './get';
import { getMany } from './getMany';

export const financialEntry: Resource = {
	value: 'financialEntry',
	name: 'Financial Entry',
	description: 'Bank or cash entry, bank statement',
	operations: [getMany, get],
};
