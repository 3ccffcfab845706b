import type { Resource } from '../../kit/operation';
import { get } from './get';
import { getMany } from './getMany';

export const miscellaneousOperation: Resource = {
	value: 'miscellaneousOperation',
	name: 'Miscellaneous Operation',
	description: 'General journal entry',
	operations: [getMany, get],
};
