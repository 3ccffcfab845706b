import type { IDataObject } from 'n8n-workflow';

import { equals } from '../../exact/odata/filter';
import type { Session } from '../../exact/session';
import { textOf } from '../../exact/values/text';
import type { Inputs } from '../../kit/field';
import { collection, dayField, textField } from '../../kit/fields';
import { lookUps } from '../../kit/lookups';
import { resolve } from '../../kit/lookups/resolve';
import { notFound } from '../../kit/referred';
import { optionalReference } from '../../kit/reference';
import { readPaymentReference } from '../../ledger/paymentReference';
import { findFields, findInvoice, tellsOpen } from './find';
import { invoiceReading } from './reading';
import { refuseUnlessOpen } from '../../kit/booking/removeOnce';
import { sides } from '../../kit/sides';

const changes = collection(
	{ label: 'Update Fields', section: 'more', add: 'Add Field' },
	{
		bookingReference: textField({
			label: 'Booking Reference',
			hint: "A key of your own, kept in Exact's External Link Reference",
		}),
		description: textField({ label: 'Description' }),
		dueDate: dayField({ label: 'Due Date' }),
		paymentReference: textField({ label: 'Payment Reference' }),
		paymentTerm: optionalReference(lookUps.paymentTerm),
		reference: textField({ label: 'Your Reference' }),
	},
);

/** Update: changes the header of an invoice that is still open. Lines stay as they are. */
export const update = invoiceReading(
	{
		value: 'update',
		words: {
			name: 'Update',
			action: 'Update invoice',
			description: 'Change the header of an invoice that is still open',
		},
		rows: [],
		writes: Object.values(sides).map(({ record }) => record),
		cost: '3 calls, 1 more when sales or purchase is not chosen, 1 more for a payment term',
		fields: { ...findFields, updateFields: changes },
	},
	async function* (inputs, books, session) {
		const { division } = books;
		const body = await bodyOf(inputs.updateFields, division, session);
		const invoice = await findInvoice(inputs, books, session, tellsOpen);
		const { side, row } = invoice;
		const { record } = sides[side];
		refuseUnlessOpen({ record, division, row, noun: 'Invoice' }, session);
		const key = textOf(row[record.key]);
		await session.update({ source: record, division, key }, body);
		const [changed] = await books.list(side, equals(record.key, key), 1);
		await books.complete(side, changed === undefined ? [] : [changed]);
		yield { side, row: changed ?? row };
	},
);

async function bodyOf(
	given: Inputs<{ changes: typeof changes }>['changes'],
	division: number,
	session: Session,
): Promise<IDataObject> {
	const { bookingReference, description, dueDate, paymentReference, paymentTerm, reference } =
		given;
	const body = {
		Description: description,
		DueDate: dueDate,
		ExternalLinkReference: bookingReference,
		PaymentCondition: await termCode(paymentTerm, division, session),
		PaymentReference: referenceText(paymentReference, session),
		YourRef: reference,
	};
	const filled = Object.entries(body).filter(([, value]) => value !== undefined);
	if (filled.length > 0) return Object.fromEntries(filled);
	return session.fail({
		code: 'PARAM_REQUIRED',
		message: "'Update Fields' is empty",
		description: 'Add at least one field to change.',
	});
}

async function termCode(
	reference: Parameters<typeof notFound>[2] | undefined,
	division: number,
	session: Session,
): Promise<string | undefined> {
	if (reference === undefined) return undefined;
	const lookUp = lookUps.paymentTerm;
	const known = await resolve([{ lookUp, reference }], division, session);
	const row = known.row(lookUp, reference);
	return row === undefined
		? notFound(session, lookUp.record, reference, division)
		: textOf(row.Code);
}

/** A structured communication is checked wherever it has its frame; the country is not asked for here. */
function referenceText(text: string | undefined, session: Session): string | undefined {
	if (text === undefined) return undefined;
	const read = readPaymentReference(text, '');
	if ('digits' in read) return read.digits;
	if ('text' in read) return read.text;
	const { code, what, expected } = read;
	return session.fail({ code, message: `'Payment Reference' ${what}`, description: expected });
}
