import { bankAccountRules } from '../rules/bankAccounts.mjs';
import { ordinary } from './endpoint.mjs';
import { columns } from './column.mjs';
import type { Entity } from './entity.mjs';
import { audit, lookup } from './computed.mjs';

/** Bank accounts of relations; they have neither a bulk nor a sync twin. */
export const bankAccounts: Entity = {
	name: 'BankAccounts',
	model: 'Exact.Web.Api.Models.BankAccount',
	key: 'ID',
	title: { en: 'Bank account', nl: 'Bankrekening' },
	labels: {
		Account: { en: 'Account', nl: 'Relatie' },
		BankAccount: { en: 'Bank account', nl: 'Bankrekening' },
	},
	rules: bankAccountRules,
	computed: {
		...audit,
		AccountName: lookup('Account', 'Accounts', 'Name'),
		// Only accounts of a relation exist here; the other types belong to the company itself.
		Type: () => 'A',
		TypeDescription: () => 'Account',
	},
	columns: columns(`
	ID                                  Guid        rw
	Account                             Guid        rw  mandatory  -> Accounts
	AccountName                         String
	Bank                                Guid
	BankAccount                         String      rw  mandatory
	BankAccountHolderName               String      rw
	BankDescription                     String
	BankName                            String
	BICCode                             String      rw
	Blocked                             Boolean     rw
	Created                             Moment
	Creator                             Guid
	CreatorFullName                     String
	Description                         String      rw
	Division                            Int32
	Format                              String
	IBAN                                String
	Main                                Boolean     rw
	Modified                            Moment
	Modifier                            Guid
	ModifierFullName                    String
	PaymentServiceAccount               Guid
	Type                                String
	TypeDescription                     String
	`),
};

export const bankAccountEndpoints = [ordinary('crm/BankAccounts', bankAccounts)];
