import type { Resource } from '../../kit/operation';
import { get } from './get';
import { getMany } from './getMany';

export const division: Resource = {
	value: 'division',
	name: 'Division',
	description: 'Company, administration or folder',
	operations: [getMany, get],
};
