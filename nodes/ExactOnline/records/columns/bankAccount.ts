import { columns } from './columns';

/** Columns of `crm/BankAccounts`. */
export const bankAccountColumns = columns({
	Guid: `
		ID Account Bank Creator Modifier PaymentServiceAccount
	`,
	String: `
		AccountName BankAccount BankAccountHolderName BankDescription BankName BICCode
		CreatorFullName Description Format IBAN ModifierFullName Type TypeDescription
	`,
	Boolean: `
		Blocked Main
	`,
	DateTime: `
		Created Modified
	`,
	Int32: `
		Division
	`,
});
