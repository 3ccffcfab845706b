import { purchases } from '../ledger/kinds.mjs';
import { ordinary } from './endpoint.mjs';
import { entryEntity } from './entry.mjs';

/** Bookings of purchase invoices and credit notes. Type: 30 entry, 31 credit note. */
export const purchaseEntries = entryEntity(purchases, {
	model: 'Exact.Web.Api.Models.PurchaseEntry',
	title: { en: 'Purchase entry', nl: 'Inkoopboeking' },
	table: `
	EntryID                             Guid        rw
	AmountDC                            Double
	AmountFC                            Double
	BatchNumber                         Int32       rw
	Created                             Moment
	Creator                             Guid
	CreatorFullName                     String
	Currency                            String      rw  -> Currencies
	CustomField                         String
	Description                         String      rw
	Division                            Int32
	Document                            Guid        rw  -> Documents
	DocumentNumber                      Int32
	DocumentSubject                     String
	DueDate                             Day         rw
	EntryDate                           Day         rw
	EntryNumber                         Int32       rw
	ExternalLinkDescription             String
	ExternalLinkReference               String      rw
	GAccountAmountFC                    Double      rw
	InvoiceNumber                       Int32       rw
	Journal                             String      rw  mandatory
	JournalDescription                  String
	Modified                            Moment
	Modifier                            Guid
	ModifierFullName                    String
	OrderNumber                         Int32       rw
	PaymentCondition                    String      rw  => PaymentConditions
	PaymentConditionDescription         String
	PaymentConditionPaymentMethod       String
	PaymentReference                    String      rw
	ProcessNumber                       Int32       rw
	PurchaseEntryLines                  Collection  purchaseentry/PurchaseEntryLines by EntryID mandatory
	Rate                                Double      rw
	ReportingPeriod                     Int16       rw
	ReportingYear                       Int16       rw
	Reversal                            Boolean     rw
	Status                              Int16
	StatusDescription                   String
	Supplier                            Guid        rw  mandatory  -> Accounts
	SupplierName                        String
	Type                                Int32
	TypeDescription                     String
	VATAmountDC                         Double
	VATAmountFC                         Double      rw
	YourRef                             String      rw
	`,
});

export const purchaseEntryEndpoints = [ordinary(purchases.path, purchaseEntries)];
