import { exchangeRateRules } from '../rules/exchangeRates.mjs';
import { ordinary } from './endpoint.mjs';
import { columns } from './column.mjs';
import type { Entity } from './entity.mjs';
import { audit, lookup } from './computed.mjs';

/** What one unit of the source currency is worth in the currency of the company, from a date on. */
export const exchangeRates: Entity = {
	name: 'ExchangeRates',
	model: 'Exact.Web.Api.Models.Financial.ExchangeRate',
	key: 'ID',
	title: { en: 'Exchange rate', nl: 'Wisselkoers' },
	labels: {
		SourceCurrency: { en: 'Source currency', nl: 'Bronvaluta' },
		Rate: { en: 'Exchange rate', nl: 'Wisselkoers' },
	},
	rules: exchangeRateRules,
	computed: {
		...audit,
		SourceCurrencyDescription: lookup('SourceCurrency', 'Currencies', 'Description'),
		TargetCurrency: (_row, { company }) => company.division['Currency'] ?? null,
		TargetCurrencyDescription: (_row, { company }) =>
			company.table('Currencies').get(String(company.division['Currency']))?.['Description'] ??
			null,
	},
	columns: columns(`
	ID                                  Guid        rw
	Created                             Moment
	Creator                             Guid
	CreatorFullName                     String
	Division                            Int32
	Modified                            Moment
	Modifier                            Guid
	ModifierFullName                    String
	Rate                                Double      rw
	SourceCurrency                      String      rw  mandatory  -> Currencies
	SourceCurrencyDescription           String
	StartDate                           Day         rw
	TargetCurrency                      String
	TargetCurrencyDescription           String
	`),
};

export const exchangeRateEndpoints = [ordinary('financial/ExchangeRates', exchangeRates)];
