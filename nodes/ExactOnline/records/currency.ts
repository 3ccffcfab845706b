import { currencyColumns } from './columns/currency';
import { record } from './record';
import { decimal, moment, text } from './shows';

/** A currency that a company uses; its ISO code is its key. */
export const currency = record({
	noun: 'currency',
	path: 'general/Currencies',
	key: 'Code',
	code: 'Code',
	scope: 'Financial: currencies',
	columns: currencyColumns,
	shows: {
		id: text('Code'),
		name: text('Description'),
		decimals: decimal('AmountPrecision'),
		priceDecimals: decimal('PricePrecision'),
		created: moment('Created'),
		modified: moment('Modified'),
	},
});
