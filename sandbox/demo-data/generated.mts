import type { Row } from '../entities/entity.mjs';
import type { Company } from '../rows/company.mjs';
import { guidOf, pick, spaceOf } from './deterministic.mjs';
import {
	generatedDocuments,
	generatedFiles,
	generatedInvoiceLines,
	generatedInvoices,
	linesPerInvoice,
} from './generatedInvoices.mjs';
import { generatedLines, generatedReceivables, linesPerEntry } from './generatedLedger.mjs';

const start = Date.UTC(2024, 0, 2, 8);
const towns = ['Zwolle', 'Leuven', 'Utrecht', 'Gent', 'Arnhem', 'Brugge', 'Breda'] as const;

type Generator = (index: number) => Row;

/**
 * Rows by the hundred thousand. They hold little, so that a million fits in memory: texts that many rows
 * share are shared, and what is missing is null when it is read.
 */
export const generators: Record<string, (company: Company) => Generator> = {
	Accounts({ code }) {
		const space = spaceOf(`${code} generated Accounts`);
		return (index) => ({
			ID: guidOf(space, index),
			Code: String(2_000_000 + index),
			Name: `Relation ${index + 1}`,
			Status: index % 3 === 2 ? 'A' : 'C',
			IsSupplier: index % 3 !== 0,
			...place(index),
			...written(index),
		});
	},
	Addresses: (company) =>
		ownedBy(company, 'Addresses', (index) => ({
			Type: 1 + (index % 4),
			Main: true,
			...place(index),
		})),
	BankAccounts: (company) =>
		ownedBy(company, 'BankAccounts', (index) => ({
			BankAccount: String(100_000_000 + pick(index, 899_999_999)),
		})),
	Contacts: (company) =>
		ownedBy(company, 'Contacts', (index) => ({
			Code: String(3_000_000 + index),
			HID: 3_000_000 + index,
			FirstName: 'Person',
			LastName: `Number ${index + 1}`,
		})),
	TransactionLines: generatedLines,
	Receivables: generatedReceivables,
	SalesEntries: generatedInvoices,
	SalesEntryLines: generatedInvoiceLines,
	Documents: generatedDocuments,
	DocumentAttachments: generatedFiles,
};

/** Lines come in whole entries. */
export const batches: Record<string, number> = {
	TransactionLines: linesPerEntry,
	SalesEntryLines: linesPerInvoice,
};

/** The nth open item, invoice, document and file belong to the nth entry, whatever else is stored. */
export const countedApart = [
	...['TransactionLines', 'Receivables', 'SalesEntries', 'SalesEntryLines'],
	...['Documents', 'DocumentAttachments'],
];

/** Rows that belong to the stored accounts in turn. */
function ownedBy(company: Company, entity: string, more: Generator): Generator {
	const space = spaceOf(`${company.code} generated ${entity}`);
	const owners = company.table('Accounts').rows();
	return (index) => ({
		ID: guidOf(space, index),
		Account: String(owners[index % Math.max(owners.length, 1)]?.['ID'] ?? ''),
		...more(index),
		...written(index),
	});
}

function place(index: number) {
	return { City: towns[index % towns.length], Country: 'NL' };
}

/** One a second, in the order of the index. */
function written(index: number) {
	return { Created: start + index * 1000, Modified: start + index * 1000 };
}
