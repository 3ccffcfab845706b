import type { Resource } from '../../kit/operation';
import { getMany } from './getMany';

export const analyticPlan: Resource = {
	value: 'analyticPlan',
	name: 'Analytic Plan',
	description: 'Dimension: cost centers, cost units, projects',
	operations: [getMany],
};
