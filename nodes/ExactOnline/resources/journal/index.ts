import type { Resource } from '../../kit/operation';
import { create } from './create';
import { getMany } from './getMany';

export const journal: Resource = {
	value: 'journal',
	name: 'Journal',
	description: 'Daybook, dagboek, diary',
	operations: [getMany, create],
};
