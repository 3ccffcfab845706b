import type { Resource } from '../../kit/operation';
import { create } from './create';
import { get } from './get';
import { getMany } from './getMany';

export const journalEntry: Resource = {
	value: 'journalEntry',
	name: 'Journal Entry',
	description: 'Any entry of the ledger with its lines: the whole administration',
	operations: [getMany, get, create],
};
