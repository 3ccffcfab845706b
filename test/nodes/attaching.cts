import type { IBinaryKeyData, IDataObject, INodeParameters } from 'n8n-workflow';

import { inDivision, NL } from '../harness/inputs.cjs';
import type { Bench, ShownError } from '../harness/n8n.cjs';
import type { Fault, Row } from '../harness/sandbox.cjs';

export const PDF = '%PDF-1.7 an invoice';

/** Differs from a PDF called x.pdf in these. */
export interface Sent {
	content?: string;
	fileName?: string;
}

export function binary({ content = PDF, fileName = 'x.pdf' }: Sent): IBinaryKeyData {
	const data = Buffer.from(content).toString('base64');
	return { data: { data, fileName, mimeType: 'application/pdf' } };
}

export function parametersOf(
	entryId: unknown,
	options: INodeParameters = {},
	more: INodeParameters = {},
): INodeParameters {
	return inDivision('attachment', 'upload', { entryId: String(entryId), options, ...more });
}

export async function upload(
	bench: Bench,
	{ EntryID }: Row,
	options: INodeParameters = {},
	file: Sent = {},
): Promise<IDataObject> {
	const files = [binary(file)];
	return (await bench.run(parametersOf(EntryID, options), { files })).json[0] ?? {};
}

export async function refused(
	bench: Bench,
	{ EntryID }: Row,
	options: INodeParameters = {},
	file: Sent = {},
	signal?: AbortSignal,
): Promise<ShownError> {
	return await bench.fail(parametersOf(EntryID, options), { files: [binary(file)], signal });
}

/** Books a purchase invoice as any client of Exact does; Exact makes a document for it. */
export async function purchase(bench: Bench): Promise<Row> {
	const accounts = await bench.sandbox.records(NL, 'Accounts');
	const supplier = accounts.find(({ IsSupplier, Blocked }) => IsSupplier === true && !Blocked);
	const PurchaseEntryLines = [await line(bench, '4100')];
	const body = { Supplier: supplier?.ID, Journal: '60', EntryDate: '2026-03-05' };
	return await book(bench, 'purchaseentry/PurchaseEntries', { ...body, PurchaseEntryLines });
}

/** Books a sales invoice, which has no document. */
export async function sale(bench: Bench): Promise<Row> {
	const accounts = await bench.sandbox.records(NL, 'Accounts');
	const customer = accounts.find(({ Status, Blocked }) => Status === 'C' && !Blocked);
	const SalesEntryLines = [await line(bench, '8000')];
	const body = { Customer: customer?.ID, Journal: '70', EntryDate: '2026-03-05' };
	return await book(bench, 'salesentry/SalesEntries', { ...body, SalesEntryLines });
}

async function line(bench: Bench, ledgerAccount: string): Promise<object> {
	const accounts = await bench.sandbox.records(NL, 'GLAccounts');
	const GLAccount = accounts.find(({ Code }) => Code === ledgerAccount)?.ID;
	return { GLAccount, AmountFC: 100, VATCode: '4' };
}

async function book(bench: Bench, path: string, body: object): Promise<Row> {
	const sending = { method: 'POST', path, body: JSON.stringify(body) };
	const { json } = await bench.run(inDivision('apiRequest', 'send', sending));
	await bench.sandbox.clearLog();
	return json[0] ?? {};
}

/** The documents that Exact has for an entry, and the files in them. */
export async function documents(bench: Bench, { EntryID }: Row): Promise<Row[]> {
	const all = await bench.sandbox.records(NL, 'Documents');
	return all.filter((row) => row.FinancialTransactionEntryID === EntryID);
}

export async function attachments(bench: Bench, entry: Row): Promise<Row[]> {
	const ids = (await documents(bench, entry)).map(({ ID }) => ID);
	const all = await bench.sandbox.records(NL, 'DocumentAttachments');
	return all.filter(({ Document }) => ids.includes(Document));
}

export async function fileNames(bench: Bench, entry: Row): Promise<unknown[]> {
	return (await attachments(bench, entry)).map(({ FileName }) => FileName).sort();
}

/** What Exact answers to content that it does not take. */
export const refusal: Fault = {
	kind: 'status',
	status: 500,
	body: { error: { code: '', message: { lang: 'en-us', value: 'Not allowed: Attachment' } } },
};

/** Makes the next POST of a document or of a file go wrong. */
export async function breakPost(
	bench: Bench,
	entity: 'Documents' | 'DocumentAttachments',
	fault: Fault,
): Promise<void> {
	await bench.sandbox.faults([{ match: { method: 'POST', path: `documents/${entity}$` }, fault }]);
}
