import type { Resource } from '../../kit/operation';
import { getMany } from './getMany';

export const employee: Resource = {
	value: 'employee',
	name: 'Employee',
	description: 'Staff, HR',
	operations: [getMany],
};
