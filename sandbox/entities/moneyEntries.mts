import { bank, cash } from '../ledger/freeKinds.mjs';
import type { FreeKind } from '../ledger/freeKinds.mjs';
import { lookup } from './computed.mjs';
import { ordinary } from './endpoint.mjs';
import type { Entity } from './entity.mjs';
import { freeEntryEntity, freeLineEntity } from './freeEntry.mjs';

/** What bank entries have beyond cash entries; it stands behind the key and the collection. */
const statementDocument = `
	BankStatementDocument               Guid        rw  -> Documents
	BankStatementDocumentNumber         Int32
	BankStatementDocumentSubject        String
`;

/** Bank and cash entries lead from an opening balance to a closing balance. */
const entryTable = ({ path, lines }: FreeKind, more: string) => `
	EntryID                             Guid        rw
	${lines}  Collection  ${path.replace(/[^/]+$/, lines)} by EntryID mandatory
	${more}
	ClosingBalanceFC                    Double      rw
	Created                             Moment
	Currency                            String      rw  -> Currencies
	CustomField                         String
	Division                            Int32
	EntryNumber                         Int32       rw
	FinancialPeriod                     Int16       rw
	FinancialYear                       Int16       rw
	JournalCode                         String      rw  mandatory
	JournalDescription                  String
	Modified                            Moment
	OpeningBalanceFC                    Double      rw
	Status                              Int16
	StatusDescription                   String
`;

/** A receipt is positive, VAT included; the line names the account on the other side. */
const lineTable = ({ entity }: FreeKind) => `
	ID                                  Guid
	Account                             Guid        rw  -> Accounts
	AccountCode                         String      left 18
	AccountName                         String
	AmountDC                            Double
	AmountFC                            Double      rw  mandatory
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
	EntryID                             Guid        rw  mandatory  -> ${entity}
	EntryNumber                         Int32
	ExchangeRate                        Double      rw
	GLAccount                           Guid        rw  mandatory  -> GLAccounts
	GLAccountCode                       String
	GLAccountDescription                String
	LineNumber                          Int32
	Modified                            Moment
	Modifier                            Guid
	ModifierFullName                    String
	Notes                               String      rw
	OffsetID                            Guid
	OurRef                              Int32       rw
	Project                             Guid        rw  -> Projects
	ProjectCode                         String
	ProjectDescription                  String
	ProjectWBS                          Guid        rw
	ProjectWBSDescription               String
	Quantity                            Double      rw
	VATCode                             String      rw  right 3  => VATCodes
	VATCodeDescription                  String
	VATPercentage                       Double      rw
	VATType                             String      rw
`;

const bankEntity = freeEntryEntity(bank, {
	model: 'Exact.Web.Api.Models.Financial.BankEntry',
	title: { en: 'Bank entry', nl: 'Bankboeking' },
	table: entryTable(bank, statementDocument),
});

export const bankEntries: Entity = {
	...bankEntity,
	computed: {
		...bankEntity.computed,
		BankStatementDocumentNumber: lookup('BankStatementDocument', 'Documents', 'HID'),
		BankStatementDocumentSubject: lookup('BankStatementDocument', 'Documents', 'Subject'),
	},
};

export const bankEntryLines = freeLineEntity(bank, {
	model: 'Exact.Web.Api.Models.Financial.BankEntryLine',
	title: { en: 'Bank entry line', nl: 'Bankboekingsregel' },
	table: lineTable(bank),
});

export const cashEntries = freeEntryEntity(cash, {
	model: 'Exact.Web.Api.Models.Financial.CashEntry',
	title: { en: 'Cash entry', nl: 'Kasboeking' },
	table: entryTable(cash, ''),
});

export const cashEntryLines = freeLineEntity(cash, {
	model: 'Exact.Web.Api.Models.Financial.CashEntryLine',
	title: { en: 'Cash entry line', nl: 'Kasboekingsregel' },
	table: lineTable(cash),
});

export const moneyEntryEndpoints = [
	ordinary(bank.path, bankEntries, { verbs: ['GET', 'POST', 'DELETE'] }),
	ordinary(bank.linesPath, bankEntryLines, { verbs: ['GET', 'POST'] }),
	ordinary(cash.path, cashEntries, { verbs: ['GET', 'POST', 'DELETE'] }),
	ordinary(cash.linesPath, cashEntryLines, { verbs: ['GET', 'POST'] }),
];
