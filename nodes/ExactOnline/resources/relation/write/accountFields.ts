import { activeField, exactFields } from '../../../kit/booking/master/fields';
import type { Inputs } from '../../../kit/field';
import { textField } from '../../../kit/fields';
import { lookUps } from '../../../kit/lookups';
import { optionalReference } from '../../../kit/reference';
import type { Role } from './roles';

/** What clients and suppliers have alike. */
const sameForBoth = {
	accountNumber: textField({
		label: 'Bank Account',
		placeholder: 'e.g. NL91ABNA0417164300',
		hint: 'IBAN or local account number; becomes the main bank account',
	}),
	additionalExactFields: exactFields('relation', '{"Fax": "010 123 45 67"}'),
	addressLine1: textField({ label: 'Address Line 1', hint: 'Street and number' }),
	addressLine2: textField({ label: 'Address Line 2' }),
	addressLine3: textField({ label: 'Address Line 3' }),
	bankAccountHolder: textField({ label: 'Bank Account Holder' }),
	bic: textField({ label: 'BIC', hint: 'Of the bank account' }),
	chamberOfCommerce: textField({
		label: 'Company Number',
		hint: 'Number at the chamber of commerce or enterprise number',
	}),
	city: textField({ label: 'City' }),
	country: textField({ label: 'Country', placeholder: 'e.g. BE', hint: 'Two-letter ISO code' }),
	currency: optionalReference(lookUps.currency),
	email: textField({ label: 'Email', placeholder: 'e.g. name@example.com' }),
	language: textField({
		label: 'Language',
		placeholder: 'e.g. nl',
		hint: 'Two-letter ISO code; in Belgian companies nl and fr become NL-BE and FR-BE',
	}),
	ledgerAccount: optionalReference(lookUps.ledgerAccount, {
		hint: 'Proposed for invoice lines',
	}),
	paymentTerm: optionalReference(lookUps.paymentTerm),
	peppolIdentifier: textField({ label: 'Peppol ID' }),
	peppolIdentifierType: textField({
		label: 'Peppol ID Type',
		placeholder: 'e.g. 0106',
		hint: 'Number of the scheme that the Peppol ID belongs to',
	}),
	phone: textField({ label: 'Phone' }),
	postcode: textField({ label: 'Postcode' }),
	remarks: textField({ label: 'Remarks' }),
	searchCode: textField({
		label: 'Search Code',
		hint: 'The usual place for a key of your own',
	}),
	state: textField({ label: 'State', hint: 'Code of the state or province' }),
	vatCode: optionalReference(lookUps.vatCode, { hint: 'Proposed for invoice lines' }),
	vatNumber: textField({
		label: 'VAT Number',
		placeholder: 'e.g. BE0123456749',
		hint: 'Blanks, dots and dashes are left out',
	}),
	website: textField({ label: 'Website' }),
};

/** The fields of the relation itself; an empty one is not sent. */
export function accountFields({ lookUp, control }: Role) {
	const { noun } = lookUp;
	return {
		...sameForBoth,
		code: textField({
			label: 'Code',
			hint: `Number of the ${noun}; when empty, Exact gives a new one the next number`,
		}),
		controlAccount: optionalReference(lookUps.ledgerAccount, {
			label: 'Control Account',
			hint: `Ledger account of the type ${control.words}, when it is not the usual one`,
		}),
		isActive: activeField(noun, {
			yes: 'Without an end date, and not blocked',
			no: 'Ended today',
		}),
		parent: optionalReference(lookUp, {
			label: 'Parent',
			hint: 'The company that it is a part of',
		}),
	};
}
export type AccountInputs = Inputs<ReturnType<typeof accountFields>>;
