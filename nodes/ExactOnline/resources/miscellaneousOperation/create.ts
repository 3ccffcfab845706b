import { bookingOptions } from '../../kit/booking/draft/bookingFields';
import { enteredLines, lineForms } from '../../kit/booking/draft/lineForms';
import { entryDate, freeEntryFields, freeLineFields } from '../../kit/booking/free/fields';
import { freeNeeds } from '../../kit/booking/free/needs';
import { freeWriter } from '../../kit/booking/free/writer';
import { draftGeneral } from '../../kit/booking/general/draft';
import { bookOnce } from '../../kit/booking/operation';
import { amountField, collection, switchField } from '../../kit/fields';
import { lookUps } from '../../kit/lookups';
import { optionalReference, reference } from '../../kit/reference';
import { document } from '../../records/document';
import { generalJournalEntry } from '../../records/generalJournalEntry';
import { ledgerEntry } from '../../records/ledgerEntry';

const fields = {
	journal: optionalReference(lookUps.journal, {
		hint: 'Needed when there are several general journals',
	}),
	date: entryDate,
	...lineForms(
		{
			ledgerAccount: reference(lookUps.ledgerAccount, { section: 'lines' }),
			debit: amountField({ label: 'Debit', section: 'lines' }),
			credit: amountField({ label: 'Credit', section: 'lines' }),
		},
		freeLineFields,
		{
			hint: 'A list of lines: ledgerAccount and debit or credit, and any of client, supplier, description, costCenter, costUnit, project, distribution',
			placeholder:
				'e.g. [{"ledgerAccount": "4100", "debit": 100}, {"ledgerAccount": "1700", "credit": 100}]',
		},
	),
	additionalFields: collection(
		{ label: 'Additional Fields', section: 'more', add: 'Add Field' },
		{
			...freeEntryFields,
			reversal: switchField({
				label: 'Reversal',
				hint: "Whether it is marked as one whose amounts are reversed (Exact's storno)",
			}),
		},
	),
	options: bookingOptions('entry'),
};

/** Create: books a general journal entry, without VAT codes. */
export const create = bookOnce({
	value: 'create',
	words: {
		name: 'Create',
		action: 'Create miscellaneous operation',
		description: 'Book a general journal entry',
	},
	rows: ['R33', 'O10'],
	cost: '1 call, and for each 40 items 1 to compare; 1 more for each 40 with a booking reference, 1 with an entry number, 1 when some are booked already; look-ups once for all items; a file: 2',
	record: ledgerEntry,
	writes: [generalJournalEntry, document],
	fields,
	needs: (inputs) => freeNeeds(inputs, enteredLines(inputs)),
	draft: (inputs, facts) => draftGeneral({ ...inputs, lines: enteredLines(inputs) }, facts),
	writer: freeWriter,
});
