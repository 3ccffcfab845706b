import type { IBinaryKeyData, INodeParameters } from 'n8n-workflow';

import { NL } from '../harness/inputs.cjs';
import type { Write } from '../harness/impatience.cjs';
import { cost, purchase, purchaseCredit, revenue, sale } from '../harness/invoices.cjs';
import type { Bench } from '../harness/n8n.cjs';
import type { Fault, Row } from '../harness/sandbox.cjs';
import { binary } from './attaching.cjs';

/** A write that is part of Invoice: Create, with inputs that make it. */
export interface BookingWrite {
	name: string;
	parameters: INodeParameters;
	files?: IBinaryKeyData[];
	match: Write;
	/** Whether it can be found again. */
	isKeyed: boolean;
	/** The endpoint on which it is looked for. */
	looksAt: string;
	/** How often such a write is sent when the lost one is found: a credit note may take two. */
	sentInAll: number;
	/** Whether an Exact of the strict kind makes an invoice of this one. */
	flips?: boolean;
	/** What stands in Exact in the end. */
	leaves: { entries: number; files: number };
	/** The error when it is not found within a minute. */
	code: string;
	message: RegExp;
	where: RegExp;
}

const purchases = { method: 'POST', path: 'purchaseentry/PurchaseEntries' } as const;
const sales = { method: 'POST', path: 'salesentry/SalesEntries' } as const;
const attachments = { method: 'POST', path: 'documents/DocumentAttachments' } as const;
const documents = { method: 'POST', path: 'documents/Documents' } as const;

const entry = {
	isKeyed: true,
	sentInAll: 1,
	leaves: { entries: 1, files: 0 },
	code: 'UNKNOWN_OUTCOME',
};
const file = { ...entry, leaves: { entries: 1, files: 1 }, code: 'PARTIAL' };
const withBooking = (more: INodeParameters = {}) =>
	sale('', [revenue()], { additionalFields: { bookingReference: 'B-1', ...more } });
const credit = {
	...entry,
	parameters: purchase('C-1', [cost()], purchaseCredit),
	looksAt: 'purchaseentry/PurchaseEntries',
	sentInAll: 2,
	message: /^The purchase credit note may have been booked/,
	where: /journal 61, 2026-03-10.* reference C-1 of supplier 5084/,
};

/** In the Dutch company, for a strict sandbox. */
export const everyWrite: readonly BookingWrite[] = [
	{
		...entry,
		name: 'purchase with reference',
		parameters: purchase('P-1'),
		match: purchases,
		looksAt: purchases.path,
		message: /^The purchase invoice may have been booked/,
		where: /journal 60, 2026-03-10.* reference P-1 of supplier 5084/,
	},
	{
		...entry,
		name: 'sale with booking reference',
		parameters: withBooking(),
		match: sales,
		looksAt: sales.path,
		message: /^The sales invoice may have been booked/,
		where: /journal 70, 2026-03-10.* booking reference B-1/,
	},
	{
		...entry,
		name: 'sale without key',
		parameters: sale('PO-1'),
		match: sales,
		isKeyed: false,
		looksAt: sales.path,
		message: /^The sales invoice may have been booked/,
		where: /journal 70, 2026-03-10/,
	},
	{ ...credit, name: 'credit note in a return journal', match: purchases, flips: true },
	{
		...credit,
		name: 'the same with its sign turned',
		match: { ...purchases, skip: 1 },
	},
	{
		...file,
		name: 'file of a purchase',
		parameters: purchase('P-2', [cost()], { additionalFields: { file: 'data' } }),
		files: [binary({})],
		match: attachments,
		looksAt: 'bulk/Documents/DocumentAttachments',
		message: /^The purchase invoice is booked .*may have been attached/,
		where: /^Run this again: it does not book again/,
	},
	{
		...file,
		name: 'document of a sale',
		parameters: withBooking({ file: 'data' }),
		files: [binary({})],
		match: documents,
		looksAt: 'bulk/Documents/Documents',
		message: /^The sales invoice is booked .*not known whether Exact Online made a document/,
		where: /^Run this again: it does not book again/,
	},
];

/** A way in which an answer does not come, and when the write is found. */
export interface LostAnswer {
	name: string;
	fault: Fault;
	/** Milliseconds; never within a minute when absent. */
	foundAfter?: number;
	looks?: number;
	/** It is carried out all the same, after everybody has given up. */
	leavesCreditNoteWrong?: boolean;
}

const late = (commitAfterMs: number): Fault => ({ kind: 'timeout', when: 'before', commitAfterMs });

export const lostAnswers: readonly LostAnswer[] = [
	{ name: 'reset before', fault: { kind: 'reset', when: 'before' } },
	{
		name: 'reset after',
		fault: { kind: 'reset', when: 'after' },
		foundAfter: 5_000,
		looks: 1,
	},
	{ name: 'carried out after 3 s', fault: late(3_000), foundAfter: 5_000, looks: 1 },
	{ name: 'carried out after 15 s', fault: late(15_000), foundAfter: 20_000, looks: 2 },
	{ name: 'carried out after 55 s', fault: late(55_000), foundAfter: 60_000, looks: 3 },
	{ name: 'carried out after 5 minutes', fault: late(300_000), leavesCreditNoteWrong: true },
	{ name: '500 without a body', fault: { kind: 'empty500' } },
	{ name: '503', fault: { kind: 'status', status: 503 } },
	{ name: 'expired token', fault: { kind: 'expired' } },
];

/** Entries and files of the Dutch company. */
export interface Everything {
	entries: Row[];
	files: Row[];
}

export async function everything(bench: Bench): Promise<Everything> {
	const read = async (entity: string) => await bench.sandbox.records(NL, entity);
	const entries = [...(await read('SalesEntries')), ...(await read('PurchaseEntries'))];
	return { entries, files: await read('DocumentAttachments') };
}

/** What there is besides what there was. */
export async function booked(bench: Bench, before: Everything): Promise<Everything> {
	const { entries, files } = await everything(bench);
	const old = [...before.entries, ...before.files].map(keyOf);
	const isNew = (row: Row) => !old.includes(keyOf(row));
	return { entries: entries.filter(isNew), files: files.filter(isNew) };
}

const keyOf = ({ ID, EntryID }: Row) => EntryID ?? ID;

/** Waits until the sandbox has got a write, as often as it has to let some pass. */
export async function arrived(
	bench: Bench,
	{ method, path, skip = 0 }: Write,
	times = skip + 1,
): Promise<void> {
	for (let tries = 0; tries < 5_000; tries++) {
		const log = await bench.sandbox.log();
		const mine = log.filter((one) => one.method === method && path === one.endpoint);
		if (mine.length >= times) return;
	}
	throw new Error(`${method} ${path} never arrived`);
}
