import { defaultCategory, documentCategory } from '../entities/documentCategories.mjs';
import { documentType } from '../entities/documentTypes.mjs';
import type { Row, Rules, Writing } from '../entities/entity.mjs';
import type { Company } from '../rows/company.mjs';
import { newGuid } from '../rows/input.mjs';
import { sqlMoment } from '../serverTime.mjs';
import { messages } from './messages.mjs';

const purchaseInvoice = 20;

/** Tables whose rows name a document in `Document`. */
const linking = [
	'SalesEntries',
	'PurchaseEntries',
	'GeneralJournalEntryLines',
	'BankEntryLines',
	'CashEntryLines',
	'TransactionLines',
	'Receivables',
	'Payments',
];

export const documentRules: Rules = {
	prepare(row, writing) {
		complete(row, writing.company);
		const { Type: type, Category: category } = row;
		if (type !== undefined && type !== null && !documentType(type)) {
			writing.fail(messages.invalidReference({ en: 'Type', nl: 'Type' }));
		}
		if (!documentCategory(category)) {
			writing.fail(messages.invalidReference({ en: 'Category', nl: 'Categorie' }));
		}
	},

	owns: (row, company) => [{ entity: 'DocumentAttachments', rows: attachmentsOf(row, company) }],

	/** Whether Exact lets go of a document that an entry names is not known; here the entry forgets it. */
	removed(row, { company }) {
		for (const name of linking) {
			const linked = company
				.table(name)
				.rows()
				.filter((other) => other['Document'] === row['ID']);
			for (const other of linked) other['Document'] = null;
			company.store(name, linked);
		}
	},
};

/** The files of a document. */
export function attachmentsOf(document: Row, company: Company): Row[] {
	const rows = company.table('DocumentAttachments').rows();
	return rows.filter((row) => row['Document'] === document['ID']);
}

/**
 * The document that Exact makes of its own accord for a new purchase entry: a purchase invoice with the
 * entry's description as its subject. Stored; the entry has to take over its ID.
 */
export function documentFor(entry: Row, { company, now }: Writing): Row {
	const moment = sqlMoment(now);
	const document: Row = {
		ID: newGuid(company, 'Documents'),
		Type: purchaseInvoice,
		Subject: entry['Description'] || `Invoice: ${entry['EntryNumber']}`,
		Account: entry['Supplier'],
		AmountFC: entry['AmountFC'],
		Currency: entry['Currency'],
		DocumentDate: entry['EntryDate'],
		FinancialTransactionEntryID: entry['EntryID'],
		Created: moment,
		Modified: moment,
	};
	complete(document, company);
	company.store('Documents', [document]);
	return document;
}

/** A document without a category is filed under customers, whatever its type (recorded). */
function complete(document: Row, company: Company): void {
	document['Category'] ??= defaultCategory;
	document['Currency'] ??= company.division['Currency'];
	document['HID'] ??= nextNumber(company);
}

function nextNumber(company: Company): number {
	let highest = 0;
	for (const document of company.table('Documents').rows()) {
		highest = Math.max(highest, Number(document['HID'] ?? 0));
	}
	return highest + 1;
}
