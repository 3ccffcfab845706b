import type { InvoiceKind } from '../ledger/kinds';
import type { Field } from './field';
import { choices } from './fields';

/** The kinds of invoices as they are offered. */
export const kindOptions: Array<{ name: string; value: InvoiceKind }> = [
	{ name: 'Purchase Credit Note', value: 'supplierRefund' },
	{ name: 'Purchase Invoice', value: 'supplierInvoice' },
	{ name: 'Sales Credit Note', value: 'customerRefund' },
	{ name: 'Sales Invoice', value: 'customerInvoice' },
];

/** Any of the kinds, at least one. */
export function kindsField(hint: string): Field<InvoiceKind[]> {
	const field = choices({ label: 'Kinds', hint, section: 'subject' }, kindOptions);
	return {
		...field,
		property: { ...field.property, required: true, default: ['customerInvoice'] },
		read: (value, place) => {
			const kinds = field.read(value, place);
			if (kinds.length > 0) return kinds;
			return place.refuse('PARAM_REQUIRED', 'is empty', 'Choose at least one kind of invoice.');
		},
	};
}
