import type { Resource } from '../../kit/operation';
import { create } from './create';
import { get } from './get';
import { getLines } from './getLines';
import { getMany } from './getMany';
import { update } from './update';

export const analyticAccount: Resource = {
	value: 'analyticAccount',
	name: 'Analytic Account',
	description: 'Cost center, cost unit or project',
	operations: [getMany, get, getLines, create, update],
};
