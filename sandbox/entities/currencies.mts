import { ordinary } from './endpoint.mjs';
import { columns } from './column.mjs';
import type { Entity } from './entity.mjs';

/** The currencies that a company uses; the key is the code. */
export const currencies: Entity = {
	name: 'Currencies',
	model: 'Exact.Web.Api.Models.Currency',
	key: 'Code',
	title: { en: 'Currency', nl: 'Valuta' },
	columns: columns(`
	Code                                String
	AmountPrecision                     Double
	Created                             Moment
	Description                         String
	Modified                            Moment
	PricePrecision                      Double
	`),
};

export const currencyEndpoints = [ordinary('general/Currencies', currencies, { verbs: ['GET'] })];
