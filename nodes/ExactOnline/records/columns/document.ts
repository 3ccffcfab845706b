import { columns } from './columns';

/** Columns of `documents/Documents` and its bulk twin. */
export const documentColumns = columns({
	Guid: `
		ID Account Category Contact ContractID Creator DocumentFolder FinancialTransactionEntryID
		Item Modifier Opportunity Project
	`,
	String: `
		AccountCode AccountName Body CategoryDescription ContactFullName ContractNumber
		CreatorFullName Currency DocumentFolderCode DocumentFolderDescription DocumentViewUrl
		ItemCode ItemDescription Language ModifierFullName ProjectCode ProjectDescription Subject
		TeamsMeetingId TypeDescription
	`,
	Double: `
		AmountFC
	`,
	DateTime: `
		Created DocumentDate ExpiryDate Modified
	`,
	Int32: `
		Division HID SalesInvoiceNumber SalesOrderNumber SendMethod ShopOrderNumber Type
	`,
	Boolean: `
		HasEmptyBody InheritShare
	`,
	Int16: `
		ProposedEntryStatus ScanServiceStatus
	`,
});
