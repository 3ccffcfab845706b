import { equals } from '../../exact/odata/filter';
import type { Session } from '../../exact/session';
import { invoiceKinds, kindOf } from '../../ledger/kinds';
import { transactionLine } from '../../records/transactionLine';
import type { Wanted } from './wanted';

/** What else an entry can be, by the type of its lines in the ledger, and where it is read then. */
const otherEntries: Readonly<Record<number, readonly [what: string, use: string]>> = {
	10: ['an opening balance', 'Journal Entry'],
	40: ['a bank or cash entry', 'Financial Entry'],
	50: ['a VAT return', 'Journal Entry'],
	90: ['a general journal entry', 'Miscellaneous Operation'],
};

/** Says why there is no invoice: it does not exist, or the ID is that of an entry of another kind. */
export async function noInvoice(
	{ named, id }: Wanted,
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
	const kind = kindOf(type);
	const [what, use] = otherEntries[type] ?? ['no invoice', 'Journal Entry'];
	return session.fail({
		code: 'TYPE',
		message:
			kind === undefined
				? `Entry ${id} is ${what} (type ${type})`
				: `Entry ${id} is a ${invoiceKinds[kind].words} (type ${type})`,
		description:
			kind === undefined
				? `Use ${use} for it.`
				: "Set 'Sales or Purchase' to the other one, or to Any.",
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
