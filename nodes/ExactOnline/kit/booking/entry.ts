import type { IDataObject } from 'n8n-workflow';

import type { Row } from '../../exact/source';
import type { Booked, OnceDraft, OnceKey } from './once';

/** An invoice that is to be booked: everything that is known of it before the first call that changes something. */
export interface EntryDraft extends OnceDraft {
	isCredit: boolean;
	/** The journal is one for credit notes only. */
	inReturnJournal: boolean;
	/**
	 * The body of the POST. `1` is Exact's usual sign (credit notes negative), `-1` the opposite, which some return
	 * journals want.
	 */
	bodyFor(sign: 1 | -1): IDataObject;
	same?: SameEntry;
	expect: Expectation;
}

/** The key of an invoice, and how it is looked for. */
export interface SameEntry extends OnceKey {
	/** Where it is looked for: columns with every form of the value that Exact may have stored. */
	ways: ReadonlyArray<{ field: string; values: ReadonlyArray<string | number> }>;
	isSame(row: Row): boolean;
}

/** What the entry has to be once it is booked. Amounts in minor units, as shown to people: credit notes negative. */
export interface Expectation {
	/** Exact's `Type`. */
	entryType: number;
	/** Ledger line 0 shows the total with this sign: sales 1 (debit), purchases -1. */
	ledgerSign: 1 | -1;
	day: string;
	journal: string;
	/** ISO code; empty when it is Exact's choice. */
	currency: string;
	decimals: number;
	/** What the lines come to as they were entered: with VAT for including codes, without for the others. */
	entered: number;
	/** Absent when nobody gave one and Exact chooses a VAT code itself. */
	total?: ExpectedTotal;
	number?: number;
	bookingReference?: string;
	reference?: string;
	lines: readonly ExpectedLine[];
}

/** As entered, without sign. */
export interface ExpectedTotal {
	gross: number;
	/** Unknown when Exact chooses a VAT code itself. */
	net?: number;
	/** How far Exact's rounding of VAT may be off. */
	tolerance: number;
	/** Somebody gave it, as a check. */
	isGiven: boolean;
}

export interface ExpectedLine {
	/** `Line 2` */
	label: string;
	/** Empty when it is not known. */
	ledgerAccountId: string;
	ledgerAccount: string;
	/** Minor units; `undefined` where VAT that is included or not deductible changes it. */
	amount?: number;
	costCenter?: string;
	costUnit?: string;
	projectId?: string;
	/** Where the line itself says whom it is with, and which VAT code it has: general, bank and cash entries. */
	relationId?: string;
	vatCode?: string;
}

/** A draft that is in Exact now, booked by this run or before. */
export type BookedEntry = Booked<EntryDraft>;
