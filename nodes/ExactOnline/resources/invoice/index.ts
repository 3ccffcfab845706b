import type { Resource } from '../../kit/operation';
import { create } from './create';
import { get } from './get';
import { getMany } from './getMany';
import { remove } from './remove';
import { update } from './update';

export const invoice: Resource = {
	value: 'invoice',
	name: 'Invoice',
	description: 'Sales and purchase invoices and credit notes in the ledger',
	operations: [getMany, get, create, update, remove],
};
