import type { IBinaryKeyData, INodeParameters } from 'n8n-workflow';
import { by, inDivision, NL } from './inputs.cjs';
import { revenue, sale } from './invoices.cjs';
import type { Sandbox } from './sandbox.cjs';

/** One kind of call that the node makes, with an operation that makes it. Later issues add theirs. */
export interface CallKind {
	name: string;
	parameters: INodeParameters;
	/** The calls of this kind, as a fault's path and method; `skip` picks a later page. */
	match: { path: string; method?: string };
	skip?: number;
	/** What binary data the item carries. */
	files?: IBinaryKeyData[];
	/** What has to be in the books besides the demo. */
	prepare?(sandbox: Sandbox): Promise<void>;
	/** A read that takes a web page for a refusal: who is not logged in gets one, with the status of success. */
	refusesPages?: true;
	/** A write that is looked for when its answer gets lost. */
	isLookedFor?: boolean;
}

const everyClient = inDivision('client', 'getAll', {
	returnAll: true,
	output: 'selected',
	fieldsToReturn: ['name'],
});

const pdf = Buffer.from('%PDF-1.7').toString('base64');
const FILE = '44444444-3333-4333-8333-000000000001';

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
	{
		name: 'file',
		parameters: inDivision('attachment', 'download', { attachmentId: FILE }),
		match: { path: 'docs/SysAttachment' },
		refusesPages: true,
		prepare: async (sandbox) => {
			const [document] = await sandbox.records(NL, 'Documents');
			const row = { ID: FILE, Document: document?.ID, Attachment: pdf, FileName: 'x.pdf' };
			await sandbox.insert(NL, 'DocumentAttachments', [row]);
		},
	},
	{
		name: 'page 3 of the ledger',
		parameters: inDivision('journalEntry', 'getAll', {
			returnAll: true,
			filters: { dateFrom: '2025-01-01' },
			output: 'selected',
			fieldsToReturn: ['debit', 'isBalanced'],
		}),
		match: { path: 'bulk/Financial/TransactionLines' },
		skip: 2,
		prepare: async (sandbox) => await sandbox.generate(NL, 'TransactionLines', 2400),
	},
	{
		name: 'sums by period',
		parameters: inDivision('ledgerAccount', 'getBalances', { to: '2024-12' }),
		match: { path: 'financial/ReportingBalance\\?(?!.*inlinecount)' },
		prepare: fillClosedYear,
	},
	{
		name: 'open items',
		parameters: inDivision('outstandingItem', 'getAll', { returnAll: true }),
		match: { path: 'bulk/Cashflow/Receivables' },
	},
];

/** So many lines, and so few sums of them, that the sums are the cheaper way to a balance. */
async function fillClosedYear(sandbox: Sandbox): Promise<void> {
	const accounts = await sandbox.records(NL, 'GLAccounts');
	const GLAccount = accounts.find(({ Code }) => Code === '1150')?.ID;
	const lines = Array.from({ length: 4000 }, (_, at) => ({
		ID: `${String(at).padStart(8, '0')}-7777-4777-8777-000000000000`,
		EntryID: '77777777-7777-4777-8777-777777777777',
		...{ LineNumber: at, Type: 90, Status: 50, GLAccount, JournalCode: '90' },
		...{ AmountDC: at % 2 === 0 ? 1 : -1, Date: '2024-05-05' },
		...{ FinancialYear: 2024, FinancialPeriod: 5 },
	}));
	await sandbox.insert(NL, 'TransactionLines', lines);
}

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
