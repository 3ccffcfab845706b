import { sales } from '../ledger/kinds.mjs';
import { ordinary } from './endpoint.mjs';
import { entryEntity } from './entry.mjs';

/** Bookings of sales invoices and credit notes. Type: 20 entry, 21 credit note. */
export const salesEntries = entryEntity(sales, {
	model: 'Exact.Web.Api.Models.SalesEntry',
	title: { en: 'Sales entry', nl: 'Verkoopboeking' },
	table: `
	EntryID                             Guid        rw
	AmountDC                            Double
	AmountFC                            Double
	BatchNumber                         Int32       rw
	Created                             Moment
	Creator                             Guid
	CreatorFullName                     String
	Currency                            String      rw  -> Currencies
	Customer                            Guid        rw  mandatory  -> Accounts
	CustomerName                        String
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
	IsExtraDuty                         Boolean     rw
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
	Rate                                Double      rw
	ReportingPeriod                     Int16       rw
	ReportingYear                       Int16       rw
	Reversal                            Boolean     rw
	SalesEntryLines                     Collection  salesentry/SalesEntryLines by EntryID mandatory
	Status                              Int16
	StatusDescription                   String
	Type                                Int32
	TypeDescription                     String
	VATAmountDC                         Double
	VATAmountFC                         Double      rw
	WithholdingTaxAmountDC              Double      rw
	WithholdingTaxBaseAmount            Double      rw
	WithholdingTaxPercentage            Double      rw
	YourRef                             String      rw
	`,
});

export const salesEntryEndpoints = [ordinary(sales.path, salesEntries)];
