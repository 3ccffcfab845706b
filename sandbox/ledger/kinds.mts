import type { Words } from '../entities/entity.mjs';

/** What sales and purchase entries have in common, and where they differ. */
export interface EntryKind {
	/** Tables of the entries, their lines, and the open items that they leave. */
	entity: 'SalesEntries' | 'PurchaseEntries';
	lines: 'SalesEntryLines' | 'PurchaseEntryLines';
	terms: 'Receivables' | 'Payments';
	/** Endpoints of the entries and of their lines. */
	path: string;
	linesPath: string;
	/** Column and words of the relation on the other side, and what makes a relation one. */
	partner: 'Customer' | 'Supplier';
	partnerWords: Words;
	role: { column: string; value: string | boolean };
	/** Journal types (financial/Journals). */
	journals: { normal: number; returns: number };
	/** Types of the entry (TransactionLines.Type). */
	types: { invoice: number; credit: number };
	/** The control line is a debit (1) or a credit (-1) for an invoice. */
	side: 1 | -1;
	/** Where the control account of the relation stands, and its type otherwise. */
	control: { column: 'GLAR' | 'GLAP'; type: number };
	/** The relation's own ledger account, and the type that stands in for it. */
	account: { column: 'GLAccountSales' | 'GLAccountPurchase'; type: number };
	condition: 'PaymentConditionSales' | 'PaymentConditionPurchase';
	/** Letters of TransactionLines.VATType, for an invoice and for a credit note. */
	vatTypes: Record<'basis' | 'vat' | 'charged', readonly [invoice: string, credit: string]>;
}

export const sales: EntryKind = {
	entity: 'SalesEntries',
	lines: 'SalesEntryLines',
	terms: 'Receivables',
	path: 'salesentry/SalesEntries',
	linesPath: 'salesentry/SalesEntryLines',
	partner: 'Customer',
	partnerWords: { en: 'Customer', nl: 'Klant' },
	role: { column: 'Status', value: 'C' },
	journals: { normal: 20, returns: 21 },
	types: { invoice: 20, credit: 21 },
	side: 1,
	control: { column: 'GLAR', type: 20 },
	account: { column: 'GLAccountSales', type: 110 },
	condition: 'PaymentConditionSales',
	vatTypes: { basis: ['V', 'X'], vat: ['A', 'Z'], charged: ['O', 'Q'] },
};

export const purchases: EntryKind = {
	entity: 'PurchaseEntries',
	lines: 'PurchaseEntryLines',
	terms: 'Payments',
	path: 'purchaseentry/PurchaseEntries',
	linesPath: 'purchaseentry/PurchaseEntryLines',
	partner: 'Supplier',
	partnerWords: { en: 'Supplier', nl: 'Leverancier' },
	role: { column: 'IsSupplier', value: true },
	journals: { normal: 22, returns: 23 },
	types: { invoice: 30, credit: 31 },
	side: -1,
	control: { column: 'GLAP', type: 22 },
	account: { column: 'GLAccountPurchase', type: 121 },
	condition: 'PaymentConditionPurchase',
	vatTypes: { basis: ['I', 'W'], vat: ['O', 'Q'], charged: ['P', 'Y'] },
};
