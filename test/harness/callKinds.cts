import type { IBinaryKeyData, INodeParameters } from 'n8n-workflow';
import { by, inDivision } from './inputs.cjs';
import { revenue, sale } from './invoices.cjs';

/** One kind of call that the node makes, with an operation that makes it. Later issues add theirs. */
export interface CallKind {
	name: string;
	parameters: INodeParameters;
	/** The calls of this kind, as a fault's path and method; `skip` picks a later page. */
	match: { path: string; method?: string };
	skip?: number;
	/** What binary data the item carries. */
	files?: IBinaryKeyData[];
	/** A write that is looked for when its answer gets lost. */
	isLookedFor?: boolean;
}

const everyClient = inDivision('client', 'getAll', {
	returnAll: true,
	output: 'selected',
	fieldsToReturn: ['name'],
});

/** Calls that only read: they may be repeated. */
export const reads: readonly CallKind[] = [
	{ name: 'first page', parameters: everyClient, match: { path: 'bulk/CRM/Accounts' } },
	{ name: 'page 3', parameters: everyClient, match: { path: 'bulk/CRM/Accounts' }, skip: 2 },
	{
		name: 'one record',
		parameters: inDivision('client', 'get', { relation: by('code', '1049'), output: 'raw' }),
		match: { path: 'crm/Accounts' },
	},
	{
		name: 'part',
		parameters: inDivision('client', 'get', {
			relation: by('code', '1049'),
			output: 'raw',
			options: { include: ['addresses'] },
		}),
		match: { path: 'CRM/Addresses' },
	},
	{
		name: "Exact's clock",
		parameters: inDivision('client', 'get', { relation: by('code', '1049') }),
		match: { path: 'current/Me' },
	},
	{
		name: 'open read',
		parameters: inDivision('apiRequest', 'send', {
			method: 'GET',
			path: 'crm/Contacts',
			query: '$select=ID,Account',
			returnAll: true,
		}),
		match: { path: 'crm/Contacts' },
	},
];

/** A path with a key that the sandbox knows. */
const ofAccount = (id: string) => `crm/Accounts(guid'${id}')`;

/** Calls that change something: they are never repeated by themselves. */
export function writes(accountId: string): readonly CallKind[] {
	const send = (method: string, path: string, body?: object) =>
		inDivision('apiRequest', 'send', {
			method,
			path,
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
	return [
		{
			name: 'POST',
			parameters: send('POST', 'crm/Accounts', { Name: 'Only Once BV', Code: '88001' }),
			match: { method: 'POST', path: 'crm/Accounts' },
		},
		{
			name: 'PUT',
			parameters: send('PUT', ofAccount(accountId), { Remarks: 'Only once' }),
			match: { method: 'PUT', path: 'crm/Accounts' },
		},
		{
			name: 'DELETE',
			parameters: send('DELETE', ofAccount(accountId)),
			match: { method: 'DELETE', path: 'crm/Accounts' },
		},
	];
}

const pdf = Buffer.from('%PDF-1.7').toString('base64');

/** Writes that are part of larger operations; the entries are there already. */
export function bookingWrites(saleId: string, purchaseId: string): readonly CallKind[] {
	const attaching = (entryId: string) => ({
		parameters: inDivision('attachment', 'upload', { entryId }),
		files: [{ data: { data: pdf, fileName: 'x.pdf', mimeType: 'application/pdf' } }],
		isLookedFor: true,
	});
	return [
		{
			name: 'invoice',
			// Without a key: it can not be looked for.
			parameters: sale('', [revenue()]),
			match: { method: 'POST', path: 'salesentry/SalesEntries' },
		},
		{
			...attaching(purchaseId),
			name: 'file',
			match: { method: 'POST', path: 'documents/DocumentAttachments' },
		},
		{
			...attaching(saleId),
			name: 'document',
			match: { method: 'POST', path: 'documents/Documents' },
		},
	];
}
