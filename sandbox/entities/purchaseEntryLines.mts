import { purchases } from '../ledger/kinds.mjs';
import { ordinary } from './endpoint.mjs';
import { entryLineEntity } from './entry.mjs';

/** Lines of purchase entries. Amounts are without VAT; percentages are fractions. */
export const purchaseEntryLines = entryLineEntity(purchases, {
	model: 'Exact.Web.Api.Models.PurchaseEntryLine',
	title: { en: 'Purchase entry line', nl: 'Inkoopboekingsregel' },
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
	EntryID                             Guid        rw  mandatory  -> PurchaseEntries
	Expense                             Guid        rw
	ExpenseDescription                  String
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
	PrivateUsePercentage                Double      rw
	Project                             Guid        rw  -> Projects
	ProjectDescription                  String
	Quantity                            Double      rw
	SerialNumber                        String      rw
	StatisticalNetWeight                Double      rw
	StatisticalNumber                   String      rw
	StatisticalQuantity                 Double      rw
	StatisticalValue                    Double      rw
	Subscription                        Guid        rw
	SubscriptionDescription             String
	To                                  Day         rw
	TrackingNumber                      Guid        rw
	TrackingNumberDescription           String
	Type                                Int32
	VATAmountDC                         Double
	VATAmountFC                         Double      rw
	VATBaseAmountDC                     Double
	VATBaseAmountFC                     Double      rw
	VATCode                             String      rw  right 3  => VATCodes
	VATCodeDescription                  String
	VATNonDeductiblePercentage          Double      rw
	VATPercentage                       Double      rw
	WithholdingAmountDC                 Double      rw
	WithholdingTax                      String      rw
	`,
});

export const purchaseEntryLineEndpoints = [ordinary(purchases.linesPath, purchaseEntryLines)];
