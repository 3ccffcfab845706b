import type { Row } from '../../../exact/source';
import { textOf } from '../../../exact/values/text';
import type { FinancialPeriod } from '../../../ledger/period';
import { lookUps } from '../../lookups';
import type { Reference } from '../../lookups/lookUp';
import { checkCurrency, decimalsOf } from '../draft/currency';
import { readNumber } from '../draft/entryNumber';
import { finder } from '../draft/finder';
import { readPeriod } from '../draft/period';
import type { Facts } from '../facts';
import type { Problem } from '../problems';

/** What the header of a free entry was entered as. */
export interface FreeHeaderInput {
	date?: string;
	additionalFields: {
		currency?: Reference;
		exchangeRate?: number;
		entryNumber?: string;
		period?: string;
	};
}

/** The parts of a free entry that are not lines, looked up and checked. */
export interface FreeHeader {
	journal?: Row;
	/** ISO code; empty when neither the entry nor the journal names one. */
	currency: string;
	decimals: number;
	period?: FinancialPeriod;
	entryNumber?: number;
}

/** Resolves the header; what is wrong with it is added to the problems. */
export function freeHeader(
	{ date, additionalFields: given }: FreeHeaderInput,
	journal: Row | undefined,
	facts: Facts,
	problems: Problem[],
): FreeHeader {
	const currency = finder(facts, problems)(lookUps.currency, given.currency, [
		'Additional Fields',
		'Currency',
	]);
	const own = textOf(journal?.Currency);
	const counted = currency ?? facts.row(lookUps.currency, { code: own || 'EUR' });
	checkCurrency(given.exchangeRate, journal, currency, problems);
	const entryDay = { label: 'Date', noun: 'the entry', day: date, period: given.period };
	return {
		journal,
		currency: textOf(currency?.Code) || own,
		decimals: decimalsOf(counted, problems),
		period: readPeriod(entryDay, journal, facts, problems),
		entryNumber: readNumber(given.entryNumber, 'Booking Reference', problems),
	};
}
