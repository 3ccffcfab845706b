import { entryWriter } from '../../kit/booking/entryWriter';
import { bookOnce } from '../../kit/booking/operation';
import { document } from '../../records/document';
import { purchaseEntry } from '../../records/purchaseEntry';
import { salesEntry } from '../../records/salesEntry';
import { draftInvoice } from '../../kit/booking/invoice/draft';
import { fields } from '../../kit/booking/invoice/fields';
import { needs } from '../../kit/booking/invoice/needs';

/** Create: books a sales or purchase invoice or credit note. It does not send it to anybody. */
export const create = bookOnce({
	value: 'create',
	words: {
		name: 'Create',
		action: 'Create invoice',
		description: 'Book an invoice or credit note in the ledger; it is not sent to the client',
	},
	rows: ['R25', 'O01'],
	cost: '1 call, and for each 40 items 2 to look for duplicates and to compare; look-ups once for all items; a file: 1 or 2',
	record: purchaseEntry,
	writes: [salesEntry, purchaseEntry, document],
	fields,
	needs,
	draft: draftInvoice,
	writer: entryWriter,
});
