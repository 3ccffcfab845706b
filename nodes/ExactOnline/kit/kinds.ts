import type { InvoiceKind } from '../ledger/kinds';
import type { Field } from './field';
import { someChoices } from './fields';

/** The kinds of invoices as they are offered. */
export const kindOptions: Array<{ name: string; value: InvoiceKind }> = [
	{ name: 'Purchase Credit Note', value: 'supplierRefund' },
	{ name: 'Purchase Invoice', value: 'supplierInvoice' },
	{ name: 'Sales Credit Note', value: 'customerRefund' },
	{ name: 'Sales Invoice', value: 'customerInvoice' },
];

/** Any of the kinds, at least one. */
export function kindsField(hint: string): Field<InvoiceKind[]> {
	const words = { label: 'Kinds', hint, section: 'subject' } as const;
	return someChoices(words, kindOptions, ['customerInvoice']);
}
