import { closingFinding } from '../../../ledger/balanceChain';
import { toMinor } from '../../../ledger/money';
import { flowSum } from '../../../ledger/moneyFlow';
import { financialEntry } from '../../../records/financialEntry';
import { decimalProblems } from '../draft/amounts';
import { checkExactFields } from '../draft/exactFields';
import { chooseJournal } from '../draft/journal';
import type { Facts } from '../facts';
import type { FreeDraft, MoneyFlow } from '../free/draft';
import { freeDraft, type FreeInputs } from '../free/entered';
import { freeHeader, type FreeHeader } from '../free/header';
import { freeKey } from '../free/key';
import { numberOf } from '../general/draft';
import type { Problem } from '../problems';
import { moneyBody, ownColumns } from './body';
import { expectation } from './expectation';
import { moneyJournals, moneyKindOf, moneyKinds } from './kinds';
import { moneyLines, type MoneyLine, type MoneyLineInput } from './lines';

/** A bank or cash entry as it was entered; the journal decides which of the two it is. */
export interface MoneyInputs extends FreeInputs {
	lines: readonly MoneyLineInput[];
	additionalFields: FreeInputs['additionalFields'] & {
		openingBalance?: number;
		closingBalance?: number;
	};
}

const wish = {
	types: [...moneyJournals.bank, ...moneyJournals.cash],
	words: 'bank or cash entry',
	adjective: 'bank or cash',
	where: ['Journal'],
};

/** From what was entered and looked up to what is sent, but for the balances: pure. */
export function draftMoney(inputs: MoneyInputs, facts: Facts): FreeDraft {
	const problems: Problem[] = [];
	const warnings: string[] = [];
	const journal = chooseJournal(inputs.journal, wish, facts, problems);
	const { words, record, line } = moneyKinds[moneyKindOf(journal)];
	const header = freeHeader(inputs, journal, facts, problems);
	const { decimals } = header;
	const lines = moneyLines(inputs.lines, { facts, decimals, journal }, { problems, warnings });
	const { additionalFields: more } = inputs;
	checkExactFields(more.additionalExactFields, record, ownColumns, problems);
	const flow = flowOf(inputs, header, lines, problems);
	const same = freeKey(more.bookingReference, numberOf(header));
	return freeDraft(inputs, {
		...{ words, record, line, shown: financialEntry, problems, warnings, same, flow },
		body: moneyBody(inputs, header, lines, same?.notes),
		expect: expectation(inputs, header, lines),
	});
}

/** How the entry moves the balance of its journal; balances that were given have to fit the lines. */
function flowOf(
	{ additionalFields: { openingBalance, closingBalance } }: MoneyInputs,
	{ period, decimals }: FreeHeader,
	lines: readonly MoneyLine[],
	problems: Problem[],
): MoneyFlow {
	const named = { 'Opening Balance': openingBalance, 'Closing Balance': closingBalance };
	problems.push(...decimalProblems(named, decimals, ['Additional Fields']));
	const minor = (amount: number | undefined) =>
		amount === undefined ? undefined : toMinor(amount, decimals);
	const [opening, closing] = [minor(openingBalance), minor(closingBalance)];
	const sum = flowSum(lines);
	// With a line missing, sums say nothing.
	if (problems.length === 0 && opening !== undefined && closing !== undefined) {
		const finding = closingFinding({ opening, sum, closing }, decimals, closingField);
		if (finding !== undefined) problems.push(finding);
	}
	const { year = 0, period: number = 0 } = period ?? {};
	return { year, period: number, sum, opening, closing };
}

/** Where the closing balance is entered. */
export const closingField = ['Additional Fields', 'Closing Balance'];
