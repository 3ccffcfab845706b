import { glAccountRules } from '../rules/glAccounts.mjs';
import { glAccountTypes } from '../rules/glAccountTypes.mjs';
import { bulk, ordinary, sync } from './endpoint.mjs';
import { columns } from './column.mjs';
import type { Entity } from './entity.mjs';
import { audit, lookupCode } from './computed.mjs';

/** The only properties that the bulk twin can be filtered by. */
const closedFilter = [
	...['AssimilatedVATBox', 'BelcotaxType', 'Code', 'Costcenter', 'Costunit', 'Created', 'Creator'],
	...['ID', 'Modified', 'Modifier', 'PrivateGLAccount', 'SearchCode', 'Type'],
	...['VATNonDeductibleGLAccount', 'YearEndCostGLAccount', 'YearEndReflectionGLAccount'],
];

/** BalanceType: B balance sheet, W profit and loss. UseCostcenter: 0 optional, 1 mandatory, 2 no. */
export const glAccounts: Entity = {
	name: 'GLAccounts',
	model: 'Exact.Web.Api.Models.GLAccount',
	key: 'ID',
	title: { en: 'G/L account', nl: 'Grootboekrekening' },
	labels: {
		Code: { en: 'Code', nl: 'Code' },
		Description: { en: 'Description', nl: 'Omschrijving' },
		VATCode: { en: 'VAT code', nl: 'Btw-code' },
		Costcenter: { en: 'Cost center', nl: 'Kostenplaats' },
		Costunit: { en: 'Cost unit', nl: 'Kostendrager' },
	},
	deletedType: 7,
	rules: glAccountRules,
	computed: {
		...audit,
		CostcenterDescription: lookupCode('Costcenter', 'Costcenters', 'Description'),
		CostunitDescription: lookupCode('Costunit', 'Costunits', 'Description'),
		TypeDescription: (row) => glAccountTypes[Number(row['Type'])] ?? null,
		VATDescription: lookupCode('VATCode', 'VATCodes', 'Description'),
	},
	columns: columns(`
	ID                                  Guid        rw
	AllowCostsInSales                   Byte        rw
	AssimilatedVATBox                   Int16       rw
	BalanceSide                         String      rw
	BalanceType                         String      rw
	BelcotaxType                        Int32       rw
	Code                                String      rw  mandatory
	Compress                            Boolean     rw
	Costcenter                          String      rw  => Costcenters
	CostcenterDescription               String
	Costunit                            String      rw  => Costunits
	CostunitDescription                 String
	Created                             Moment
	Creator                             Guid
	CreatorFullName                     String
	CustomField                         String
	DeductibilityPercentages            Collection  financial/DeductibilityPercentages by GLAccount
	Description                         String      rw  mandatory
	DescriptionTermID                   Int32       rw
	Division                            Int32
	ExcludeVATListing                   Byte        rw
	ExpenseNonDeductiblePercentage      Double      rw
	IsBlocked                           Boolean     rw
	Matching                            Boolean     rw
	Modified                            Moment
	Modifier                            Guid
	ModifierFullName                    String
	PrivateGLAccount                    Guid        rw  -> GLAccounts
	PrivatePercentage                   Double      rw
	ReportingCode                       String      rw
	RevalueCurrency                     Boolean     rw
	SearchCode                          String      rw
	Type                                Int32       rw
	TypeDescription                     String
	UseCostcenter                       Byte        rw
	UseCostunit                         Byte        rw
	VATCode                             String      rw  right 3  => VATCodes
	VATDescription                      String
	VATGLAccountType                    String      rw
	VATNonDeductibleGLAccount           Guid        rw  -> GLAccounts
	VATNonDeductiblePercentage          Double      rw
	VATSystem                           String      rw
	YearEndCostGLAccount                Guid        rw  -> GLAccounts
	YearEndReflectionGLAccount          Guid        rw  -> GLAccounts
	`),
};

/** How much of a cost is private or not deductible, from a date on; written with the account only. */
export const deductibilityPercentages: Entity = {
	name: 'DeductibilityPercentages',
	model: 'Exact.Web.Api.Models.Financial.DeductibilityPercentage',
	key: 'ID',
	title: { en: 'Deductibility percentage', nl: 'Aftrekpercentage' },
	computed: audit,
	columns: columns(`
	ID                                  Guid
	Created                             Moment
	Creator                             Guid
	CreatorFullName                     String
	Division                            Int32
	EndDate                             Day         rw
	ExpenseNonDeductiblePercentage      Double      rw
	GLAccount                           Guid        rw  mandatory  -> GLAccounts
	LineNumber                          Int32
	Modified                            Moment
	Modifier                            Guid
	ModifierFullName                    String
	PrivateUsePercentage                Double      rw
	StartDate                           Day         rw
	VATNonDeductiblePercentage          Double      rw
	`),
};

export const glAccountEndpoints = [
	ordinary('financial/GLAccounts', glAccounts),
	bulk('Financial/GLAccounts', glAccounts, { closedFilter }),
	sync('Financial/GLAccounts', glAccounts),
	ordinary('financial/DeductibilityPercentages', deductibilityPercentages, { verbs: ['GET'] }),
];
