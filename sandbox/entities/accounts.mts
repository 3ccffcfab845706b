import { accountRules } from '../rules/accounts.mjs';
import { bulk, ordinary, sync } from './endpoint.mjs';
import { columns } from './column.mjs';
import type { Entity } from './entity.mjs';
import { audit, countryName, lookup, lookupCode } from './computed.mjs';

/** The properties that Exact names itself when it asks for a filter. */
const filterable = [
	...['ID', 'Accountant', 'AccountManager', 'AddressLine1', 'AddressLine2', 'AddressLine3'],
	...['Blocked', 'BRIN', 'BSN', 'ChamberOfCommerce', 'City', 'Classification'],
	...[1, 2, 3, 4, 5, 6, 7, 8].map((number) => `Classification${number}`),
	...['Code', 'CodeAtSupplier', 'Country', 'Created', 'Email', 'EndDate', 'EORINumber', 'Fax'],
	...['InvoiceAccount', 'IsAccountant', 'IsReseller', 'IsSales', 'IsSupplier', 'MainContact'],
	...['Modified', 'Name', 'Parent', 'Phone', 'Postcode', 'PriceList', 'Reseller', 'RSIN'],
	...['SearchCode', 'StartDate', 'Status', 'Type', 'VATNumber'],
];

const described = (reference: string, entity: string) =>
	lookupCode(reference, entity, 'Description');

/** Relations: customers, suppliers and everybody else in one table. */
export const accounts: Entity = {
	name: 'Accounts',
	model: 'Exact.Web.Api.Models.Account',
	key: 'ID',
	title: { en: 'Account', nl: 'Relatie' },
	labels: {
		Name: { en: 'Name', nl: 'Naam' },
		Code: { en: 'Code', nl: 'Code' },
		Status: { en: 'Status', nl: 'Status' },
		Country: { en: 'Country', nl: 'Land' },
		InvoiceAccount: { en: 'Invoice to', nl: 'Factureren aan' },
		Parent: { en: 'Parent', nl: 'Moederbedrijf' },
		GLAR: { en: 'G/L account: Accounts receivable', nl: 'Grootboekrekening: Debiteuren' },
		GLAP: { en: 'G/L account: Accounts payable', nl: 'Grootboekrekening: Crediteuren' },
		GLAccountSales: { en: 'G/L account: Sales', nl: 'Grootboekrekening: Verkoop' },
		GLAccountPurchase: { en: 'G/L account: Purchase', nl: 'Grootboekrekening: Inkoop' },
		MainContact: { en: 'Main contact', nl: 'Hoofdcontactpersoon' },
	},
	deletedType: 2,
	rules: accountRules,
	computed: {
		...audit,
		CountryName: countryName,
		IsSales: (row) => row['Status'] === 'C',
		// A new account was stored with IsPurchase true although false had been sent.
		IsPurchase: () => true,
		InvoiceAccountCode: lookup('InvoiceAccount', 'Accounts', 'Code'),
		InvoiceAccountName: lookup('InvoiceAccount', 'Accounts', 'Name'),
		PaymentConditionPurchaseDescription: described('PaymentConditionPurchase', 'PaymentConditions'),
		PaymentConditionSalesDescription: described('PaymentConditionSales', 'PaymentConditions'),
		PurchaseCurrencyDescription: lookup('PurchaseCurrency', 'Currencies', 'Description'),
		PurchaseVATCodeDescription: described('PurchaseVATCode', 'VATCodes'),
		SalesCurrencyDescription: lookup('SalesCurrency', 'Currencies', 'Description'),
		SalesVATCodeDescription: described('SalesVATCode', 'VATCodes'),
		ResellerCode: lookup('Reseller', 'Accounts', 'Code'),
		ResellerName: lookup('Reseller', 'Accounts', 'Name'),
	},
	columns: columns(`
	ID                                  Guid        rw
	Accountant                          Guid        rw  -> Accounts
	AccountManager                      Guid        rw
	AccountManagerFullName              String
	AccountManagerHID                   Int32
	ActivitySector                      Guid        rw
	ActivitySubSector                   Guid        rw
	AddressLine1                        String      rw
	AddressLine2                        String      rw
	AddressLine3                        String      rw
	AddressSource                       Byte
	AutomaticProcessProposedEntry       Byte        rw
	BankAccounts                        Collection  crm/BankAccounts by Account
	Blocked                             Boolean     rw
	BRIN                                Guid
	BSN                                 String      rw
	BusinessType                        Guid        rw
	CanDropShip                         Boolean     rw
	ChamberOfCommerce                   String      rw
	City                                String      rw
	Classification                      String
	Classification1                     Guid        rw
	Classification2                     Guid        rw
	Classification3                     Guid        rw
	Classification4                     Guid        rw
	Classification5                     Guid        rw
	Classification6                     Guid        rw
	Classification7                     Guid        rw
	Classification8                     Guid        rw
	ClassificationDescription           String
	Code                                String      rw  left 18
	CodeAtSupplier                      String      rw
	CompanySize                         Guid        rw
	ConsolidationScenario               Byte        rw
	ControlledDate                      Day         rw
	Costcenter                          String
	CostcenterDescription               String
	CostPaid                            Byte
	Country                             String      rw  right 3
	CountryName                         String
	Created                             Moment
	Creator                             Guid
	CreatorFullName                     String
	CreditLinePurchase                  Double      rw
	CreditLineSales                     Double      rw
	Currency                            String
	CustomerSince                       Day
	CustomField                         String
	DatevCreditorCode                   String      rw
	DatevDebtorCode                     String      rw
	DeliveryAdvice                      Byte        rw
	DiscountPurchase                    Double      rw
	DiscountSales                       Double      rw
	Division                            Int32
	Document                            Guid
	DunsNumber                          String
	Email                               String      rw
	EnableSalesPaymentLink              Boolean     rw
	EndDate                             Day         rw
	EORINumber                          String      rw
	EstablishedDate                     Day         rw
	Fax                                 String      rw
	GLAccountPurchase                   Guid        rw  -> GLAccounts
	GLAccountSales                      Guid        rw  -> GLAccounts
	GLAP                                Guid        rw  -> GLAccounts
	GLAR                                Guid        rw  -> GLAccounts
	GlnNumber                           String      rw
	HasWithholdingTaxSales              Boolean     rw
	IgnoreDatevWarningMessage           Boolean     rw
	IncotermAddressPurchase             String      rw
	IncotermAddressSales                String      rw
	IncotermCodePurchase                String      rw
	IncotermCodeSales                   String      rw
	IncotermVersionPurchase             Int16       rw
	IncotermVersionSales                Int16       rw
	IntraStatArea                       String      rw
	IntraStatDeliveryTerm               String      rw
	IntraStatSystem                     String      rw
	IntraStatTransactionA               String      rw
	IntraStatTransactionB               String      rw
	IntraStatTransportMethod            String      rw
	InvoiceAccount                      Guid        rw  -> Accounts
	InvoiceAccountCode                  String      left 18
	InvoiceAccountName                  String
	InvoiceAttachmentType               Int32       rw
	InvoicingMethod                     Int32       rw
	IsAccountant                        Byte        rw
	IsAgency                            Byte        rw
	IsAnonymised                        Byte
	IsBank                              Boolean
	IsCompetitor                        Byte        rw
	IsExtraDuty                         Boolean     rw
	IsMailing                           Byte        rw
	IsMember                            Boolean
	IsPilot                             Boolean     rw
	IsPurchase                          Boolean
	IsReseller                          Boolean     rw
	IsSales                             Boolean
	IsSupplier                          Boolean     rw
	Language                            String      rw  right 10
	LanguageDescription                 String
	Latitude                            Double      rw
	LeadPurpose                         Guid        rw
	LeadSource                          Guid        rw
	Logo                                Binary      rw
	LogoFileName                        String      rw
	LogoThumbnailUrl                    String
	LogoUrl                             String
	Longitude                           Double      rw
	MainContact                         Guid        rw  -> Contacts
	Modified                            Moment
	Modifier                            Guid
	ModifierFullName                    String
	Name                                String      rw  mandatory
	OINNumber                           String      rw
	Parent                              Guid        rw  -> Accounts
	PayAsYouEarn                        String      rw
	PaymentConditionPurchase            String      rw
	PaymentConditionPurchaseDescription String
	PaymentConditionSales               String      rw
	PaymentConditionSalesDescription    String
	PeppolIdentifier                    String      rw
	PeppolIdentifierType                Int32       rw
	Phone                               String      rw
	PhoneExtension                      String      rw
	Postcode                            String      rw
	PriceList                           Guid        rw
	PurchaseCurrency                    String      rw
	PurchaseCurrencyDescription         String
	PurchaseLeadDays                    Int32       rw
	PurchaseVATCode                     String      rw  right 3
	PurchaseVATCodeDescription          String
	RecepientOfCommissions              Boolean     rw
	Remarks                             String      rw
	Reseller                            Guid        rw  -> Accounts
	ResellerCode                        String      left 18
	ResellerName                        String
	RSIN                                String      rw
	SalesCurrency                       String      rw
	SalesCurrencyDescription            String
	SalesTaxSchedule                    Guid        rw
	SalesTaxScheduleCode                String
	SalesTaxScheduleDescription         String
	SalesVATCode                        String      rw  right 3
	SalesVATCodeDescription             String
	SearchCode                          String      rw
	SecurityLevel                       Int32       rw
	SeparateInvPerProject               Byte        rw
	SeparateInvPerSubscription          Byte        rw
	ShippingLeadDays                    Int32       rw
	ShippingMethod                      Guid        rw
	ShowRemarkForSales                  Boolean     rw
	Source                              Byte
	StartDate                           Day         rw
	State                               String      rw
	StateName                           String
	Status                              String      rw
	StatusSince                         Day
	TradeName                           String      rw
	Type                                String
	UniqueTaxpayerReference             String      rw
	VATLiability                        String      rw
	VATNumber                           String      rw
	Website                             String      rw
	`),
};

export const accountEndpoints = [
	ordinary('crm/Accounts', accounts, { wide: true, mandatoryFilter: filterable }),
	bulk('CRM/Accounts', accounts, { mandatoryFilter: filterable }),
	sync('CRM/Accounts', accounts),
];
