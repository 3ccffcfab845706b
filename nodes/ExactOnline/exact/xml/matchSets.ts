import { element, type XmlElement } from './element';
import { xmlText } from './write';

/** An open term by what its ledger line shows; Exact has no other key for it here. */
export interface MatchLine {
	year: number;
	period: number;
	journal: string;
	entry: number;
	/** What is open of it in the currency of the division, debit positive: `-121.00`. */
	amount: string;
}

/** What becomes of a difference: Exact's types of a write-off. */
export const writeOffTypes = {
	leaveOpen: '0',
	discount: '1',
	paymentDifference: '3',
	exchangeDifference: '4',
} as const;

export interface WriteOff {
	type: keyof typeof writeOffTypes;
	/** Where it is booked; absent for what stays open. */
	booking?: {
		ledgerAccount: string;
		description?: string;
		year: number;
		period: number;
		/** `2026-03-16` */
		day: string;
	};
}

/** Open terms of one relation on one ledger account that are matched with each other. Codes without padding. */
export interface MatchSet {
	ledgerAccount: string;
	relation: string;
	lines: readonly MatchLine[];
	writeOff?: WriteOff;
}

/** An upload of these sets. Exact's schema has sequences: the order of elements is part of it. */
export function matchSetsXml(sets: readonly MatchSet[]): string {
	const all = sets.map(({ ledgerAccount, relation, lines, writeOff }) =>
		element('MatchSet', {}, [
			element('GLAccount', { code: ledgerAccount }),
			element('Account', { code: relation }),
			element('MatchLines', {}, lines.map(lineElement)),
			...(writeOff === undefined ? [] : [writeOffElement(writeOff)]),
		]),
	);
	return xmlText(element('eExact', {}, [element('MatchSets', {}, all)]));
}

function lineElement({ year, period, journal, entry, amount }: MatchLine): XmlElement {
	return element('MatchLine', {
		finyear: `${year}`,
		finperiod: `${period}`,
		journal,
		entry: `${entry}`,
		amountdc: amount,
	});
}

function writeOffElement({ type, booking }: WriteOff): XmlElement {
	const attributes = { type: writeOffTypes[type] };
	if (booking === undefined) return element('WriteOff', attributes);
	const { ledgerAccount, description, year, period, day } = booking;
	return element('WriteOff', attributes, [
		element('GLAccount', { code: ledgerAccount }),
		...(description === undefined ? [] : [element('Description', {}, description)]),
		// As the schema has them. A program that wrote them as texts worked as well.
		element('FinYear', { number: `${year}` }),
		element('FinPeriod', { number: `${period}` }),
		element('Date', {}, day),
	]);
}
