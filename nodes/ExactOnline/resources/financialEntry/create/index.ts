import { bookingOptions } from '../../../kit/booking/draft/bookingFields';
import { enteredLines } from '../../../kit/booking/draft/lineForms';
import { entryDate, freeEntryFields } from '../../../kit/booking/free/fields';
import { draftMoney, type MoneyInputs } from '../../../kit/booking/money/draft';
import { moneyNeeds } from '../../../kit/booking/money/needs';
import { previewBalances } from '../../../kit/booking/money/preview';
import { moneyWriter } from '../../../kit/booking/money/writer';
import { bookOnce } from '../../../kit/booking/operation';
import type { Inputs } from '../../../kit/field';
import { amountField, collection } from '../../../kit/fields';
import { lookUps } from '../../../kit/lookups';
import type { OutputInputs } from '../../../kit/output';
import { reference } from '../../../kit/reference';
import { document } from '../../../records/document';
import { bankEntry, cashEntry, financialEntry } from '../../../records/financialEntry';
import { lineFields } from './lineFields';

const fields = {
	journal: reference(lookUps.journal, {
		hint: 'The journal of a bank account, a payment service or a cash desk',
	}),
	date: entryDate,
	...lineFields,
	additionalFields: collection(
		{ label: 'Additional Fields', section: 'more', add: 'Add Field' },
		{
			...freeEntryFields,
			closingBalance: amountField({
				label: 'Closing Balance',
				hint: 'As on the statement, as a check: the item stops when opening balance and lines come to something else',
			}),
			openingBalance: amountField({
				label: 'Opening Balance',
				hint: 'Without it, what the last entry of the journal closes with',
			}),
		},
	),
	options: bookingOptions('entry'),
};

type Given = Inputs<typeof fields> & OutputInputs & { division: number };

const entered = (inputs: Given): MoneyInputs => ({ ...inputs, lines: enteredLines(inputs) });

/** Create: books a bank or cash entry; the journal decides which. */
export const create = bookOnce({
	value: 'create',
	words: {
		name: 'Create',
		action: 'Create financial entry',
		description: 'Book a bank or cash entry in the ledger',
	},
	rows: ['R36', 'O12'],
	cost: '1 call, and for each 40 items 1 to compare; 2 for each journal to find its balance and newer entries, 1 more for an entry before the last period; 1 more for each 40 with a booking reference, 1 with an entry number, 2 when some are booked already; look-ups once for all items; a file: 2',
	record: financialEntry,
	writes: [bankEntry, cashEntry, document],
	fields,
	needs: (inputs) => moneyNeeds(entered(inputs)),
	draft: (inputs, facts) => draftMoney(entered(inputs), facts),
	check: previewBalances,
	writer: moneyWriter,
});
