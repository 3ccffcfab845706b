import {
	createOptions,
	exactFields,
	ifAdded,
	type MasterInputs,
} from '../../../kit/booking/master';
import { choice, collection, requiredText, switchField, textField } from '../../../kit/fields';
import { lookUps } from '../../../kit/lookups';
import { optionalReference } from '../../../kit/reference';
import { typeOptions } from '../types';

/** Exact's numbers of the payment services that it knows. */
export const providerNumbers = { adyen: 1, payPal: 2, stripe: 3 } as const;

export const label = 'Additional Fields';

const moreFields = {
	additionalExactFields: exactFields('journal', '{"AutoSave": true}'),
	allowOtherCurrencies: ifAdded(
		switchField({
			label: 'Allow Other Currencies',
			hint: 'Whether entries may have another currency than the journal',
		}),
	),
	allowOtherExchangeRates: ifAdded(
		switchField({
			label: 'Allow Other Exchange Rates',
			hint: "Whether entries may have another rate than Exact's own",
		}),
	),
	allowVat: ifAdded(
		switchField({ label: 'Allow VAT', hint: 'Whether lines of entries may have VAT codes' }),
	),
	currency: optionalReference(lookUps.currency, {
		hint: 'Without it, the currency of the company',
	}),
	paymentInTransitAccount: optionalReference(lookUps.ledgerAccount, {
		label: 'In-Transit Account',
		hint: 'Ledger account on which payments stand until the bank has carried them out',
	}),
	providerAccount: textField({
		label: 'Payment Service Account',
		hint: 'Name of the account at the payment service',
	}),
};

export const fields = {
	code: requiredText({ label: 'Code', placeholder: 'e.g. 21' }),
	name: requiredText({ label: 'Name' }),
	type: choice(
		{ label: 'Type', hint: 'Kind of journal', section: 'subject' },
		typeOptions,
		'general',
	),
	ledgerAccount: optionalReference(lookUps.ledgerAccount, {
		hint: 'Account that stands against the lines; a bank, cash or payment service journal needs it, a general one has none',
	}),
	bankAccount: textField({
		label: 'Bank Account',
		placeholder: 'e.g. NL91ABNA0417164300',
		hint: 'Bank journals only: IBAN or local account number',
	}),
	paymentService: choice<'adyen' | 'none' | 'payPal' | 'stripe'>(
		{ label: 'Payment Service', hint: 'Payment service journals only', section: 'subject' },
		[
			{ name: 'Adyen', value: 'adyen' },
			{ name: 'None', value: 'none' },
			{ name: 'PayPal', value: 'payPal' },
			{ name: 'Stripe', value: 'stripe' },
		],
		'none',
	),
	additionalFields: collection({ label, section: 'more', add: 'Add Field' }, moreFields),
	options: createOptions,
};
export type JournalInputs = MasterInputs<typeof fields>;
