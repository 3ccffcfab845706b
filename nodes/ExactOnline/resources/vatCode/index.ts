import type { Resource } from '../../kit/operation';
import { getMany } from './getMany';

export const vatCode: Resource = {
	value: 'vatCode',
	name: 'VAT Code',
	description: 'Tax rate, BTW, TVA',
	operations: [getMany],
};
