import { columns } from './columns';

/** Columns of `financial/Journals`. */
export const journalColumns = columns({
	Guid: `
		ID Bank BankAccountID Creator GLAccount Modifier PaymentInTransitAccount
	`,
	Boolean: `
		AllowVariableCurrency AllowVariableExchangeRate AllowVAT AutoSave BankAccountUseSEPA
		BankAccountUseSepaDirectDebit IsBlocked
	`,
	String: `
		BankAccountBICCode BankAccountCountry BankAccountDescription BankAccountIBAN
		BankAccountIncludingMask BankName Code CreatorFullName Currency CurrencyDescription
		CustomField Description GLAccountCode GLAccountDescription ModifierFullName
		PaymentServiceAccountIdentifier PaymentServiceProviderName
	`,
	DateTime: `
		Created Modified
	`,
	Int32: `
		Division GLAccountType PaymentServiceProvider Type
	`,
});
