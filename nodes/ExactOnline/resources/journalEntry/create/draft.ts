import { textOf } from '../../../exact/values/text';
import type { EntryDraft } from '../../../kit/booking/entry';
import type { Facts } from '../../../kit/booking/facts';
import type { FreeDraft } from '../../../kit/booking/free/draft';
import { draftGeneral } from '../../../kit/booking/general/draft';
import { lookUps } from '../../../kit/lookups';
import type { OutputInputs } from '../../../kit/output';
import type { EntryInputs } from './fields';
import { draftInvoiceOf } from './invoiceRoute';
import { draftMoneyOf } from './moneyRoute';

/** An invoice that was entered as debit and credit: how it is shown is kept apart, since it is booked as an invoice. */
export interface RoutedInvoice extends EntryDraft {
	shownWith: OutputInputs;
}

export type JournalDraft = FreeDraft | RoutedInvoice;

/** What a journal takes, by `Journals.Type`. */
const sideOf: Readonly<Record<number, 'sales' | 'purchase'>> = {
	20: 'sales',
	21: 'sales',
	22: 'purchase',
	23: 'purchase',
};
const money = [10, 12, 16];

/** From debit and credit lines to the entry that the journal takes: pure. */
export function draftJournalEntry(inputs: EntryInputs, facts: Facts): JournalDraft {
	const type = Number(facts.row(lookUps.journal, inputs.journal)?.Type);
	const side = sideOf[type];
	if (side !== undefined) {
		const draft = draftInvoiceOf(inputs, side, facts);
		return { ...draft, output: { output: 'selected', fieldsToReturn: [] }, shownWith: inputs };
	}
	const warnings = leftOut(inputs);
	const draft = money.includes(type) ? draftMoneyOf(inputs, facts) : draftGeneral(inputs, facts);
	return { ...draft, warnings: [...draft.warnings, ...warnings] };
}

/** What only invoices have. */
function leftOut({ additionalFields: { dueDate, reference } }: EntryInputs): string[] {
	const named = { 'Due Date': dueDate, 'Your Reference': reference };
	return Object.entries(named)
		.filter(([, value]) => textOf(value) !== '')
		.map(([label]) => `'${label}' was left out: only sales and purchase entries have one`);
}
