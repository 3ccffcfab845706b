/**
 * Entries whose lines name account, relation and date themselves: general journal, bank and cash. Their
 * headers have neither a relation nor a date.
 */
export interface FreeKind {
	entity: 'GeneralJournalEntries' | 'BankEntries' | 'CashEntries';
	lines: 'GeneralJournalEntryLines' | 'BankEntryLines' | 'CashEntryLines';
	/** Endpoints of the entries and of their lines. */
	path: string;
	linesPath: string;
	/** Journal types (financial/Journals). */
	journals: readonly number[];
	/** TransactionLines.Type: 40 cash flow, 90 other. */
	type: 40 | 90;
	/**
	 * Money: the journal's own account takes what the lines leave, a receipt is positive, and what flows
	 * includes VAT. Otherwise the lines balance among themselves, and a debit is positive.
	 */
	money: boolean;
}

export const generalJournal: FreeKind = {
	entity: 'GeneralJournalEntries',
	lines: 'GeneralJournalEntryLines',
	path: 'generaljournalentry/GeneralJournalEntries',
	linesPath: 'generaljournalentry/GeneralJournalEntryLines',
	journals: [90],
	type: 90,
	money: false,
};

/** Journals of payment services are taken for bank journals; nothing is known of them. */
export const bank: FreeKind = {
	entity: 'BankEntries',
	lines: 'BankEntryLines',
	path: 'financialtransaction/BankEntries',
	linesPath: 'financialtransaction/BankEntryLines',
	journals: [12, 16],
	type: 40,
	money: true,
};

export const cash: FreeKind = {
	entity: 'CashEntries',
	lines: 'CashEntryLines',
	path: 'financialtransaction/CashEntries',
	linesPath: 'financialtransaction/CashEntryLines',
	journals: [10],
	type: 40,
	money: true,
};

export const freeKinds = [generalJournal, bank, cash];
