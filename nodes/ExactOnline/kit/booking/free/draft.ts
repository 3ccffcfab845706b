import type { IDataObject } from 'n8n-workflow';

import type { RecordType } from '../../../records/record';
import type { ExpectedLine } from '../entry';
import type { OnceDraft, OnceKey } from '../once';

/**
 * A free entry that is to be booked: a general, bank or cash entry. Its header names neither a relation nor a date, its
 * lines name both. `record` is the entity of the header, `line` that of the lines.
 */
export interface FreeDraft extends OnceDraft {
	line: RecordType;
	/** What the output shows: `ledgerEntry`, or a record made of it. */
	shown: RecordType;
	/** What is sent. What is only known just before the POST is added by the `send` of the writer. */
	body: IDataObject;
	same?: FreeKey;
	expect: FreeExpectation;
	/** Of a bank or cash entry: how it moves the balance of its journal. */
	flow?: MoneyFlow;
}

/** Minor units of the entry's currency: what came in is positive. */
export interface MoneyFlow {
	year: number;
	period: number;
	/** What the lines come to. */
	sum: number;
	/** Balances that were given; otherwise the opening balance is looked up just before the entry is sent. */
	opening?: number;
	closing?: number;
}

/** How a free entry is found again. */
export interface FreeKey extends OnceKey {
	/** Kept in `Notes` of the first line: the one text that Exact keeps with such an entry and can be asked for. */
	notes: string;
	/** A number that was asked for. */
	number?: { journal: string; year: number; number: number };
}

/** What the ledger has to show of it. Amounts in minor units of the entry's currency, debit positive. */
export interface FreeExpectation {
	/** `TransactionLines.Type`: 90 general, 40 bank and cash. */
	entryType: 40 | 90;
	day: string;
	journal: string;
	/** ISO code. */
	currency: string;
	decimals: number;
	/** All lines that Exact does not add by itself; of a bank entry, that of the bank's own account too. */
	lines: readonly ExpectedLine[];
	/** The sum of all debits, with lines that Exact adds, and how far its rounding of VAT may be off. */
	debit: number;
	tolerance: number;
	number?: number;
}
