import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { by, inDivision } from '../harness/inputs.cjs';
import { purchase, purchaseCredit, sale, salesCredit } from '../harness/invoices.cjs';
import { BANK } from '../harness/moneyEntries.cjs';
import type { Bench } from '../harness/n8n.cjs';

/** What can be paid: which way the money flows, and on which account it stands. */
export const kinds = {
	sale: { make: sale, more: {}, flow: 1, side: 'client', account: '1300' },
	salesCredit: { make: sale, more: salesCredit, flow: -1, side: 'client', account: '1300' },
	purchase: { make: purchase, more: {}, flow: -1, side: 'supplier', account: '1600' },
	purchaseCredit: {
		make: purchase,
		more: purchaseCredit,
		flow: 1,
		side: 'supplier',
		account: '1600',
	},
} as const;
export type Kind = keyof typeof kinds;

let count = 0;

/** Books an invoice or credit note without VAT; answers it. */
export async function owe(
	bench: Bench,
	amount = 121,
	kind: Kind = 'sale',
	more: INodeParameters = {},
): Promise<IDataObject & { id: string; number: number }> {
	const { make, more: ofKind, side } = kinds[kind];
	const line = { ledgerAccount: side === 'client' ? '8000' : '4100', amount, vatCode: '0' };
	const { json } = await bench.run(make(`Owed ${++count}`, [line], { ...ofKind, ...more }));
	return { ...json[0], id: String(json[0]?.id), number: Number(json[0]?.number) };
}

/** What is paid of an invoice; all that is open without an amount. */
export const paying = ({ id }: { id: string }, amount?: number) => ({
	invoiceId: id,
	...(amount === undefined ? {} : { amount }),
});

/** Parameters of a payment by the Dutch company's bank. */
export function pay(payments: readonly object[], more: INodeParameters = {}): INodeParameters {
	return inDivision('payment', 'create', {
		journal: by('code', BANK),
		date: '2026-06-10',
		specifyPayments: 'json',
		paymentsJson: JSON.stringify(payments),
		...more,
	});
}

/** The same with a booking reference. */
export const payOnce = (
	bookingReference: string,
	payments: readonly object[],
	more: INodeParameters = {},
): INodeParameters => pay(payments, { additionalFields: { bookingReference }, ...more });
