import { kindsField } from '../../kit/kinds';
import { invoiceKinds, type InvoiceKind } from '../../ledger/kinds';
import { purchaseEntry } from '../../records/purchaseEntry';
import { salesEntry } from '../../records/salesEntry';
import { event, includeLines } from '../event';
import { journalsField, ofJournals } from '../journals';
import type { Watch } from '../watch';

const sides = {
	sales: { name: 'salesEntries', record: salesEntry },
	purchase: { name: 'purchaseEntries', record: purchaseEntry },
};

/** An invoice or credit note was booked. */
export const newInvoice = event({
	value: 'newInvoice',
	name: 'New Invoice',
	description: 'When an invoice or credit note was booked',
	fields: {
		kinds: kindsField('What to watch; sales and purchases are watched with calls of their own'),
		journals: journalsField,
	},
	options: { includeLines },
	record: purchaseEntry,
	watches: ({ kinds, journals }, options) =>
		(['sales', 'purchase'] as const).flatMap((side): Watch[] => {
			const types = typesOf(side, kinds);
			if (types.length === 0) return [];
			const only = { Type: types, ...ofJournals('Journal', journals) };
			const parts = options.includeLines ? ['lines'] : [];
			return [{ ...sides[side], stamp: 'Created', only, parts }];
		}),
});

function typesOf(side: 'sales' | 'purchase', kinds: readonly InvoiceKind[]): number[] {
	return kinds
		.map((kind) => invoiceKinds[kind])
		.filter((kind) => kind.side === side)
		.map(({ entryType }) => entryType);
}
