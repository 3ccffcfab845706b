import type { Resource } from '../../kit/operation';
import { getMany } from './getMany';

export const bookyear: Resource = {
	value: 'bookyear',
	name: 'Bookyear',
	description: 'Financial year with its periods',
	operations: [getMany],
};
