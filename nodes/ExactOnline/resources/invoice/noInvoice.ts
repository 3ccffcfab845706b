import { equals } from '../../exact/odata/filter';
import type { Session } from '../../exact/session';
import { entryKind } from '../../kit/entries/entryKind';
import type { FoundBy } from '../../kit/entryKey';
import { transactionLine } from '../../records/transactionLine';

/** Says why there is no invoice: it does not exist, or the ID is that of an entry of another kind. */
export async function noInvoice(
	{ named, id }: FoundBy,
	division: number,
	session: Session,
): Promise<never> {
	const type = id === undefined ? undefined : await entryType(id, division, session);
	if (id !== undefined && type !== undefined) return otherKind(id, type, division, session);
	return session.fail({
		code: 'NOT_FOUND',
		message: `No invoice with ${named} in division ${division}`,
		description:
			'It may have been deleted, or belong to another division. The ID of an invoice that was made in the sales module is not that of its entry. Use Get Many to see what there is.',
		division,
	});
}

function otherKind(id: string, type: number, division: number, session: Session): never {
	const [what, use] = entryKind(type, 'no invoice');
	return session.fail({
		code: 'TYPE',
		message: `Entry ${id} is ${what} (type ${type})`,
		description:
			use === 'Invoice'
				? "Set 'Sales or Purchase' to the other one, or to Any."
				: `Use ${use} for it.`,
		division,
		more: { type },
	});
}

/** The type of an entry, whatever it was booked with; nothing when the ledger does not know it. */
async function entryType(
	id: string,
	division: number,
	session: Session,
): Promise<number | undefined> {
	const where = equals('EntryID', id);
	const reading = { division, select: ['EntryID', 'Type'], where, limit: 1 };
	for await (const { Type } of session.list(transactionLine, reading)) return Number(Type);
	return undefined;
}
