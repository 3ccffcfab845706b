import type { Operation } from '../../kit/operation';
import { get } from './get';
import { getMany } from './getMany';
import { create } from './write/create';
import { remove } from './write/remove';
import type { Role } from './write/roles';
import { update } from './write/update';
import { upsert } from './write/upsert';

/** What differs between a client and a supplier besides their records. */
export interface RelationWords {
	/** `clients` */
	many: string;
	/** Rows of the coverage list, by operation. */
	get: readonly string[];
	getMany: readonly string[];
	create: readonly string[];
	update: readonly string[];
	/** Why a relation is not one, after "exists, but". */
	roleMissing: string;
}

/** Everything that clients and suppliers have in common: they are one entity in Exact, in two roles. */
export function relationOperations(role: Role, words: RelationWords): Operation[] {
	const { relation, lookUp } = role;
	return [
		getMany(relation, words),
		get(relation, lookUp, words),
		create(role, words.create),
		upsert(role),
		update(role, words.update),
		remove(role),
	];
}
