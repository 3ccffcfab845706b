import type { Inputs } from '../../field';
import { amountField, dayField, percentField, textField } from '../../fields';
import { lookUps } from '../../lookups';
import { optionalReference, reference } from '../../reference';
import { analyticFields } from '../draft/analyticFields';
import { enteredLines, lineForms } from '../draft/lineForms';

const main = {
	ledgerAccount: reference(lookUps.ledgerAccount, { section: 'lines' }),
	amount: amountField({
		label: 'Amount',
		hint: 'Without VAT, or with VAT when the VAT code is an including one; positive, for credit notes too',
		section: 'lines',
	}),
	vatCode: optionalReference(lookUps.vatCode, {
		hint: 'Without it, Exact takes the one of the ledger account or the relation',
		section: 'lines',
	}),
};

const more = {
	...analyticFields,
	description: textField({ label: 'Description' }),
	from: dayField({ label: 'Accrue From', hint: 'First day of the period that the line is about' }),
	to: dayField({ label: 'Accrue To', hint: 'Last day of the period that the line is about' }),
	nonDeductiblePercentage: percentField({
		label: 'Non-Deductible VAT (%)',
		hint: 'Part of the VAT that is a cost; purchases only',
	}),
	privateUsePercentage: percentField({
		label: 'Private Use (%)',
		hint: 'Part that is for private use; purchases only',
	}),
	quantity: amountField({ label: 'Quantity' }),
	vatAmount: amountField({
		label: 'VAT Amount',
		hint: 'Only to overrule the VAT that Exact calculates',
	}),
	vatPercentage: percentField({
		label: 'VAT Percentage',
		hint: 'Only as a check: the item stops when the VAT code has another rate',
	}),
};

/** One line of an invoice, as a person or a workflow enters it. */
export type LineInput = Inputs<typeof main> &
	Partial<Inputs<typeof more>> &
	Pick<Inputs<typeof more>, 'distribution'> & {
		/** What messages call it, where that is not its place: `Line 2`. */
		label?: string;
	};

/** The lines, in a form or as JSON; both give the same. */
export const lineFields = lineForms(main, more, {
	hint: 'A list of lines: ledgerAccount and amount, and any of vatCode, description, quantity, costCenter, costUnit, project, distribution, from, to, vatAmount, vatPercentage, nonDeductiblePercentage, privateUsePercentage',
	placeholder: 'e.g. [{"ledgerAccount": "4100", "amount": 100, "vatCode": "4"}]',
});

/** The lines that count. */
export function linesOf(
	inputs: Omit<Inputs<typeof lineFields>, 'linesJson'> & { linesJson: LineInput[] },
): LineInput[] {
	return enteredLines(inputs);
}
