import type { Resource } from '../../kit/operation';
import { create } from './create';
import { get } from './get';
import { getMany } from './getMany';
import { remove } from './remove';

export const miscellaneousOperation: Resource = {
	value: 'miscellaneousOperation',
	name: 'Miscellaneous Operation',
	description: 'General journal entry',
	operations: [getMany, get, create, remove],
};
