import { kindsField } from '../../kit/kinds';
import { invoiceKinds, type InvoiceKind } from '../../ledger/kinds';
import { purchaseEntry } from '../../records/purchaseEntry';
import { salesEntry } from '../../records/salesEntry';
import { event, includeLines } from '../event';
import { filesAsked, includeFiles } from '../files';
import { journalsField, ofJournals } from '../journals';
import { rowsOf } from '../records';
import type { Watch } from '../watch';

const sides = {
	sales: { name: 'salesEntries', record: salesEntry },
	purchase: { name: 'purchaseEntries', record: purchaseEntry },
};

const documentColumn = 'Document';

/** An invoice or credit note was booked. */
export const newInvoice = event({
	value: 'newInvoice',
	name: 'New Invoice',
	description: 'When an invoice or credit note was booked',
	fields: {
		kinds: kindsField(
			'What starts the workflow; sales and purchases take one call each in every poll',
		),
		journals: journalsField,
	},
	options: { includeFiles, includeLines },
	record: purchaseEntry,
	watches: ({ kinds, journals }, options) =>
		(['sales', 'purchase'] as const).flatMap((side): Watch[] => {
			const types = typesOf(side, kinds);
			if (types.length === 0) return [];
			const only = { Type: types, ...ofJournals('Journal', journals) };
			const { name, record } = sides[side];
			const read = rowsOf(record, options.includeLines ? ['lines'] : []);
			const files = filesAsked(options.includeFiles);
			const columns = ['Type', 'Journal', documentColumn];
			return [{ name, record, stamp: 'Created', columns, only, read, documentColumn, ...files }];
		}),
});

function typesOf(side: 'sales' | 'purchase', kinds: readonly InvoiceKind[]): number[] {
	return kinds
		.map((kind) => invoiceKinds[kind])
		.filter((kind) => kind.side === side)
		.map(({ entryType }) => entryType);
}
