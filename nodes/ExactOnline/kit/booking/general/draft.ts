import { textOf } from '../../../exact/values/text';
import { sidesOf } from '../../../ledger/freeEntry';
import { generalJournalEntry, generalJournalEntryLine } from '../../../records/generalJournalEntry';
import { ledgerEntry } from '../../../records/ledgerEntry';
import { checkExactFields } from '../draft/exactFields';
import { chooseJournal } from '../draft/journal';
import type { Facts } from '../facts';
import type { FreeDraft, FreeExpectation } from '../free/draft';
import { freeDraft, type FreeInputs } from '../free/entered';
import { freeHeader, type FreeHeader } from '../free/header';
import { freeKey } from '../free/key';
import type { FreeLine } from '../free/lines';
import type { Problem } from '../problems';
import { generalBody, ownColumns } from './body';
import { generalLines, postingsOf, roundingOf, type GeneralLineInput } from './lines';

/** A general entry as it was entered. */
export interface GeneralInputs extends FreeInputs {
	lines: readonly GeneralLineInput[];
	additionalFields: FreeInputs['additionalFields'] & { reversal?: boolean };
}

/** `Journals.Type` of general journals, and `TransactionLines.Type` of what is booked in them. */
export const GENERAL = 90;

const words = 'general journal entry';

/** From what was entered and looked up to what is sent: pure. */
export function draftGeneral(inputs: GeneralInputs, facts: Facts): FreeDraft {
	const problems: Problem[] = [];
	const warnings: string[] = [];
	const wish = { types: [GENERAL], words, adjective: 'general', where: ['Journal'] };
	const journal = chooseJournal(inputs.journal, wish, facts, problems);
	const header = freeHeader(inputs, journal, facts, problems);
	const { decimals } = header;
	const lines = generalLines(inputs.lines, { facts, decimals, journal }, { problems, warnings });
	const { additionalFields: more } = inputs;
	checkExactFields(more.additionalExactFields, generalJournalEntry, ownColumns, problems);
	const same = freeKey(more.bookingReference, numberOf(header));
	return freeDraft(inputs, {
		words,
		record: generalJournalEntry,
		line: generalJournalEntryLine,
		shown: ledgerEntry,
		problems,
		warnings,
		body: generalBody(inputs, header, lines, same?.notes),
		same,
		expect: expectation(inputs, header, lines),
	});
}

/** The number that was asked for, as a key. */
export function numberOf({ entryNumber, journal, period }: FreeHeader) {
	if (entryNumber === undefined || journal === undefined || period === undefined) return undefined;
	return { journal: textOf(journal.Code), year: period.year, number: entryNumber };
}

function expectation(
	{ date }: GeneralInputs,
	{ journal, currency, decimals, entryNumber }: FreeHeader,
	lines: readonly FreeLine[],
): FreeExpectation {
	const amounts = lines.flatMap(postingsOf);
	return {
		entryType: GENERAL,
		day: date ?? '',
		journal: textOf(journal?.Code),
		currency,
		decimals,
		lines: lines.map((line) => ({
			label: line.label,
			ledgerAccountId: textOf(line.ledgerAccount.ID),
			ledgerAccount: textOf(line.ledgerAccount.Code),
			// Exact rounds the VAT that an amount includes.
			amount: line.rule?.type === 'I' ? undefined : line.amount,
			costCenter: line.costCenter,
			costUnit: line.costUnit,
			projectId: line.projectId,
			relationId: textOf(line.relation?.ID) || undefined,
			vatCode: textOf(line.vatCode?.Code) || undefined,
		})),
		debit: sidesOf(amounts).debit,
		tolerance: roundingOf(lines),
		number: entryNumber,
	};
}
