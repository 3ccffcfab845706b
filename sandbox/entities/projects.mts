import { projectRules, projectTypes } from '../rules/projects.mjs';
import { ordinary } from './endpoint.mjs';
import { columns } from './column.mjs';
import type { Entity } from './entity.mjs';
import { audit, lookup } from './computed.mjs';

/** Type: 1 campaign, 2 fixed price, 3 time and material, 4 non-billable, 5 prepaid. */
export const projects: Entity = {
	name: 'Projects',
	model: 'Exact.Web.Api.Models.Project.Project',
	key: 'ID',
	title: { en: 'Project', nl: 'Project' },
	labels: {
		Code: { en: 'Code', nl: 'Code' },
		Description: { en: 'Description', nl: 'Omschrijving' },
		Type: { en: 'Type', nl: 'Type' },
		Account: { en: 'Account', nl: 'Relatie' },
	},
	deletedType: 21,
	rules: projectRules,
	computed: {
		...audit,
		AccountCode: lookup('Account', 'Accounts', 'Code'),
		AccountName: lookup('Account', 'Accounts', 'Name'),
		DivisionName: (_row, { company }) => company.division['Description'] ?? null,
		TypeDescription: (row) => projectTypes[Number(row['Type'])] ?? null,
	},
	columns: columns(`
	ID                                  Guid        rw
	Account                             Guid        rw  -> Accounts
	AccountCode                         String      left 18
	AccountContact                      Guid        rw  -> Contacts
	AccountName                         String
	AllowAdditionalInvoicing            Boolean     rw
	AllowMemberEntryOnly                Boolean     rw
	BlockEntry                          Boolean     rw
	BlockInvoicing                      Boolean     rw
	BlockPlanning                       Boolean     rw
	BlockPurchasing                     Boolean     rw
	BlockRebilling                      Boolean     rw
	BudgetedAmount                      Double      rw
	BudgetedCosts                       Double      rw
	BudgetedHoursPerHourType            Complex
	BudgetedRevenue                     Double      rw
	BudgetOverrunHours                  Byte        rw
	BudgetType                          Int16       rw
	BudgetTypeDescription               String
	Classification                      Guid        rw
	ClassificationDescription           String
	Code                                String      rw  mandatory
	CostsAmountFC                       Double
	Created                             Moment
	Creator                             Guid
	CreatorFullName                     String
	CustomerPOnumber                    String      rw
	CustomField                         String
	Description                         String      rw  mandatory
	Division                            Int32
	DivisionName                        String
	EnableWorkInProgress                Boolean     rw
	EndDate                             Day         rw
	FixedPriceItem                      Guid        rw
	FixedPriceItemDescription           String
	HasWBSLines                         Boolean
	IncludeInvoiceSpecification         Int16       rw
	IncludeSpecificationInInvoicePdf    Boolean     rw
	InternalNotes                       String      rw
	InvoiceAddress                      Guid        rw  -> Addresses
	InvoiceAsQuoted                     Boolean
	InvoiceDescription                  String      rw
	InvoiceTerms                        Complex
	IsWBSRequiredForEntry               Byte        rw
	Manager                             Guid        rw
	ManagerFullname                     String
	MarkupPercentage                    Double      rw
	Modified                            Moment
	Modifier                            Guid
	ModifierFullName                    String
	Notes                               String      rw
	PaymentCondition                    String      rw  => PaymentConditions
	PrepaidItem                         Guid        rw
	PrepaidItemDescription              String
	PrepaidType                         Int16       rw
	PrepaidTypeDescription              String
	ProjectRestrictionEmployees         Complex
	ProjectRestrictionItems             Complex
	ProjectRestrictionRebillings        Complex
	SalesTimeQuantity                   Double      rw
	SourceQuotation                     Guid
	StartDate                           Day         rw
	TimeQuantityToAlert                 Double      rw
	Type                                Int32       rw  mandatory
	TypeDescription                     String
	UseBillingMilestones                Boolean     rw
	`),
};

export const projectEndpoints = [ordinary('project/Projects', projects)];
