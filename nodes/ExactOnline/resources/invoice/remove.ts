import type { IDataObject } from 'n8n-workflow';

import type { Session } from '../../exact/session';
import type { Inputs } from '../../kit/field';
import { removedSchema, removeOnce } from '../../kit/booking/removeOnce';
import { lookUps } from '../../kit/lookups';
import type { ItemOperation } from '../../kit/operation';
import { divisionReference } from '../../kit/reference';
import { findFields, findInvoice, tellsOpen } from './find';
import type { Books } from './reading';
import { sides, type SideName } from '../../kit/sides';

const fields = { division: divisionReference(lookUps.division), ...findFields };

/** Delete: takes an invoice out of the books that is still open, with its lines. */
export const remove: ItemOperation = {
	value: 'delete',
	words: {
		name: 'Delete',
		action: 'Delete invoice',
		description: 'Delete an invoice that is still open',
	},
	rows: [],
	writes: Object.values(sides).map(({ record }) => record),
	cost: '2 calls, 1 more when sales or purchase is not chosen',
	fields,
	schema: removedSchema,
	run: async function* (inputs, session) {
		yield await removeInvoice(inputs as Inputs<typeof fields>, session);
	},
};

async function removeInvoice(
	inputs: Inputs<typeof fields>,
	session: Session,
): Promise<IDataObject> {
	const { division } = inputs;
	const books = plainBooks(division, session);
	const invoice = await findInvoice(inputs, books, session, tellsOpen);
	const { side, row } = invoice;
	return await removeOnce({ record: sides[side].record, division, row, noun: 'Invoice' }, session);
}

/** Only what is needed to know which invoice it is. */
function plainBooks(division: number, session: Session): Pick<Books, 'division' | 'list'> {
	const list = async (
		side: SideName,
		where: Parameters<Books['list']>[1],
		limit?: number,
		also: readonly string[] = [],
	) => {
		const { record } = sides[side];
		const rows = [];
		const select = [...new Set([record.key, ...also])];
		for await (const row of session.list(record, { division, select, where, limit }))
			rows.push(row);
		return rows;
	};
	return { division, list };
}
