import type { Value } from '../entities/entity.mjs';
import { badSyntax } from './failure.mjs';
import { constant } from './literal.mjs';
import type { EdmType } from './literal.mjs';
import { parseKey } from './syntax.mjs';

/** A path below the division, e.g. `crm/Accounts(guid'…')/BankAccounts`. */
export interface ServicePath {
	/** Without the key, as it was written. */
	endpoint: string;
	/** Text between the brackets. */
	key?: string;
	/** A collection below the keyed record. */
	collection?: string;
	count: boolean;
}

const form = /^([^()]+?)(?:\(([^)]*)\)(?:\/([A-Za-z]\w*))?)?(\/\$count)?\/?$/;

export function parsePath(service: string): ServicePath | undefined {
	const match = form.exec(service);
	if (!match?.[1]) return undefined;
	return { endpoint: match[1], key: match[2], collection: match[3], count: Boolean(match[4]) };
}

/** The value of a key: a guid literal, or a number where the key is a number. */
export function keyValue(text: string, type: EdmType): Value {
	const found = constant(parseKey(text));
	if (found.type !== type) throw badSyntax();
	return found.value;
}
