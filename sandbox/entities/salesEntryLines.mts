import { sales } from '../ledger/kinds.mjs';
import { ordinary } from './endpoint.mjs';
import { entryLineEntity } from './entry.mjs';

/** Lines of sales entries. Amounts are without VAT. */
export const salesEntryLines = entryLineEntity(sales, {
	model: 'Exact.Web.Api.Models.SalesEntryLine',
	title: { en: 'Sales entry line', nl: 'Verkoopboekingsregel' },
	table: `
	ID                                  Guid        rw
	AmountDC                            Double
	AmountFC                            Double      rw  mandatory
	Asset                               Guid        rw
	AssetDescription                    String
	CostCenter                          String      rw  => Costcenters
	CostCenterDescription               String
	CostUnit                            String      rw  => Costunits
	CostUnitDescription                 String
	CustomField                         String
	Description                         String      rw
	Division                            Int32
	EntryID                             Guid        rw  mandatory  -> SalesEntries
	ExtraDutyAmountFC                   Double      rw
	ExtraDutyPercentage                 Double      rw
	From                                Day         rw
	GLAccount                           Guid        rw  mandatory  -> GLAccounts
	GLAccountCode                       String
	GLAccountDescription                String
	IntraStatArea                       String      rw
	IntraStatCountry                    String      rw
	IntraStatDeliveryTerm               String      rw
	IntraStatTransactionA               String      rw
	IntraStatTransactionB               String      rw
	IntraStatTransportMethod            String      rw
	LineNumber                          Int32
	Notes                               String      rw
	Project                             Guid        rw  -> Projects
	ProjectDescription                  String
	ProjectWBS                          Guid        rw
	ProjectWBSDescription               String
	Quantity                            Double      rw
	SerialNumber                        String      rw
	StatisticalNetWeight                Double      rw
	StatisticalNumber                   String      rw
	StatisticalQuantity                 Double      rw
	StatisticalValue                    Double      rw
	Subscription                        Guid        rw
	SubscriptionDescription             String
	TaxSchedule                         Guid        rw
	To                                  Day         rw
	TrackingNumber                      Guid        rw
	TrackingNumberDescription           String
	Type                                Int32
	VATAmountDC                         Double
	VATAmountFC                         Double      rw
	VATBaseAmountDC                     Double      rw
	VATBaseAmountFC                     Double      rw
	VATCode                             String      rw  right 3  => VATCodes
	VATCodeDescription                  String
	VATPercentage                       Double      rw
	`,
});

export const salesEntryLineEndpoints = [ordinary(sales.linesPath, salesEntryLines)];
