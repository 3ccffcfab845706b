import { generalJournal } from '../ledger/freeKinds.mjs';
import { ordinary } from './endpoint.mjs';
import { freeLineEntity } from './freeEntry.mjs';

/** Lines of general entries: debit is positive. Users write `AmountDC` as well as `AmountFC`. */
export const generalJournalEntryLines = freeLineEntity(generalJournal, {
	model: 'Exact.Web.Api.Models.GeneralJournalEntryLine',
	title: { en: 'General journal entry line', nl: 'Memoriaalboekingsregel' },
	table: `
	ID                                  Guid        rw
	Account                             Guid        rw  -> Accounts
	AccountCode                         String      left 18
	AccountName                         String
	AmountDC                            Double      rw
	AmountFC                            Double      rw
	AmountVATDC                         Double
	AmountVATFC                         Double      rw
	Asset                               Guid        rw
	AssetCode                           String
	AssetDescription                    String
	CostCenter                          String      rw  => Costcenters
	CostCenterDescription               String
	CostUnit                            String      rw  => Costunits
	CostUnitDescription                 String
	Created                             Moment
	Creator                             Guid
	CreatorFullName                     String
	CustomField                         String
	Date                                Day         rw
	Description                         String      rw
	Division                            Int32
	Document                            Guid        rw  -> Documents
	DocumentNumber                      Int32
	DocumentSubject                     String
	EntryID                             Guid        rw  mandatory  -> GeneralJournalEntries
	EntryNumber                         Int32
	GLAccount                           Guid        rw  mandatory  -> GLAccounts
	GLAccountCode                       String
	GLAccountDescription                String
	LineNumber                          Int32
	Modified                            Moment
	Modifier                            Guid
	ModifierFullName                    String
	Notes                               String      rw
	OffsetID                            Guid        rw
	OurRef                              Int32       rw
	Project                             Guid        rw  -> Projects
	ProjectCode                         String
	ProjectDescription                  String
	ProjectWBS                          Guid        rw
	ProjectWBSDescription               String
	Quantity                            Double      rw
	VATBaseAmountDC                     Double
	VATBaseAmountFC                     Double
	VATCode                             String      rw  right 3  => VATCodes
	VATCodeDescription                  String
	VATPercentage                       Double      rw
	VATType                             String
	`,
});

export const generalJournalEntryLineEndpoints = [
	ordinary(generalJournal.linesPath, generalJournalEntryLines, { verbs: ['GET', 'POST'] }),
];
