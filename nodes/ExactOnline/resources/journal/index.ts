import type { Resource } from '../../kit/operation';
import { getMany } from './getMany';

export const journal: Resource = {
	value: 'journal',
	name: 'Journal',
	description: 'Daybook, dagboek, diary',
	operations: [getMany],
};
