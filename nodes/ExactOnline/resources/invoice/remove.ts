import type { IDataObject } from 'n8n-workflow';

import { equals } from '../../exact/odata/filter';
import type { Session } from '../../exact/session';
import { textOf } from '../../exact/values/text';
import { writeOnce } from '../../kit/booking/recover';
import type { Inputs } from '../../kit/field';
import { lookUps } from '../../kit/lookups';
import type { ItemOperation } from '../../kit/operation';
import { divisionReference } from '../../kit/reference';
import { findFields, findInvoice } from './find';
import { refuseUnlessOpen, tellsOpen } from './open';
import type { Books } from './reading';
import { sides, type SideName } from './sides';

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
	schema: {
		type: 'object',
		properties: {
			division: { type: 'integer' },
			id: { type: 'string' },
			number: { type: 'integer' },
			journal: { type: 'string' },
			deleted: { type: 'boolean' },
		},
	},
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
	refuseUnlessOpen(invoice, division, session);
	const { record } = sides[side];
	const id = textOf(row[record.key]);
	await writeOnce(
		async () => {
			await session.remove({ source: record, division, key: id });
			return true;
		},
		async () =>
			(await books.list(side, equals(record.key, id), 1)).length === 0 ? true : undefined,
		(lost) =>
			session.fail({
				code: 'UNKNOWN_OUTCOME',
				message: `Invoice ${textOf(row.EntryNumber)} may or may not have been deleted`,
				description: `It was still there a minute later. Look it up before you run this again. ${lost.message}`,
				endpoint: record.path,
				division,
			}),
		session,
	);
	return {
		division,
		id,
		number: Number(row.EntryNumber),
		journal: textOf(row.Journal),
		deleted: true,
	};
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
