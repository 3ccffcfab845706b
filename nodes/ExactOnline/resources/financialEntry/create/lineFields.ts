import { analyticFields } from '../../../kit/booking/draft/analyticFields';
import { lineForms } from '../../../kit/booking/draft/lineForms';
import type { Field } from '../../../kit/field';
import { amountField, choice, textField } from '../../../kit/fields';
import { lookUps } from '../../../kit/lookups';
import { optionalReference } from '../../../kit/reference';

type LineOf = 'ledgerAccount' | 'client' | 'supplier' | 'employee';

/** Not required: when the account type is an expression, n8n shows all four. */
const shownFor = <T>(field: Field<T>, accountType: LineOf): Field<T> => ({
	...field,
	property: { ...field.property, displayOptions: { show: { accountType: [accountType] } } },
});

const inLine = { section: 'lines' } as const;

/** Whom or what a line is of. */
const parties = {
	ledgerAccount: shownFor(optionalReference(lookUps.ledgerAccount, inLine), 'ledgerAccount'),
	client: shownFor(optionalReference(lookUps.client, inLine), 'client'),
	supplier: shownFor(optionalReference(lookUps.supplier, inLine), 'supplier'),
	employee: shownFor(optionalReference(lookUps.employee, inLine), 'employee'),
};

const more = {
	...analyticFields,
	controlAccount: optionalReference(lookUps.ledgerAccount, {
		label: 'Control Account',
		hint: 'Of a client, supplier or employee: the ledger account to book on instead of their own',
	}),
	description: textField({ label: 'Description' }),
	ourReference: textField({
		label: 'Our Reference',
		hint: 'Number of the invoice that is paid, digits only; Exact may match by it',
		placeholder: 'e.g. 26700001',
	}),
	vatAmount: amountField({
		label: 'VAT Amount',
		hint: 'The part of the amount that is VAT; only to overrule what Exact calculates',
	}),
	vatCode: optionalReference(lookUps.vatCode, {
		hint: 'Of a ledger account only; the amount includes the VAT',
	}),
};

/** The lines of a bank or cash entry. In JSON, a line is of whatever it names. */
export const lineFields = lineForms(
	{
		amount: amountField({
			label: 'Amount',
			hint: 'What came in is positive, what went out negative; with VAT',
			section: 'lines',
		}),
		...parties,
	},
	more,
	{
		hint: 'A list of lines: amount and one of ledgerAccount, client, supplier, employee, and any of description, ourReference, vatCode, vatAmount, costCenter, costUnit, project, distribution, controlAccount',
		placeholder:
			'e.g. [{"client": "1022", "amount": 121, "ourReference": "26700001"}, {"ledgerAccount": "9200", "amount": -12.5}]',
	},
	{
		more: 'VAT and Details',
		fields: {
			accountType: choice<LineOf>(
				{ label: 'Account Type', hint: 'Whose account the money comes from or goes to', ...inLine },
				[
					{ name: 'Ledger Account', value: 'ledgerAccount' },
					{ name: 'Client', value: 'client' },
					{ name: 'Supplier', value: 'supplier' },
					{ name: 'Employee', value: 'employee' },
				],
				'ledgerAccount',
			),
		},
	},
);
