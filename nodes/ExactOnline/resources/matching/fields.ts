import { isGuid } from '../../exact/values/guid';
import { plainText, quoted, type Field } from '../../kit/field';
import { choice, collection, dayField, jsonRows, switchField, textField } from '../../kit/fields';
import { property, type Words } from '../../kit/fields/property';
import { lookUps } from '../../kit/lookups';
import { optionalReference } from '../../kit/reference';
import type { Difference } from '../../ledger/matching';
import type { OpenSide } from '../../ledger/openItems';

/** IDs as a list or as a text with commas; in lower case, each once. */
function idsField(words: Words): Field<string[]> {
	return {
		section: words.section ?? 'subject',
		property: property(words, {}),
		read: (value, place) => {
			const given = Array.isArray(value) ? value : plainText(value).split(/[,;\s]+/);
			const ids = given.map((id) => plainText(id).replace(/^\{(.*)\}$/, '$1')).filter(Boolean);
			const wrong = ids.find((id) => !isGuid(id));
			if (wrong === undefined) return [...new Set(ids.map((id) => id.toLowerCase()))];
			return place.refuse(
				'ID_FORMAT',
				`contains ${quoted(wrong)}`,
				'Expected IDs such as 4f68481a-7b2a-4f2e-9c1b-5d3c0a1e8f77, separated by commas: Outstanding Item > Get Many returns them.',
			);
		},
	};
}

const entries = idsField({
	label: 'Entries',
	placeholder: 'e.g. {{ [$json.invoiceId, $json.paymentId] }}',
	hint: 'IDs of at least two entries, of their ledger lines or of outstanding items, separated by commas or as a list',
});

const difference = choice<Difference>(
	{
		label: 'Difference',
		hint: 'What to do when the open amounts do not add up to 0',
		section: 'subject',
	},
	[
		{ name: 'Discount', value: 'discount', description: 'Book it as a discount' },
		{
			name: 'Exchange Difference',
			value: 'exchangeDifference',
			description: 'Book it as a difference between exchange rates',
		},
		{
			name: 'Leave Open',
			value: 'leaveOpen',
			description: 'Keep the rest open: a partial payment',
		},
		{
			name: 'Payment Difference',
			value: 'paymentDifference',
			description: 'Book it as a difference between payment and invoice',
		},
		{ name: 'Stop', value: 'stop', description: 'Match nothing, and say by how much it differs' },
	],
	'stop',
);

const booking = {
	date: dayField({
		label: 'Date',
		hint: 'The day on which the difference is booked; that of the latest entry when it is empty',
	}),
	description: textField({ label: 'Description', hint: 'Text for the booking of the difference' }),
	ledgerAccount: optionalReference(lookUps.ledgerAccount, {
		hint: 'Where the difference is booked',
	}),
};

const client = optionalReference(lookUps.client);
const supplier = optionalReference(lookUps.supplier);
const forSide = (side: OpenSide) => ({ displayOptions: { show: { side: [side] } } });

/** What Match asks for besides the division. */
export const matchFields = {
	side: choice<OpenSide>(
		{
			label: 'Client or Supplier',
			hint: 'Whose invoices and payments to match',
			section: 'subject',
		},
		[
			{ name: 'Client', value: 'client', description: 'Receivables' },
			{ name: 'Supplier', value: 'supplier', description: 'Payables' },
		],
		'client',
	),
	client: { ...client, property: { ...client.property, ...forSide('client') } },
	supplier: { ...supplier, property: { ...supplier.property, ...forSide('supplier') } },
	entries: { ...entries, property: { ...entries.property, required: true } },
	difference,
	writeOff: collection({ label: 'Write-Off', section: 'more', add: 'Add Field' }, booking),
};

/** What Match Multiple asks for besides the division. */
export const multipleFields = {
	matchings: jsonRows(
		{
			label: 'Matchings',
			placeholder: 'e.g. [{ "client": "1022", "entries": ["4f68481a-…", "7c1d9e02-…"] }]',
			hint: 'A list of matchings, each with client or supplier, entries, and optionally difference, ledgerAccount, date and description',
			row: 'Matching',
		},
		{ client, supplier, entries, difference, ...booking },
	),
	options: collection(
		{ label: 'Options', section: 'options', add: 'Add Option' },
		{
			stopOnFirstError: switchField({
				label: 'Stop On First Error',
				hint: 'Whether to send nothing while one matching has a mistake, and nothing more once Exact Online has refused one',
			}),
		},
	),
};
