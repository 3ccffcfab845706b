import { vatCodeColumns } from './columns/vatCode';
import { record } from './record';
import { flag, guid, moment, percent, text, word } from './shows';

/** A VAT code with its rate. Exact pads the code on the right, which a filter does not mind. */
export const vatCode = record({
	noun: 'VAT code',
	path: 'vat/VATCodes',
	key: 'ID',
	code: 'Code',
	scope: 'Financial: accounting',
	columns: vatCodeColumns,
	shows: {
		id: guid('ID'),
		code: text('Code'),
		name: text('Description'),
		percentage: percent('Percentage'),
		type: word('Type', { B: 'baseOnly', E: 'excluding', I: 'including', N: 'none' }),
		transactionType: word('VATTransactionType', { B: 'both', P: 'purchase', S: 'sales' }),
		isReverseCharge: flag('Charged'),
		euSalesListing: word('EUSalesListing', {
			L: 'goods',
			N: 'none',
			S: 'services',
			T: 'triangulation',
		}),
		country: text('Country'),
		ossCountry: text('OssCountry'),
		payableAccount: text('GLToPayCode'),
		payableAccountId: guid('GLToPay'),
		claimableAccount: text('GLToClaimCode'),
		claimableAccountId: guid('GLToClaim'),
		isBlocked: flag('IsBlocked'),
		created: moment('Created'),
		modified: moment('Modified'),
	},
});
