/** An open invoice or credit note; several terms of an invoice are several of these. */
export interface OpenInvoice {
	key: string;
	/** Whose it is. */
	relation: string;
	relationName: string;
	/** In minor units: what a payment has to come to; negative for a credit note. */
	amount: number;
	/** Days, `2026-03-16`. */
	date: string;
	due: string;
	/** What a payer may name it by: numbers, references. */
	references: readonly string[];
}

/** Money that came in from a client or went out to a supplier, and what is known of it. */
export interface Payment {
	key: string;
	/** In minor units; negative for money that went the other way. */
	amount: number;
	/** The relation that it is booked on; only invoices of this one come into question. */
	relation?: string;
	/** The relations that its bank account belongs to; none when it is not known. */
	relationsOfIban: readonly string[];
	/** What the payer wrote. */
	text: string;
	name?: string;
	date?: string;
}

/** How sure a proposal is: a rule may take what is certain, a person should look at the others. */
export type Grade = 'certain' | 'likely' | 'possible';

/** What speaks for a payment being for these invoices. */
export interface Clues {
	/** How it is known whose payment it is. */
	relation?: 'booked' | 'iban' | 'name';
	/** The bank account belongs to somebody else. */
	isForeignIban: boolean;
	/** Invoices that the payer names. */
	named: readonly OpenInvoice[];
	/** Others fit as well. */
	isAmbiguous: boolean;
}

/** What a payment may be for. */
export interface Proposal {
	payment: string;
	relation: string;
	/** Keys, the oldest first. */
	invoices: string[];
	grade: Grade;
	/** 0 to 100, higher for a better grade. */
	score: number;
	/** Why, in words. */
	reasons: string[];
	/** What the payment has too much (positive) or too little, in minor units. */
	difference: number;
}
