import { documentRules } from '../rules/documents.mjs';
import { documentCategory } from './documentCategories.mjs';
import { documentType } from './documentTypes.mjs';
import { bulk, ordinary, sync } from './endpoint.mjs';
import { columns, syncColumns } from './column.mjs';
import type { Entity, Row, Scope, Value } from './entity.mjs';
import { audit, lookup } from './computed.mjs';

/** What the reference describes, in the order of an answer that was recorded in 2026. */
const described = `
	ID                                  Guid        rw
	Account                             Guid        rw  -> Accounts
	AccountCode                         String      left 18
	AccountName                         String
	AmountFC                            Double      rw
	Body                                String      rw
	Category                            Guid        rw
	CategoryDescription                 String
	Contact                             Guid        rw  -> Contacts
	ContactFullName                     String
	Created                             Moment
	Creator                             Guid
	CreatorFullName                     String
	Currency                            String      rw  => Currencies
	Division                            Int32
	DocumentDate                        Day         rw
	DocumentFolder                      Guid        rw
	DocumentFolderCode                  String
	DocumentFolderDescription           String
	DocumentViewUrl                     String
	ExpiryDate                          Day         rw
	FinancialTransactionEntryID         Guid        rw
	HasEmptyBody                        Boolean
	HID                                 Int32       rw
	Language                            String      rw
	Modified                            Moment
	Modifier                            Guid
	ModifierFullName                    String
	ShopOrderNumber                     Int32       rw
	Subject                             String      rw  mandatory
	Type                                Int32       rw  mandatory
	TypeDescription                     String
	Opportunity                         Guid        rw
	Project                             Guid        rw  -> Projects
	ProjectCode                         String
	ProjectDescription                  String
	ProposedEntryStatus                 Int16       rw
	SalesInvoiceNumber                  Int32       rw
	SalesOrderNumber                    Int32       rw
	SendMethod                          Int32
	InheritShare                        Boolean     rw
	Item                                Guid        rw
	ItemCode                            String
	ItemDescription                     String
	TeamsMeetingId                      String      rw
	ContractNumber                      String
	ContractID                          Guid        rw
	ScanServiceStatus                   Int16       rw
`;

/** Recorded after those, always null; the reference does not know them. */
const recorded = `
	EntryStatusDescription              String
	ActionRegenerateEntryProposal       Complex
	CostcenterCode                      String
	CostcenterDescription               String
	CostunitCode                        String
	CostunitDescription                 String
`;

/** A document holds what is known of a piece of paper; its files are attachments. */
export const documents: Entity = {
	name: 'Documents',
	model: 'Exact.Web.Api.Models.Document',
	key: 'ID',
	title: { en: 'Document', nl: 'Document' },
	labels: {
		Account: { en: 'Account', nl: 'Relatie' },
		Contact: { en: 'Contact', nl: 'Contactpersoon' },
		Subject: { en: 'Subject', nl: 'Onderwerp' },
		Type: { en: 'Type', nl: 'Type' },
	},
	answersPosts: true,
	deletedType: 6,
	rules: documentRules,
	computed: {
		...audit,
		AccountCode: lookup('Account', 'Accounts', 'Code'),
		AccountName: lookup('Account', 'Accounts', 'Name'),
		CategoryDescription: (row) => documentCategory(row['Category'])?.['Description'] ?? null,
		ContactFullName: lookup('Contact', 'Contacts', 'FullName'),
		DocumentViewUrl: webAddress('DocViewContent'),
		HasEmptyBody: (row) => !row['Body'],
		ProjectCode: lookup('Project', 'Projects', 'Code'),
		ProjectDescription: lookup('Project', 'Projects', 'Description'),
		SendMethod: () => 0,
		TypeDescription: (row) => documentType(row['Type'])?.['Description'] ?? null,
	},
	columns: columns(described + recorded),
};

/** The address of a page of the web interface; the stamp names the database. */
export function webAddress(page: string) {
	return (row: Row, { base, company }: Scope): Value =>
		`${base}/docs/${page}.aspx?ID=${row['ID']}&_Division_=${company.code}&Stamp=NL001`;
}

/** The sync twin is known from the reference only: alphabetical, with two columns of its own. */
function twinColumns() {
	const own = ['ItemMaterial Guid', 'ItemRoutingStep Guid'];
	const lines = [...described.split('\n').map((line) => line.trim()), ...own];
	const sorted = lines.sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
	return syncColumns(columns(sorted.join('\n')), 'ID');
}

export const documentEndpoints = [
	ordinary('documents/Documents', documents),
	bulk('Documents/Documents', documents, {
		closedFilter: [
			...['Account', 'Category', 'Contact', 'Created', 'Creator', 'Division', 'DocumentDate'],
			...['DocumentFolder', 'FinancialTransactionEntryID', 'HID', 'ID', 'Modified'],
			...['Opportunity', 'Project', 'SalesInvoiceNumber', 'Subject', 'Type'],
		],
	}),
	sync('Documents/Documents', documents, { columns: twinColumns() }),
];
