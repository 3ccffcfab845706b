import { invoiceKinds, kindOf } from '../../ledger/kinds';

/** Entries that are no invoices, by the type of their lines in the ledger. */
const others: Readonly<Record<number, readonly [what: string, use: string]>> = {
	10: ['an opening balance', 'Journal Entry'],
	40: ['a bank or cash entry', 'Financial Entry'],
	50: ['a VAT return', 'Journal Entry'],
	90: ['a general journal entry', 'Miscellaneous Operation'],
};

/** What an entry is in words, by the type of its lines, and the resource that reads it; `otherwise` for all else. */
export function entryKind(type: number, otherwise: string): readonly [what: string, use: string] {
	const kind = kindOf(type);
	if (kind !== undefined) return [`a ${invoiceKinds[kind].words}`, 'Invoice'];
	return others[type] ?? [otherwise, 'Journal Entry'];
}
