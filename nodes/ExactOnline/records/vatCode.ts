import type { Row } from '../exact/source';
import { textOf } from '../exact/values/text';
import { vatCodeColumns } from './columns/vatCode';
import { record } from './record';
import { derived, flag, guid, moment, percent, text, whole, word } from './shows';
import { vatPercentage } from './vatPercentage';

/** A VAT code with its rate. Exact pads the code on the right, which a filter does not mind. */
export const vatCode = record({
	noun: 'VAT code',
	path: 'vat/VATCodes',
	key: 'ID',
	code: 'Code',
	scope: 'Financial: accounting',
	columns: vatCodeColumns,
	parts: {
		history: {
			name: 'VATPercentages',
			record: vatPercentage,
			parent: 'VATCodeID',
			orderBy: 'LineNumber',
		},
	},
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
		isIntrastat: flag('IntraStat'),
		scope: derived(['EUSalesListing', 'IntraStat', 'OssCountry', 'Type'], 'string', scopeOf),
		country: text('Country'),
		ossCountry: text('OssCountry'),
		payableAccount: text('GLToPayCode'),
		payableAccountId: guid('GLToPay'),
		claimableAccount: text('GLToClaimCode'),
		claimableAccountId: guid('GLToClaim'),
		taxReturnType: whole('TaxReturnType'),
		documentType: word('VatDocType', { E: 'expense', F: 'freelance', P: 'purchase' }),
		partialRatio: whole('VATPartialRatio'),
		isBlocked: flag('IsBlocked'),
		created: moment('Created'),
		modified: moment('Modified'),
	},
});

/** A guess: no column says where a code is used. Exports can not be told from other codes without VAT. */
function scopeOf({ EUSalesListing, IntraStat, OssCountry, Type }: Row): string {
	const listed = ['L', 'S', 'T'].includes(textOf(EUSalesListing));
	if (listed || IntraStat === true || textOf(OssCountry) !== '') return 'eu';
	return ['B', 'N', ''].includes(textOf(Type)) ? 'unknown' : 'national';
}
