import type { Resource } from '../../kit/operation';
import { create } from './create';
import { getMany } from './getMany';
import { update } from './update';

export const contact: Resource = {
	value: 'contact',
	name: 'Contact',
	description: 'Person at a client or supplier',
	operations: [getMany, create, update],
};
