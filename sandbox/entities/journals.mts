import { journalRules } from '../rules/journals.mjs';
import { ordinary } from './endpoint.mjs';
import { columns } from './column.mjs';
import type { Entity } from './entity.mjs';
import { audit, lookup } from './computed.mjs';

/** Entries name a journal by its code. Type: 10 cash, 12 bank, 20 sales, 22 purchase, 90 general, … */
export const journals: Entity = {
	name: 'Journals',
	model: 'Exact.Web.Api.Models.Journal',
	key: 'ID',
	title: { en: 'Journal', nl: 'Dagboek' },
	labels: {
		Code: { en: 'Code', nl: 'Code' },
		Description: { en: 'Description', nl: 'Omschrijving' },
		Currency: { en: 'Currency', nl: 'Valuta' },
		GLAccount: { en: 'G/L account', nl: 'Grootboekrekening' },
	},
	rules: journalRules,
	computed: {
		...audit,
		CurrencyDescription: lookup('Currency', 'Currencies', 'Description'),
		GLAccountCode: lookup('GLAccount', 'GLAccounts', 'Code'),
		GLAccountDescription: lookup('GLAccount', 'GLAccounts', 'Description'),
		GLAccountType: lookup('GLAccount', 'GLAccounts', 'Type'),
	},
	columns: columns(`
	ID                                  Guid        rw
	AllowVariableCurrency               Boolean     rw
	AllowVariableExchangeRate           Boolean     rw
	AllowVAT                            Boolean     rw
	AutoSave                            Boolean     rw
	Bank                                Guid        rw
	BankAccountBICCode                  String
	BankAccountCountry                  String
	BankAccountDescription              String
	BankAccountIBAN                     String
	BankAccountID                       Guid        rw
	BankAccountIncludingMask            String      rw
	BankAccountUseSEPA                  Boolean
	BankAccountUseSepaDirectDebit       Boolean
	BankName                            String
	Code                                String      rw
	Created                             Moment
	Creator                             Guid
	CreatorFullName                     String
	Currency                            String      rw  -> Currencies
	CurrencyDescription                 String
	CustomField                         String
	Description                         String      rw
	Division                            Int32
	GLAccount                           Guid        rw  -> GLAccounts
	GLAccountCode                       String
	GLAccountDescription                String
	GLAccountType                       Int32
	IsBlocked                           Boolean     rw
	Modified                            Moment
	Modifier                            Guid
	ModifierFullName                    String
	PaymentInTransitAccount             Guid        rw  -> GLAccounts
	PaymentServiceAccountIdentifier     String      rw
	PaymentServiceProvider              Int32       rw
	PaymentServiceProviderName          String
	Type                                Int32       rw
	`),
};

export const journalEndpoints = [ordinary('financial/Journals', journals)];
