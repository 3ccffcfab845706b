import type { Row } from '../../../exact/source';
import { bankEntry, cashEntry } from '../../../records/financialEntry';
import { bankEntryLine, cashEntryLine } from '../../../records/moneyEntryLine';
import type { RecordType } from '../../../records/record';

export type MoneyKind = 'bank' | 'cash';

/** `Journals.Type` by kind. Payment services book as banks do: nothing else is known of them. */
export const moneyJournals: Readonly<Record<MoneyKind, readonly number[]>> = {
	bank: [12, 16],
	cash: [10],
};

/** `TransactionLines.Type` of money that flowed. */
export const CASH_FLOW = 40;

/** What differs between the two. */
interface KindFacts {
	words: string;
	record: RecordType;
	line: RecordType;
	/** The collection of the header. */
	lines: string;
}

export const moneyKinds: Readonly<Record<MoneyKind, KindFacts>> = {
	bank: { words: 'bank entry', record: bankEntry, line: bankEntryLine, lines: 'BankEntryLines' },
	cash: { words: 'cash entry', record: cashEntry, line: cashEntryLine, lines: 'CashEntryLines' },
};

/** The kind of entries that a journal holds, by its type. */
export function moneyKindOf(journal: Row | undefined): MoneyKind {
	return moneyJournals.cash.includes(Number(journal?.Type)) ? 'cash' : 'bank';
}
