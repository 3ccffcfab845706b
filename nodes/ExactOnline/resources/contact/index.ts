import type { Resource } from '../../kit/operation';
import { getMany } from './getMany';

export const contact: Resource = {
	value: 'contact',
	name: 'Contact',
	description: 'Person at a client or supplier',
	operations: [getMany],
};
