import { rawFilterFault } from '../../exact/odata/rawFilter';
import type { Session } from '../../exact/session';
import type { Field, Inputs } from '../../kit/field';
import {
	choice,
	choices,
	collection,
	dayField,
	momentField,
	ordered,
	textField,
} from '../../kit/fields';
import { lookUps } from '../../kit/lookups';
import { optionalReference } from '../../kit/reference';
import { allColumns } from '../../records/record';
import { sides, type SideName } from '../../kit/sides';

const inner = {
	dateFrom: dayField({ label: 'Date From', hint: 'First entry date, included' }),
	dateTo: dayField({ label: 'Date To', hint: 'Last entry date, included' }),
	updatedAfter: momentField({
		label: 'Updated After',
		hint: 'Only what was changed after this date and time',
	}),
	journals: textField({
		label: 'Journals',
		placeholder: 'e.g. 70,71',
		hint: 'Codes of journals, separated by commas',
	}),
	client: optionalReference(lookUps.client, { hint: 'Only sales invoices to this client' }),
	supplier: optionalReference(lookUps.supplier, {
		hint: 'Only purchase invoices from this supplier',
	}),
	status: choices({ label: 'Status', hint: 'Only invoices with one of these states' }, [
		{ name: 'Open', value: 'open', description: 'Entered, but not processed yet' },
		{ name: 'Processed', value: 'processed' },
		{ name: 'Rejected', value: 'rejected', description: 'Purchases only' },
	]),
	paymentStatus: choice<'all' | 'paid' | 'unpaid'>(
		{ label: 'Payment Status', hint: 'Only invoices that are paid, or of which something is open' },
		[
			{ name: 'All', value: 'all' },
			{ name: 'Paid', value: 'paid', description: 'Nothing is open; rejected ones are left out' },
			{ name: 'Unpaid', value: 'unpaid', description: 'Something is open' },
		],
		'all',
	),
	approval: choices(
		{ label: 'Approval', hint: 'Only purchase invoices that approval has brought this far' },
		[
			{ name: 'Approved', value: 'approved', description: 'And not paid yet' },
			{ name: 'Pending', value: 'pending', description: 'Waits for a review or an approval' },
			{ name: 'Rejected', value: 'rejected' },
		],
	),
	reference: textField({ label: 'Reference', hint: "Exactly this 'Your Ref'" }),
	bookingReference: textField({
		label: 'Booking Reference',
		hint: 'Exactly this external link reference, which the node writes when it books',
	}),
	additionalFilter: textField({
		label: 'Additional Filter',
		placeholder: "e.g. AmountFC gt 1000 and Currency eq 'USD'",
		hint: "A further condition in Exact Online's filter language (OData), with its own field names",
	}),
};

export type InvoiceFilters = Inputs<typeof inner>;

/** The filters of Get Many. */
export const filters: Field<InvoiceFilters> = ordered(
	collection({ label: 'Filters', section: 'filters', add: 'Add Filter' }, inner),
	{ name: 'dateFrom', label: 'Date From' },
	{ name: 'dateTo', label: 'Date To' },
	'a day',
);

/** Refuses what does not fit the sides that are asked. Nothing has been sent yet. */
export function checkFilters(
	{ additionalFilter = '', ...references }: InvoiceFilters,
	asked: readonly SideName[],
	session: Session,
): void {
	for (const side of asked) checkRaw(additionalFilter, side, session);
	const named = asked.filter((side) => references[sides[side].relation] !== undefined);
	const all = [references.client, references.supplier].filter((one) => one !== undefined);
	if (all.length === 0 || (named.length === asked.length && named.length === all.length)) return;
	session.fail({
		code: 'PARAM_PAIR',
		message: "'Filters > Client' and 'Filters > Supplier' do not fit 'Kinds'",
		description:
			'A client narrows sales invoices and sales credit notes, a supplier those of purchases. Choose kinds of that side only, or give both.',
	});
}

function checkRaw(filter: string, side: SideName, session: Session): void {
	const { record } = sides[side];
	const fault = rawFilterFault(filter, allColumns(record));
	if (fault === undefined) return;
	session.fail({
		code: 'PARAM_FORMAT',
		message: `'Filters > Additional Filter' can not be used: ${fault}`,
		description: `Expected a condition on fields of ${record.path}, such as AmountFC gt 1000.`,
	});
}
