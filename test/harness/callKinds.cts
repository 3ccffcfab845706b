import type { INodeParameters } from 'n8n-workflow';
import { by, inDivision } from './inputs.cjs';

/** One kind of call that the node makes, with an operation that makes it. Later issues add theirs. */
export interface CallKind {
	name: string;
	parameters: INodeParameters;
	/** The calls of this kind, as a fault's path and method; `skip` picks a later page. */
	match: { path: string; method?: string };
	skip?: number;
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
