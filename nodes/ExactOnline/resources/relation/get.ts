import type { Session } from '../../exact/session';
import type { Row } from '../../exact/source';
import { textOf } from '../../exact/values/text';
import { isReferred, notFound } from '../../kit/referred';
import { collection } from '../../kit/fields';
import type { LookUp } from '../../kit/lookups';
import { readOne, type Operation } from '../../kit/operation';
import { addParts } from '../../kit/parts';
import { reference } from '../../kit/reference';
import type { Relation } from '../../records/account';
import type { RelationWords } from './index';
import { include } from './parts';

/** Get: one client or supplier, by the list, its code or its ID. */
export function get(
	{ record, isOne }: Relation,
	lookUp: LookUp,
	{ get: rows, roleMissing }: RelationWords,
): Operation {
	const { noun } = record;
	return readOne({
		value: 'get',
		words: { name: 'Get', action: `Get ${noun}`, description: `Retrieve one ${noun}` },
		rows,
		cost: '1 call, and 1 for each kind of part that is included',
		record,
		fields: {
			relation: reference(lookUp),
			options: collection({ label: 'Options', section: 'options', add: 'Add Option' }, { include }),
		},
		run: async ({ relation, options }, ask, session) => {
			const { division } = ask;
			const select = [...new Set([...ask.select, 'Status', 'IsSupplier'])];
			const where = isReferred(record, relation);
			for await (const row of session.list(record, { division, select, where, limit: 1 })) {
				if (!isOne(row)) return otherRole(session, row, noun, roleMissing, division);
				await addParts(record, [row], options.include, ask, session);
				return row;
			}
			return notFound(session, record, relation, division);
		},
	});
}

function otherRole(
	session: Session,
	row: Row,
	noun: string,
	roleMissing: string,
	division: number,
): never {
	return session.fail({
		code: 'ROLE',
		message: `Relation ${textOf(row.Code ?? row.ID)} exists in division ${division}, but is not a ${noun}: ${roleMissing}`,
		description: `Give the relation this role in Exact Online first, or choose a ${noun} from the list.`,
		endpoint: 'crm/Accounts',
		division,
	});
}
