import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import type { Facts } from '../../../kit/booking/facts';
import type { Problem } from '../../../kit/booking/problems';
import { lookUps } from '../../../kit/lookups';
import type { InvoiceKindFacts } from '../../../ledger/kinds';
import { readPaymentReference } from '../../../ledger/paymentReference';
import { parsePeriod, type FinancialPeriod } from '../../../ledger/period';
import { client, supplier } from '../../../records/account';
import type { CreateInputs } from './fields';
import { chooseJournal } from './journal';
import { finder } from './lines';
import { periodDay, relationLookUp, relationOf } from './needs';

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
	const own = textOf(journal?.Currency);
	const code = textOf(currency?.Code);
	const name = textOf(journal?.Code);
	if (code !== '' && own !== '' && code !== own && journal?.AllowVariableCurrency === false) {
		problems.push({
			code: 'CURRENCY',
			where: more('Currency'),
			what: `is ${code}, but journal ${name} only accepts ${own}`,
			expected: 'Choose a journal that takes other currencies.',
		});
	}
	if (exchangeRate === undefined) return;
	const what = code === '' || code === own ? 'is given without another currency' : undefined;
	const fixed = journal?.AllowVariableExchangeRate === false;
	if (what === undefined && !fixed) return;
	problems.push({
		code: 'PARAM_PAIR',
		where: more('Exchange Rate'),
		what: what ?? `is given, but journal ${name} takes Exact's own rates only`,
		expected: "Fill 'Currency' with the currency of the invoice, or leave the rate empty.",
	});
}

function readPeriod(
	inputs: CreateInputs,
	journal: Row | undefined,
	facts: Facts,
	problems: Problem[],
): FinancialPeriod | undefined {
	const { period: given } = inputs.additionalFields;
	const where = given === undefined ? ['Invoice Date'] : more('Book in Period');
	const month = given === undefined ? undefined : parsePeriod(given, where);
	if (month !== undefined && 'code' in month) problems.push(month);
	const day = periodDay(inputs);
	if (day === undefined) return undefined;
	const period = facts.period(day);
	if (period === undefined) {
		problems.push({
			code: 'PERIOD_UNKNOWN',
			where,
			what: `is ${given ?? day}, which is not in any financial period`,
			expected: 'Check the date, or open the financial year in Exact Online.',
		});
	} else if (journal !== undefined && facts.isClosed(textOf(journal.Code), period)) {
		problems.push({
			code: 'PERIOD_CLOSED',
			where,
			what: `is ${given ?? day}: period ${period.year}/${period.period} is closed for journal ${textOf(journal.Code)}`,
			expected: "Use another date, or 'Book in Period' with one that is open.",
		});
	}
	return period;
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
	if (/^\d{1,10}$/.test(text) && Number(text) <= HIGHEST_NUMBER) return Number(text);
	problems.push({
		code: 'PARAM_FORMAT',
		where: more('Entry Number'),
		what: `is "${text}"`,
		expected: "Enter digits only; a number with letters belongs in 'Your Reference'.",
	});
	return undefined;
}
