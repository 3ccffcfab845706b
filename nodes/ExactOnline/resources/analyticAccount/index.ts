import type { Resource } from '../../kit/operation';
import { get } from './get';
import { getLines } from './getLines';
import { getMany } from './getMany';

export const analyticAccount: Resource = {
	value: 'analyticAccount',
	name: 'Analytic Account',
	description: 'Cost center, cost unit or project',
	operations: [getMany, get, getLines],
};
