import type { Resource } from '../../kit/operation';
import { send } from './send';

export const apiRequest: Resource = {
	value: 'apiRequest',
	name: 'API Request',
	description: 'Any path of Exact Online that has no operation of its own yet',
	operations: [send],
};
