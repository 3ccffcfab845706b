import type { Row, Words } from './entity.mjs';
import { audit, lookup, lookupCode } from './computed.mjs';

/** What Exact calls the columns of entries and their lines in its messages. */
export const entryLabels: Record<string, Words> = {
	Currency: { en: 'Currency', nl: 'Valuta' },
	Document: { en: 'Document', nl: 'Document' },
	Journal: { en: 'Journal', nl: 'Dagboek' },
	PaymentCondition: { en: 'Payment condition', nl: 'Betalingsconditie' },
};

export const lineLabels: Record<string, Words> = {
	AmountFC: { en: 'Amount', nl: 'Bedrag' },
	CostCenter: { en: 'Cost center', nl: 'Kostenplaats' },
	CostUnit: { en: 'Cost unit', nl: 'Kostendrager' },
	EntryID: { en: 'Entry', nl: 'Boeking' },
	GLAccount: { en: 'G/L account', nl: 'Grootboekrekening' },
	Project: { en: 'Project', nl: 'Project' },
	VATCode: { en: 'VAT code', nl: 'Btw-code' },
};

/** Calculated after the POST has been answered, as far as that is known. */
export const totalColumns = ['AmountDC', 'AmountFC', 'VATAmountDC', 'VATAmountFC'];

const statuses: Record<number, string> = { 5: 'Rejected', 20: 'Open', 50: 'Processed' };
const types: Record<number, string> = {
	20: 'Sales entry',
	21: 'Sales credit note',
	30: 'Purchase entry',
	31: 'Purchase credit note',
	82: 'Exchange rate difference',
	83: 'Payment difference',
	90: 'Other',
};

const named = (names: Record<number, string>, column: string) => (row: Row) =>
	names[Number(row[column])] ?? null;

const documentColumns = {
	DocumentNumber: lookup('Document', 'Documents', 'HID'),
	DocumentSubject: lookup('Document', 'Documents', 'Subject'),
};

const glAccountColumns = {
	GLAccountCode: lookup('GLAccount', 'GLAccounts', 'Code'),
	GLAccountDescription: lookup('GLAccount', 'GLAccounts', 'Description'),
};

const dimensionColumns = {
	CostCenterDescription: lookupCode('CostCenter', 'Costcenters', 'Description'),
	CostUnitDescription: lookupCode('CostUnit', 'Costunits', 'Description'),
	ProjectDescription: lookup('Project', 'Projects', 'Description'),
	VATCodeDescription: lookupCode('VATCode', 'VATCodes', 'Description'),
};

const accountColumns = {
	AccountCode: lookup('Account', 'Accounts', 'Code'),
	AccountName: lookup('Account', 'Accounts', 'Name'),
};

/** Joined columns of an entry. */
export const entryColumns = {
	...audit,
	...documentColumns,
	JournalDescription: lookupCode('Journal', 'Journals', 'Description'),
	PaymentConditionDescription: lookupCode('PaymentCondition', 'PaymentConditions', 'Description'),
	PaymentConditionPaymentMethod: lookupCode(
		'PaymentCondition',
		'PaymentConditions',
		'PaymentMethod',
	),
	StatusDescription: named(statuses, 'Status'),
	TypeDescription: named(types, 'Type'),
};

/** Joined columns of a line of an entry. */
export const lineColumns = {
	Division: audit.Division,
	...glAccountColumns,
	...dimensionColumns,
};

/** Names and joined columns of a general journal, bank or cash entry and of its lines. */
export const freeEntryLabels: Record<string, Words> = {
	Currency: { en: 'Currency', nl: 'Valuta' },
	JournalCode: { en: 'Journal', nl: 'Dagboek' },
};

export const freeEntryColumns = {
	Division: audit.Division,
	JournalDescription: lookupCode('JournalCode', 'Journals', 'Description'),
	StatusDescription: named(statuses, 'Status'),
	TypeDescription: named(types, 'Type'),
};

export const freeLineColumns = {
	...audit,
	...accountColumns,
	...documentColumns,
	...glAccountColumns,
	...dimensionColumns,
	ProjectCode: lookup('Project', 'Projects', 'Code'),
};

/** Joined columns of a line of the ledger. */
export const ledgerColumns = {
	...audit,
	...accountColumns,
	...documentColumns,
	...glAccountColumns,
	...dimensionColumns,
	JournalDescription: lookupCode('JournalCode', 'Journals', 'Description'),
	ProjectCode: lookup('Project', 'Projects', 'Code'),
};

/** Joined columns of an open item. */
export const termColumns = {
	...audit,
	...accountColumns,
	...documentColumns,
	...glAccountColumns,
	AccountBankAccountNumber: lookup('AccountBankAccountID', 'BankAccounts', 'BankAccount'),
	AccountCountry: lookup('Account', 'Accounts', 'Country'),
	JournalDescription: lookupCode('Journal', 'Journals', 'Description'),
	PaymentConditionDescription: lookupCode('PaymentCondition', 'PaymentConditions', 'Description'),
};
