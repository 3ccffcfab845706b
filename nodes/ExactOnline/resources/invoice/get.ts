import { findFields, findInvoice } from './find';
import { invoiceReading } from './reading';

/** Get: one invoice or credit note, by its ID or its number. */
export const get = invoiceReading(
	{
		value: 'get',
		words: {
			name: 'Get',
			action: 'Get invoice',
			description: 'Retrieve one invoice or credit note',
		},
		rows: ['R27', 'O03'],
		cost: '1 call, or 2 when sales or purchase is not chosen; 1 more for lines that Exact leaves out, or to say what else the ID is',
		fields: findFields,
	},
	async function* (inputs, books, session) {
		const invoice = await findInvoice(inputs, books, session);
		await books.complete(invoice.side, [invoice.row]);
		yield invoice;
	},
);
