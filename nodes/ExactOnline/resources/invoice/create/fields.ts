import type { Inputs } from '../../../kit/field';
import { choice, collection, dayField, switchField, textField } from '../../../kit/fields';
import { kindOptions } from '../../../kit/kinds';
import { lookUps } from '../../../kit/lookups';
import { optionalReference } from '../../../kit/reference';
import { additionalFields } from './additionalFields';
import { lineFields } from './lineFields';

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
			hint: 'Customer invoice or refund, supplier invoice or refund',
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
	options: collection(
		{ label: 'Options', section: 'options', add: 'Add Option' },
		{
			ifAlreadyBooked: choice<'return' | 'fail'>(
				{
					label: 'If Already Booked',
					hint: 'When an invoice with the same key is there; one with another date or total is always an error',
				},
				[
					{ name: 'Return Existing', value: 'return' },
					{ name: 'Stop With an Error', value: 'fail' },
				],
				'return',
			),
			preview: switchField({
				label: 'Preview',
				hint: 'Whether to check everything and return what would be sent, without booking it',
			}),
		},
	),
};

export type CreateInputs = Inputs<typeof fields>;
