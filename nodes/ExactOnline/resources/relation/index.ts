import type { LookUp } from '../../kit/lookups';
import type { Operation } from '../../kit/operation';
import type { Relation } from '../../records/account';
import { get } from './get';
import { getMany } from './getMany';

/** What differs between a client and a supplier besides their records. */
export interface RelationWords {
	/** `clients` */
	many: string;
	/** Rows of the coverage list, by operation. */
	get: readonly string[];
	getMany: readonly string[];
	/** Why a relation is not one, after "exists, but". */
	roleMissing: string;
}

/** Everything that clients and suppliers have in common: they are one entity in Exact, in two roles. */
export function relationOperations(
	relation: Relation,
	lookUp: LookUp,
	words: RelationWords,
): Operation[] {
	return [getMany(relation, words), get(relation, lookUp, words)];
}
