import { generalJournal } from '../ledger/freeKinds.mjs';
import { ordinary } from './endpoint.mjs';
import { freeEntryEntity } from './freeEntry.mjs';

/** General entries. The header has neither date nor description; both stand on the lines. */
export const generalJournalEntries = freeEntryEntity(generalJournal, {
	model: 'Exact.Web.Api.Models.GeneralJournalEntry',
	title: { en: 'General journal entry', nl: 'Memoriaalboeking' },
	table: `
	EntryID                             Guid        rw
	Created                             Moment
	Currency                            String      rw  -> Currencies
	CustomField                         String
	Division                            Int32
	EntryNumber                         Int32       rw
	ExchangeRate                        Double      rw
	FinancialPeriod                     Int16       rw
	FinancialYear                       Int16       rw
	GeneralJournalEntryLines            Collection  generaljournalentry/GeneralJournalEntryLines by EntryID mandatory
	JournalCode                         String      rw  mandatory
	JournalDescription                  String
	Modified                            Moment
	Reversal                            Boolean     rw
	Status                              Int16
	StatusDescription                   String
	Type                                Int32
	TypeDescription                     String
	`,
});

/** That `$select` is wanted here was seen by users. */
export const generalJournalEntryEndpoints = [
	ordinary(generalJournal.path, generalJournalEntries, {
		verbs: ['GET', 'POST', 'DELETE'],
		wide: true,
	}),
];
