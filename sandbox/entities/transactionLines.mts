import { bulk, ordinary, sync } from './endpoint.mjs';
import { columns, syncColumns } from './column.mjs';
import type { Entity } from './entity.mjs';
import { ledgerColumns } from './entryColumns.mjs';

/** The properties that Exact names itself when it asks for a filter. */
const mandatoryFilter = [
	...['ID', 'Account', 'AccountCode', 'Asset', 'CostCenter', 'CostUnit', 'Date', 'Description'],
	...['Document', 'EntryID', 'EntryNumber', 'FinancialPeriod', 'FinancialYear', 'GLAccount'],
	...['GLAccountCode', 'InvoiceNumber', 'Item', 'JournalCode', 'Modified', 'OffsetID'],
	...['OrderNumber', 'Project', 'ProjectCode', 'ShopOrder', 'Status', 'Subscription', 'Type'],
	...['VATCode', 'VATType', 'YourRef'],
];

const table = `
	ID                                  Guid
	Account                             Guid
	AccountCode                         String      left 18
	AccountName                         String
	AmountDC                            Double
	AmountFC                            Double
	AmountVATBaseFC                     Double
	AmountVATFC                         Double
	Asset                               Guid
	AssetCode                           String
	AssetDescription                    String
	CostCenter                          String
	CostCenterDescription               String
	CostUnit                            String
	CostUnitDescription                 String
	Created                             Moment
	Creator                             Guid
	CreatorFullName                     String
	Currency                            String
	CustomField                         String
	Date                                Day
	Description                         String
	Division                            Int32
	Document                            Guid
	DocumentNumber                      Int32
	DocumentSubject                     String
	DueDate                             Day
	EntryID                             Guid
	EntryNumber                         Int32
	ExchangeRate                        Double
	ExternalLinkDescription             String
	ExternalLinkReference               String
	ExtraDutyAmountFC                   Double
	ExtraDutyPercentage                 Double
	FinancialPeriod                     Int16
	FinancialYear                       Int16
	GLAccount                           Guid
	GLAccountCode                       String
	GLAccountDescription                String
	InvoiceNumber                       Int32
	Item                                Guid
	ItemCode                            String
	ItemDescription                     String
	JournalCode                         String
	JournalDescription                  String
	LineNumber                          Int32
	LineType                            Int16
	Modified                            Moment
	Modifier                            Guid
	ModifierFullName                    String
	Notes                               String
	OffsetID                            Guid
	OrderNumber                         Int32
	PaymentDiscountAmount               Double
	PaymentReference                    String
	Project                             Guid
	ProjectCode                         String
	ProjectDescription                  String
	ProjectWBS                          Guid
	ProjectWBSDescription               String
	Quantity                            Double
	SerialNumber                        String
	ShopOrder                           Guid
	Status                              Int16
	Subscription                        Guid
	SubscriptionDescription             String
	TrackingNumber                      String
	TrackingNumberDescription           String
	Type                                Int32
	VATCode                             String      right 3
	VATCodeDescription                  String
	VATPercentage                       Double
	VATType                             String
	YourRef                             String
`;

/** The ledger: debit is positive; line 0 of an entry is the one on its control account. */
export const transactionLines: Entity = {
	name: 'TransactionLines',
	model: 'Exact.Web.Api.Models.Financial.TransactionLine',
	key: 'ID',
	title: { en: 'Transaction line', nl: 'Transactieregel' },
	deletedType: 1,
	computed: ledgerColumns,
	columns: columns(table),
};

/** The sync twin does not know ShopOrder. */
const twin = columns(table.replace(/^.*ShopOrder.*\n/m, ''));

export const transactionLineEndpoints = [
	ordinary('financialtransaction/TransactionLines', transactionLines, {
		verbs: ['GET'],
		wide: true,
		mandatoryFilter,
	}),
	bulk('Financial/TransactionLines', transactionLines, { mandatoryFilter }),
	sync('Financial/TransactionLines', transactionLines, { columns: syncColumns(twin, 'ID') }),
];
