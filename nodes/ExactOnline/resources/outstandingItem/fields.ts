import type { Ageing, OpenSide } from '../../ledger/openItems';
import { choice, choices, collection, dayField, switchField, textField } from '../../kit/fields';
import { lookUps } from '../../kit/lookups';
import { optionalReference } from '../../kit/reference';

export const fields = {
	side: choice<OpenSide>(
		{ label: 'Clients or Suppliers', hint: 'Whose open items to read', section: 'subject' },
		[
			{ name: 'Clients', value: 'client', description: 'Receivables' },
			{ name: 'Suppliers', value: 'supplier', description: 'Payables' },
		],
		'client',
	),
	filters: collection(
		{ label: 'Filters', section: 'filters', add: 'Add Filter' },
		{
			client: optionalReference(lookUps.client, { hint: 'Only what this client owes' }),
			supplier: optionalReference(lookUps.supplier, { hint: 'Only what this supplier is owed' }),
			dueBefore: dayField({ label: 'Due Before', hint: 'Only what is due before this day' }),
			ageing: choices<Ageing>(
				{ label: 'Ageing', hint: 'Only what is overdue for this long today' },
				[
					{ name: '1 to 30 Days', value: 'days1To30' },
					{ name: '31 to 60 Days', value: 'days31To60' },
					{ name: '61 to 90 Days', value: 'days61To90' },
					{ name: 'Not Due', value: 'notDue' },
					{ name: 'Over 90 Days', value: 'daysOver90' },
				],
			),
			currency: textField({ label: 'Currency', placeholder: 'e.g. EUR', hint: 'Only items in it' }),
			processedOnly: switchField({
				label: 'Processed Only',
				hint: 'Whether to leave out items of entries that are not processed yet',
			}),
		},
	),
	options: collection(
		{ label: 'Options', section: 'options', add: 'Add Option' },
		{
			groupByInvoice: switchField({
				label: 'Group By Invoice',
				hint: 'Whether to return the terms of an invoice as one item',
				on: true,
			}),
			includeInTransit: switchField({
				label: 'Include in Transit',
				hint: 'Whether to return what was sent to the bank but is not matched yet',
				on: true,
			}),
		},
	),
};
