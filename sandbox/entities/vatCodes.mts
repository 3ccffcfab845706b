import { vatCodeRules, vatPercentageRules } from '../rules/vatCodes.mjs';
import { ordinary } from './endpoint.mjs';
import { columns } from './column.mjs';
import type { Entity } from './entity.mjs';
import { audit, lookup } from './computed.mjs';

/** Type: E excluding, I including, B base only, N none. VATTransactionType: B both, P purchase, S sales. */
export const vatCodes: Entity = {
	name: 'VATCodes',
	model: 'Exact.Web.Api.Models.VATCode',
	key: 'ID',
	title: { en: 'VAT code', nl: 'Btw-code' },
	labels: {
		Code: { en: 'Code', nl: 'Code' },
		Description: { en: 'Description', nl: 'Omschrijving' },
		GLToPay: { en: 'G/L account: VAT to pay', nl: 'Grootboekrekening: Te betalen btw' },
		GLToClaim: { en: 'G/L account: VAT to claim', nl: 'Grootboekrekening: Te vorderen btw' },
	},
	rules: vatCodeRules,
	computed: {
		...audit,
		AccountCode: lookup('Account', 'Accounts', 'Code'),
		AccountName: lookup('Account', 'Accounts', 'Name'),
		GLDiscountPurchaseCode: lookup('GLDiscountPurchase', 'GLAccounts', 'Code'),
		GLDiscountPurchaseDescription: lookup('GLDiscountPurchase', 'GLAccounts', 'Description'),
		GLDiscountSalesCode: lookup('GLDiscountSales', 'GLAccounts', 'Code'),
		GLDiscountSalesDescription: lookup('GLDiscountSales', 'GLAccounts', 'Description'),
		GLToClaimCode: lookup('GLToClaim', 'GLAccounts', 'Code'),
		GLToClaimDescription: lookup('GLToClaim', 'GLAccounts', 'Description'),
		GLToPayCode: lookup('GLToPay', 'GLAccounts', 'Code'),
		GLToPayDescription: lookup('GLToPay', 'GLAccounts', 'Description'),
	},
	columns: columns(`
	ID                                  Guid        rw
	Account                             Guid        rw  -> Accounts
	AccountCode                         String      left 18
	AccountName                         String
	CalculationBasis                    Byte        rw
	Charged                             Boolean     rw
	Code                                String      rw  mandatory  right 3
	Country                             String      right 3
	Created                             Moment
	Creator                             Guid
	CreatorFullName                     String
	CustomField                         String
	Description                         String      rw  mandatory
	Division                            Int32
	EUSalesListing                      String      rw
	ExcludeVATListing                   Byte        rw
	GLDiscountPurchase                  Guid        rw  -> GLAccounts
	GLDiscountPurchaseCode              String
	GLDiscountPurchaseDescription       String
	GLDiscountSales                     Guid        rw  -> GLAccounts
	GLDiscountSalesCode                 String
	GLDiscountSalesDescription          String
	GLToClaim                           Guid        rw  -> GLAccounts
	GLToClaimCode                       String
	GLToClaimDescription                String
	GLToPay                             Guid        rw  -> GLAccounts
	GLToPayCode                         String
	GLToPayDescription                  String
	IntraStat                           Boolean     rw
	IntrastatType                       String      rw
	IsBlocked                           Boolean     rw
	LegalText                           String      rw
	Modified                            Moment
	Modifier                            Guid
	ModifierFullName                    String
	OssCountry                          String      rw  right 3
	Percentage                          Double
	TaxReturnType                       Int16       rw
	Type                                String      rw
	VatDocType                          String      rw
	VatMargin                           Byte        rw
	VATPartialRatio                     Int16       rw
	VATPercentages                      Collection  vat/VatPercentages by VATCodeID
	VATTransactionType                  String      rw
	`),
};

/** The rates of a code in the course of time; written with the code only. */
export const vatPercentages: Entity = {
	name: 'VatPercentages',
	model: 'Exact.Web.Api.Models.VATPercentage',
	key: 'ID',
	title: { en: 'VAT percentage', nl: 'Btw-percentage' },
	rules: vatPercentageRules,
	computed: audit,
	columns: columns(`
	ID                                  Guid
	Created                             Moment
	Creator                             Guid
	CreatorFullName                     String
	Division                            Int32
	EndDate                             Day         rw
	LineNumber                          Int32
	Modified                            Moment
	Modifier                            Guid
	ModifierFullName                    String
	Percentage                          Double      rw
	StartDate                           Day         rw
	Type                                Int16       rw
	VATCodeID                           Guid        rw  mandatory  -> VATCodes
	`),
};

export const vatCodeEndpoints = [
	ordinary('vat/VATCodes', vatCodes),
	ordinary('vat/VatPercentages', vatPercentages, { verbs: ['GET'] }),
];
