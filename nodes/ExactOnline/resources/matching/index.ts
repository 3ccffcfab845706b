import type { Resource } from '../../kit/operation';
import { match } from './match';
import { matchMultiple } from './matchMultiple';
import { suggest } from './suggest';

export const matching: Resource = {
	value: 'matching',
	name: 'Matching',
	description: 'Reconcile invoices and payments',
	operations: [match, matchMultiple, suggest],
};
