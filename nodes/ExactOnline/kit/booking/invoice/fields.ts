import type { Inputs } from '../../field';
import { choice, dayField, textField } from '../../fields';
import { kindOptions } from '../../kinds';
import { lookUps } from '../../lookups';
import { optionalReference } from '../../reference';
import { bookingOptions } from '../draft/bookingFields';
import { additionalFields } from './additionalFields';
import { lineFields, type LineInput } from './lineFields';

/** Not required: when the kind is an expression, n8n shows both relations, and would insist on both. */
const forKinds = (...kinds: string[]) => ({ displayOptions: { show: { kind: kinds } } });

const client = optionalReference(lookUps.client);
const supplier = optionalReference(lookUps.supplier);
const invoiceDate = dayField({ label: 'Invoice Date', section: 'subject' });
const reference = textField({ label: 'Your Reference' });

/** Stands below the field and not behind a question mark: who leaves a purchase without it may book it twice. */
const REFERENCE =
	"Purchases: the supplier's invoice number, by which an invoice is booked once. Sales: the client's reference.";

/** What Invoice: Create asks for besides division and output. */
export const fields = {
	kind: choice(
		{
			label: 'Kind',
			hint: 'What to book: a sale or a purchase, an invoice or a credit note',
			section: 'subject',
		},
		kindOptions,
		'supplierInvoice',
	),
	client: {
		...client,
		property: { ...client.property, ...forKinds('customerInvoice', 'customerRefund') },
	},
	supplier: {
		...supplier,
		property: { ...supplier.property, ...forKinds('supplierInvoice', 'supplierRefund') },
	},
	invoiceDate: { ...invoiceDate, property: { ...invoiceDate.property, required: true } },
	reference: { ...reference, property: { ...reference.property, hint: REFERENCE } },
	...lineFields,
	additionalFields,
	options: bookingOptions('invoice'),
};

type Entered = Inputs<typeof fields>;

/** What was entered; other operations that book invoices give less. */
export type CreateInputs = Omit<Entered, 'additionalFields' | 'lines' | 'linesJson'> & {
	additionalFields: Partial<Entered['additionalFields']>;
	lines: Array<Entered['lines'][number]>;
	linesJson: LineInput[];
};
