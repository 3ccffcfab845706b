import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import type { Facts } from '../../../kit/booking/facts';
import type { Problem } from '../../../kit/booking/problems';
import { lookUps } from '../../../kit/lookups';
import type { InvoiceKindFacts } from '../../../ledger/kinds';
import { readPaymentReference } from '../../../ledger/paymentReference';
import type { FinancialPeriod } from '../../../ledger/period';
import { client, supplier } from '../../../records/account';
import type { CreateInputs } from './fields';
import { chooseJournal } from './journal';
import { finder } from './lines';
import { relationLookUp, relationOf } from './needs';
import { readPeriod } from './period';

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
	const journal = chooseJournal(given.journal, kind, facts, problems);
	const currency = find(lookUps.currency, given.currency, more('Currency'));
	const journalCurrency = textOf(journal?.Currency) || 'EUR';
	const counted = currency ?? facts.row(lookUps.currency, { code: journalCurrency });
	checkCurrency(inputs, journal, currency, problems);
	return {
		relation: readRelation(inputs, facts, problems),
		journal,
		currency,
		decimals: Number(counted?.AmountPrecision ?? 2),
		period: readPeriod(inputs, journal, facts, problems),
		paymentTerm: find(lookUps.paymentTerm, given.paymentTerm, more('Payment Term')),
		paymentReference: readReference(given.paymentReference, facts.country, problems),
		entryNumber: readNumber(given.entryNumber, problems),
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
	const row = finder(facts, problems)(lookUp, reference, where);
	const role = lookUp === lookUps.client ? client : supplier;
	if (row === undefined || role.isOne(row)) return row;
	problems.push({
		code: 'PARTNER',
		where,
		what: `is ${textOf(row.Code)} ${textOf(row.Name)}, which is not a ${lookUp.noun}`,
		expected: `Make the relation a ${lookUp.noun} first: ${lookUp.label} > Create or Update does it.`,
	});
	return row;
}

function checkCurrency(
	{ additionalFields: { exchangeRate } }: CreateInputs,
	journal: Row | undefined,
	currency: Row | undefined,
	problems: Problem[],
): void {
	if (journal === undefined) return;
	const own = textOf(journal.Currency);
	const code = textOf(currency?.Code) || own;
	const name = textOf(journal.Code);
	if (code !== own && journal.AllowVariableCurrency === false) {
		problems.push({
			code: 'CURRENCY',
			where: more('Currency'),
			what: `is ${code}, but journal ${name} only accepts ${own}`,
			expected: 'Choose a journal that takes other currencies.',
		});
	}
	if (exchangeRate === undefined) return;
	if (exchangeRate === 0) {
		const expected = "Enter a rate above 0, or leave it empty for Exact's own.";
		problems.push({ code: 'PARAM_RANGE', where: more('Exchange Rate'), what: 'is 0', expected });
	}
	const fixed = journal.AllowVariableExchangeRate === false;
	if (code !== own && !fixed) return;
	problems.push({
		code: 'PARAM_PAIR',
		where: more('Exchange Rate'),
		what: fixed
			? `is given, but journal ${name} takes Exact's own rates only`
			: 'is given without another currency',
		expected: "Fill 'Currency' with the currency of the invoice, or leave the rate empty.",
	});
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

/** Exact keeps entry numbers as whole numbers of 32 bits. */
const HIGHEST_NUMBER = 2_147_483_647;

function readNumber(text: string | undefined, problems: Problem[]): number | undefined {
	if (text === undefined) return undefined;
	if (/^\d{1,10}$/.test(text) && Number(text) > 0 && Number(text) <= HIGHEST_NUMBER) {
		return Number(text);
	}
	problems.push({
		code: 'PARAM_FORMAT',
		where: more('Entry Number'),
		what: `is "${text}"`,
		expected: "Enter a whole number; one with letters belongs in 'Your Reference'.",
	});
	return undefined;
}
