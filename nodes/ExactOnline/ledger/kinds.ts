/** The four kinds of invoice; Exact calls refunds credit notes. */
export type InvoiceKind =
	'customerInvoice' | 'customerRefund' | 'supplierInvoice' | 'supplierRefund';

export interface InvoiceKindFacts {
	side: 'sales' | 'purchase';
	/** `Type` of Exact's entries and of TransactionLines. */
	entryType: 20 | 21 | 30 | 31;
	/** Exact keeps credit notes as negative entries; people enter and read positive amounts. */
	sign: 1 | -1;
	/** `Journals.Type` that take this kind, the one to prefer first. */
	journalTypes: readonly number[];
	words: 'sales invoice' | 'sales credit note' | 'purchase invoice' | 'purchase credit note';
}

export const invoiceKinds: Readonly<Record<InvoiceKind, InvoiceKindFacts>> = {
	customerInvoice: {
		side: 'sales',
		entryType: 20,
		sign: 1,
		journalTypes: [20],
		words: 'sales invoice',
	},
	customerRefund: {
		side: 'sales',
		entryType: 21,
		sign: -1,
		journalTypes: [21, 20],
		words: 'sales credit note',
	},
	supplierInvoice: {
		side: 'purchase',
		entryType: 30,
		sign: 1,
		journalTypes: [22],
		words: 'purchase invoice',
	},
	supplierRefund: {
		side: 'purchase',
		entryType: 31,
		sign: -1,
		journalTypes: [23, 22],
		words: 'purchase credit note',
	},
};

/** The kind that an entry's `Type` stands for; nothing for a type that is no invoice. */
export function kindOf(entryType: number): InvoiceKind | undefined {
	const kinds = Object.keys(invoiceKinds) as InvoiceKind[];
	return kinds.find((kind) => invoiceKinds[kind].entryType === entryType);
}
