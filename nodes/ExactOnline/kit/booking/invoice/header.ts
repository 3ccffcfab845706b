import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import type { Facts } from '../facts';
import type { Problem } from '../problems';
import { lookUps } from '../../lookups';
import type { InvoiceKindFacts } from '../../../ledger/kinds';
import { readPaymentReference } from '../../../ledger/paymentReference';
import type { FinancialPeriod } from '../../../ledger/period';
import type { CreateInputs } from './fields';
import { checkCurrency, decimalsOf } from '../draft/currency';
import { readNumber } from '../draft/entryNumber';
import { finder } from '../draft/finder';
import { relationIn } from '../draft/relation';
import { chooseJournal, type JournalWish } from '../draft/journal';
import { readPeriod, type EntryDay } from '../draft/period';
import { relationLookUp, relationOf } from './needs';

/** The parts of an invoice that are not lines, looked up and checked. */
export interface Header {
	relation?: Row;
	journal?: Row;
	currency?: Row;
	/** How many decimals amounts have. */
	decimals: number;
	period?: FinancialPeriod;
	paymentTerm?: Row;
	paymentReference?: string;
	entryNumber?: number;
}

const more = (label: string) => ['Additional Fields', label];

/** Resolves the header; what is wrong with it is added to the problems. */
export function readHeader(
	inputs: CreateInputs,
	kind: InvoiceKindFacts,
	facts: Facts,
	problems: Problem[],
): Header {
	const { additionalFields: given } = inputs;
	const find = finder(facts, problems);
	const journal = chooseJournal(given.journal, wishOf(kind), facts, problems);
	const currency = find(lookUps.currency, given.currency, more('Currency'));
	const journalCurrency = textOf(journal?.Currency) || 'EUR';
	const counted = currency ?? facts.row(lookUps.currency, { code: journalCurrency });
	checkCurrency(given.exchangeRate, journal, currency, problems);
	return {
		relation: readRelation(inputs, facts, problems),
		journal,
		currency,
		decimals: decimalsOf(counted, problems),
		period: readPeriod(dayOf(inputs), journal, facts, problems),
		paymentTerm: find(lookUps.paymentTerm, given.paymentTerm, more('Payment Term')),
		paymentReference: readReference(given.paymentReference, facts.country, problems),
		entryNumber: readNumber(given.entryNumber, 'Your Reference', problems),
	};
}

function wishOf({ journalTypes, words, side }: InvoiceKindFacts): JournalWish {
	return { types: journalTypes, words, adjective: side, where: more('Journal') };
}

function dayOf({ invoiceDate, additionalFields }: CreateInputs): EntryDay {
	return {
		label: 'Invoice Date',
		noun: 'the invoice',
		day: invoiceDate,
		period: additionalFields.period,
	};
}

function readRelation(inputs: CreateInputs, facts: Facts, problems: Problem[]): Row | undefined {
	const lookUp = relationLookUp(inputs);
	const reference = relationOf(inputs);
	const where = [lookUp.label];
	if (reference === undefined) {
		const expected = `Choose a ${lookUp.noun}, or enter its code or ID.`;
		problems.push({ code: 'PARAM_REQUIRED', where, what: 'is empty', expected });
		return undefined;
	}
	return relationIn(lookUp, reference, where, facts, problems);
}

function readReference(
	text: string | undefined,
	country: string,
	problems: Problem[],
): string | undefined {
	if (text === undefined) return undefined;
	const read = readPaymentReference(text, country, more('Payment Reference'));
	if ('code' in read) problems.push(read);
	return 'digits' in read ? read.digits : 'text' in read ? read.text : undefined;
}
