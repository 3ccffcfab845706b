import type { IBinaryKeyData, INodeParameters } from 'n8n-workflow';

import { by, inDivision, NL } from './inputs.cjs';
import { CLIENT } from './invoices.cjs';
import type { Bench } from './n8n.cjs';
import type { FaultRule, Row, Settings } from './sandbox.cjs';

/** What an execution is started with. */
export interface Execution {
	parameters: INodeParameters;
	/** What binary data the item carries. */
	files?: IBinaryKeyData[];
}

/** One kind of call that the node makes, with an operation that makes it. A row of the fault matrix. */
export interface CallKind {
	name: string;
	method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** As the sandbox's log names it: `crm/Accounts`. */
	endpoint: string;
	/** Calls of the same kind that come before; a later page. */
	skip?: number;
	/** Puts into the books what the operation needs, and says how it is run. */
	scene(bench: Bench): Promise<Execution> | Execution;
	settings?: Settings;
}

/** A read, whose output is the same however often it is made. */
export interface ReadKind extends CallKind {
	method: 'GET';
	/** Whether the node follows its pages, or takes one answer. */
	answer: 'list' | 'one';
	/** Whether another page follows this one. */
	hasNext?: true;
	/** A web page in the place of its answer is a refusal: who is not logged in gets one, with the status of success. */
	refusesPages?: true;
}

/** What stands after the endpoint in the address of a call. */
const after = { GET: '\\?', POST: '(\\?|$)', PUT: '\\(', DELETE: '\\(' } as const;

/** The calls of a kind, for a fault. */
export function matchOf({ method, endpoint }: CallKind): Required<FaultRule['match']> {
	const above = /^(docs|current)\//.test(endpoint) ? '' : '/v1/(current|\\d+)';
	return { method, path: `${above}/${endpoint}${after[method]}` };
}

type More = Partial<ReadKind> & { more?: INodeParameters };

/** A read by an operation that needs nothing but parameters. */
function read(
	name: string,
	endpoint: string,
	[resource, operation]: [string, string],
	{ more = {}, ...kind }: More = {},
): ReadKind {
	const parameters = inDivision(resource, operation, more);
	const base = { name, endpoint, method: 'GET', answer: 'list' } as const;
	return { ...base, scene: () => ({ parameters }), ...kind };
}

const all = { returnAll: true };
const one = { answer: 'one' } as const;
const raw = { output: 'raw' };
/** Pages of so few rows that the demo's books make several. */
const pages = (largestPage: number) => ({ settings: { largestPage } });
/** The same page of a list, first and later, and its last. */
function paged(
	name: string,
	endpoint: string,
	operation: [string, string],
	[rows, page]: [number, number],
	more: INodeParameters,
): ReadKind[] {
	const base = { more, ...pages(rows) };
	return [
		read(`${name}, page 1`, endpoint, operation, { ...base, hasNext: true }),
		read(`${name}, page ${page}`, endpoint, operation, { ...base, hasNext: true, skip: page - 1 }),
	];
}

const year = { filters: { dateFrom: '2025-11-15', dateTo: '2026-03-10' } };
const open = (path: string, query: string) => ({ method: 'GET', path, query, ...all });
const ofClient = { relation: by('code', CLIENT), ...raw };
const FILE = '44444444-3333-4333-8333-000000000001';

/** A file in a document of the demo's books. */
async function withFile({ sandbox }: Bench): Promise<Row> {
	const documents = await sandbox.records(NL, 'Documents');
	const document = documents.find(({ FinancialTransactionEntryID: entry }) => Boolean(entry));
	const Attachment = Buffer.from('%PDF-1.7').toString('base64');
	const file = { ID: FILE, Document: document?.ID, Attachment, FileName: 'x.pdf' };
	await sandbox.insert(NL, 'DocumentAttachments', [file]);
	return document ?? {};
}

const download = async (bench: Bench): Promise<Execution> => {
	await withFile(bench);
	return { parameters: inDivision('attachment', 'download', { attachmentId: FILE }) };
};
const filesOf = async (bench: Bench): Promise<Execution> => {
	const { FinancialTransactionEntryID: entryId } = await withFile(bench);
	return { parameters: inDivision('attachment', 'getAll', { entryId: String(entryId) }) };
};

/** An invoice that is paid: its payments are looked up by lists of values. */
const paidInvoice = async ({ sandbox }: Bench): Promise<Execution> => {
	const terms = await sandbox.records(NL, 'Receivables');
	const ids = terms
		.filter(({ TransactionType, Status }) => TransactionType === 20 && Status === 50)
		.map((row) => String(row.TransactionEntryID));
	return { parameters: inDivision('payment', 'getAll', { invoiceId: ids.sort().at(0) }) };
};

/** So many lines, and so few sums of them, that the sums are the cheaper way to a balance. */
async function closedYear({ sandbox }: Bench): Promise<Execution> {
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
	return { parameters: inDivision('ledgerAccount', 'getBalances', { to: '2024-12' }) };
}

const few: INodeParameters = { ...all, output: 'selected', fieldsToReturn: ['name'] };
const lines: INodeParameters = {
	...all,
	...year,
	output: 'selected',
	fieldsToReturn: ['debit', 'isBalanced'],
};

/** Calls that only read: they may be repeated. */
export const reads: readonly ReadKind[] = [
	...paged('clients (bulk)', 'bulk/CRM/Accounts', ['client', 'getAll'], [25, 3], few),
	...paged(
		'ledger (bulk)',
		'bulk/Financial/TransactionLines',
		['journalEntry', 'getAll'],
		[25, 3],
		lines,
	),
	...paged(
		'contacts (crm)',
		'crm/Contacts',
		['apiRequest', 'send'],
		[60, 3],
		open('crm/Contacts', '$select=ID,Account'),
	),
	...paged(
		'periods (financial)',
		'financial/FinancialPeriods',
		['bookyear', 'getAll'],
		[40, 2],
		all,
	),
	...paged(
		'periods open (read)',
		'read/financial/JournalStatusList',
		['bookyear', 'getAll'],
		[60, 3],
		all,
	),
	...paged(
		'invoice lines (deferred)',
		'salesentry/SalesEntryLines',
		['invoice', 'getAll'],
		[2, 2],
		{ ...all, ...year },
	),
	read('last page (bulk)', 'bulk/CRM/Accounts', ['client', 'getAll'], { more: few }),
	read('invoices with lines (inline)', 'salesentry/SalesEntries', ['invoice', 'getAll'], {
		more: { ...all, ...year },
		settings: { expandDeferred: false },
	}),
	read('purchases', 'purchaseentry/PurchaseEntries', ['invoice', 'getAll'], {
		more: { ...all, ...year, kinds: ['supplierInvoice'] },
	}),
	read('purchase lines', 'purchaseentry/PurchaseEntryLines', ['invoice', 'getAll'], {
		more: { ...all, ...year, kinds: ['supplierInvoice'] },
	}),
	read('one record', 'crm/Accounts', ['client', 'get'], { ...one, more: ofClient }),
	read('addresses (part)', 'bulk/CRM/Addresses', ['client', 'get'], {
		more: { ...ofClient, options: { include: ['addresses'] } },
	}),
	read('bank accounts (part)', 'crm/BankAccounts', ['client', 'get'], {
		more: { ...ofClient, options: { include: ['bankAccounts'] } },
	}),
	read("Exact's clock", 'current/Me', ['client', 'get'], {
		...one,
		more: { relation: by('code', CLIENT) },
	}),
	read('file', 'docs/SysAttachment.aspx', ['attachment', 'download'], {
		...one,
		scene: download,
		refusesPages: true,
	}),
	read('files', 'bulk/Documents/DocumentAttachments', ['attachment', 'getAll'], { scene: filesOf }),
	read('documents', 'bulk/Documents/Documents', ['attachment', 'getAll'], { scene: filesOf }),
	read('payments by invoice', 'bulk/Cashflow/Receivables', ['payment', 'getAll'], {
		scene: paidInvoice,
	}),
	read('journals by code', 'financial/Journals', ['payment', 'getAll'], { scene: paidInvoice }),
	read('receivables', 'bulk/Cashflow/Receivables', ['outstandingItem', 'getAll'], { more: all }),
	read('payables', 'bulk/Cashflow/Payments', ['outstandingItem', 'getAll'], {
		more: { ...all, side: 'supplier' },
	}),
	read('sums by period', 'financial/ReportingBalance', ['ledgerAccount', 'getBalances'], {
		scene: closedYear,
		skip: 1,
	}),
	read('ledger accounts (bulk)', 'bulk/Financial/GLAccounts', ['ledgerAccount', 'getAll'], {
		more: all,
	}),
	read('one ledger account', 'financial/GLAccounts', ['ledgerAccount', 'get'], {
		...one,
		more: { ledgerAccount: by('code', '8000') },
	}),
	read('bank balances', 'financialtransaction/BankEntries', ['financialEntry', 'getAll'], {
		more: { ...all, ...year, options: { includeBalances: true } },
	}),
	read('cash balances', 'financialtransaction/CashEntries', ['financialEntry', 'getAll'], {
		more: { ...all, ...year, options: { includeBalances: true } },
	}),
	read('contacts (bulk)', 'bulk/CRM/Contacts', ['contact', 'getAll'], { more: all }),
	read('divisions', 'system/Divisions', ['division', 'getAll'], { more: all }),
	read('employees', 'payroll/Employees', ['employee', 'getAll'], { more: all }),
	read('job titles', 'payroll/ActiveEmployments', ['employee', 'getAll'], {
		more: { ...all, options: { includeJobTitle: true } },
	}),
	read('payment terms', 'cashflow/PaymentConditions', ['paymentTerm', 'getAll'], { more: all }),
	read('VAT codes', 'vat/VATCodes', ['vatCode', 'getAll'], { more: all }),
	read('VAT rates', 'vat/VatPercentages', ['vatCode', 'getAll'], {
		more: { ...all, options: { includeHistory: true } },
	}),
	read('cost centers', 'hrm/Costcenters', ['analyticAccount', 'getAll'], {
		more: { ...all, plan: 'all' },
	}),
	read('cost units', 'hrm/Costunits', ['analyticAccount', 'getAll'], {
		more: { ...all, plan: 'all' },
	}),
	read('projects', 'project/Projects', ['analyticAccount', 'getAll'], {
		more: { ...all, plan: 'all' },
	}),
];
