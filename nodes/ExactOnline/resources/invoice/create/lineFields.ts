import type { Inputs } from '../../../kit/field';
import {
	amountField,
	choice,
	collection,
	dayField,
	jsonRows,
	percentField,
	requiredText,
	rows,
	textField,
} from '../../../kit/fields';
import { lookUps } from '../../../kit/lookups';
import { optionalReference, reference } from '../../../kit/reference';

const share = {
	plan: choice(
		{ label: 'Plan', section: 'lines' },
		[
			{ name: 'Cost Center', value: 'costCenter' },
			{ name: 'Cost Unit', value: 'costUnit' },
			{ name: 'Project', value: 'project' },
		],
		'costCenter',
	),
	account: requiredText({
		label: 'Code or ID',
		hint: 'Code of the cost center or cost unit; code or ID of the project',
		section: 'lines',
	}),
	percentage: percentField({ label: 'Percentage', section: 'lines' }),
};

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
	costCenter: optionalReference(lookUps.costCenter),
	costUnit: optionalReference(lookUps.costUnit),
	project: optionalReference(lookUps.project),
	distribution: rows(
		{
			label: 'Distribution',
			hint: 'Shares over several accounts of a plan; those of one plan add up to 100 %, and the line is split to the cent',
			row: 'Share',
			add: 'Add Share',
		},
		share,
	),
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

const editor = {
	...main,
	more: collection({ label: 'Additional Fields', section: 'lines', add: 'Add Field' }, more),
};

/** One line of an invoice, as a person or a workflow enters it. */
export type LineInput = Inputs<typeof main> & Inputs<typeof more>;

const editorLines = rows(
	{ label: 'Lines', section: 'lines', row: 'Line', add: 'Add Line' },
	editor,
);

const shownFor = (way: 'fields' | 'json') => ({
	displayOptions: { show: { specifyLines: [way] } },
});

const jsonLines = jsonRows(
	{
		label: 'Lines (JSON)',
		hint: 'A list of lines: ledgerAccount and amount, and any of vatCode, description, quantity, costCenter, costUnit, project, distribution, from, to, vatAmount, vatPercentage, nonDeductiblePercentage, privateUsePercentage',
		placeholder: 'e.g. [{"ledgerAccount": "4100", "amount": 100, "vatCode": "4"}]',
		section: 'lines',
		row: 'Line',
	},
	{ ...main, ...more },
);

/** The lines, in a form or as JSON; both give the same. */
export const lineFields = {
	specifyLines: choice(
		{ label: 'Specify Lines', section: 'lines' },
		[
			{ name: 'Using Fields Below', value: 'fields' },
			{ name: 'Using JSON', value: 'json' },
		],
		'fields',
	),
	lines: { ...editorLines, property: { ...editorLines.property, ...shownFor('fields') } },
	linesJson: { ...jsonLines, property: { ...jsonLines.property, ...shownFor('json') } },
};

/** The lines that count. */
export function linesOf(inputs: Inputs<typeof lineFields>): LineInput[] {
	if (inputs.specifyLines === 'json') return inputs.linesJson;
	return inputs.lines.map(({ more: rest, ...line }) => ({ ...line, ...rest }));
}
