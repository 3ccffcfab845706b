import type { Resource } from '../../kit/operation';
import { create } from './create';
import { get } from './get';
import { getMany } from './getMany';
import { remove } from './remove';

export const financialEntry: Resource = {
	value: 'financialEntry',
	name: 'Financial Entry',
	description: 'Bank or cash entry, bank statement',
	operations: [getMany, get, create, remove],
};
