import type { INodeParameters } from 'n8n-workflow';

import * as resources from '../../nodes/ExactOnline/resources/index.js';
import { by, inDivision, NL } from '../harness/inputs.cjs';
import { CLIENT, SUPPLIER } from '../harness/invoices.cjs';
import type { Bench } from '../harness/n8n.cjs';
import type { Row } from '../harness/sandbox.cjs';

/** IDs of records in the Dutch demo company, the same in either profile. */
interface Known {
	sale: string;
	general: string;
	bank: string;
	file: string;
	filed: string;
}

type More = Record<string, unknown>;
type Reading = (known: Known) => readonly INodeParameters[];

/** What operations are called that change something; all others only read. */
const writing = ['create', 'delete', 'match', 'matchMultiple', 'update', 'upload', 'upsert'];

/** Every reading operation of the node: `client.getAll`. */
export const readingOperations: readonly string[] = Object.values(resources).flatMap(
	({ value, operations }) =>
		operations.filter((one) => !writing.includes(one.value)).map((one) => `${value}.${one.value}`),
);

const few = { limit: 7 };
const all = { returnAll: true };

/** Moments in winter, between changes of entries, of relations, and of what a company was set up with. */
const updatedAfter = '2026-01-15T12:00:00Z';
const changed = (moment: string) => ({ ...all, filters: { updatedAfter: moment } });
const RELATIONS = changed('2023-01-15T12:00:00Z');
const STAFF = changed('2022-01-15T12:00:00Z');
const SETUP = changed('2020-01-06T09:01:30Z');
const year = { dateFrom: '2025-11-15', dateTo: '2026-03-10' };

/** The parameters of an operation, some more for each run. */
const of =
	(resource: string, operation: string, ...runs: Array<More | ((known: Known) => More)>): Reading =>
	(known) =>
		runs.map((run) =>
			inDivision(
				resource,
				operation,
				(typeof run === 'function' ? run(known) : run) as INodeParameters,
			),
		);
const list = (resource: string, ...runs: More[]) => of(resource, 'getAll', all, few, ...runs);
const byId = (known: (ids: Known) => string) => (ids: Known) => ({ entry: known(ids) });

/** At least one run of each reading operation; a new one has to be listed. The last run is the one with most days in it. */
export const readings: Readonly<Record<string, Reading>> = {
	'analyticAccount.getAll': list('analyticAccount', { plan: 'all' }, { plan: 'all', ...SETUP }),
	'analyticAccount.get': of('analyticAccount', 'get', { costCenter: by('code', 'VERK') }),
	'analyticAccount.getLines': of('analyticAccount', 'getLines', {
		...all,
		costCenter: by('code', 'VERK'),
		filters: year,
	}),
	'analyticPlan.getAll': of('analyticPlan', 'getAll', all, { options: { checkAccess: true } }),
	'apiRequest.send': of('apiRequest', 'send', {
		method: 'GET',
		path: 'crm/Contacts',
		query: '$select=ID,FullName',
		returnAll: true,
	}),
	'attachment.getAll': of('attachment', 'getAll', ({ filed }) => ({ entryId: filed })),
	'attachment.download': of('attachment', 'download', ({ file }) => ({ attachmentId: file })),
	'bankAccount.getAll': list('bankAccount', changed('2020-01-05T12:00:00Z')),
	'bookyear.getAll': list('bookyear', { filters: { yearFrom: '2024', yearTo: '2026' } }),
	'client.getAll': list('client', { ...all, filters: { activeOnly: true } }, RELATIONS),
	'client.get': of('client', 'get', { relation: by('code', CLIENT) }),
	'contact.getAll': list('contact', RELATIONS),
	'division.getAll': list('division'),
	'division.get': of('division', 'get', {}),
	'employee.getAll': list('employee', { ...STAFF, options: { includeJobTitle: true } }),
	'financialEntry.getAll': list('financialEntry', {
		...all,
		filters: year,
		options: { includeBalances: true },
	}),
	'financialEntry.get': of(
		'financialEntry',
		'get',
		byId(({ bank }) => bank),
	),
	'invoice.getAll': list('invoice', { ...all, filters: { ...year, updatedAfter } }),
	'invoice.get': of('invoice', 'get', ({ sale }) => ({ invoice: sale })),
	'journal.getAll': list('journal', {
		...SETUP,
		options: { includeNextNumber: true, includeCounterpart: true },
	}),
	'journalEntry.getAll': of(
		'journalEntry',
		'getAll',
		{ ...all, filters: year },
		{ ...few, filters: { ...year, updatedAfter } },
	),
	'journalEntry.get': of(
		'journalEntry',
		'get',
		byId(({ sale }) => sale),
	),
	'ledgerAccount.getAll': list('ledgerAccount', { filters: { types: ['expense'] } }, SETUP),
	'ledgerAccount.get': of('ledgerAccount', 'get', { ledgerAccount: by('code', '8000') }),
	'ledgerAccount.getBalances': of(
		'ledgerAccount',
		'getBalances',
		{ to: '2026-02' },
		{ to: '2026-02-14', filters: { from: '2025-11-20' } },
	),
	'matching.suggest': of(
		'matching',
		'suggest',
		{ suggestFor: 'bankLine', bankLine: { amount: 62.51, description: '25700005' } },
		{ suggestFor: 'bankLine', side: 'supplier', bankLine: { amount: -387.2 } },
	),
	'miscellaneousOperation.getAll': list('miscellaneousOperation', { ...all, filters: year }),
	'miscellaneousOperation.get': of(
		'miscellaneousOperation',
		'get',
		byId(({ general }) => general),
	),
	'outstandingItem.getAll': list(
		'outstandingItem',
		{ ...all, filters: { ageing: ['days31To60', 'daysOver90'] } },
		{ ...all, side: 'supplier', filters: { dueBefore: '2026-03-01' } },
	),
	'payment.getAll': of('payment', 'getAll', ({ sale }) => ({ invoiceId: sale })),
	'paymentTerm.getAll': list('paymentTerm', SETUP),
	'supplier.getAll': list('supplier', RELATIONS),
	'supplier.get': of('supplier', 'get', { relation: by('code', SUPPLIER) }),
	'vatCode.getAll': list('vatCode', { ...SETUP, options: { includeHistory: true } }),
};

const FILE = '44444444-3333-4333-8333-000000000001';

/** Puts a file into the books, and finds what readings point at. */
export async function knownIn({ sandbox }: Pick<Bench, 'sandbox'>): Promise<Known> {
	const lines = await sandbox.records(NL, 'TransactionLines');
	const terms = await sandbox.records(NL, 'Receivables');
	const documents = await sandbox.records(NL, 'Documents');
	const document = documents.find(({ FinancialTransactionEntryID: entry }) => Boolean(entry));
	const content = Buffer.from('%PDF-1.7 zones').toString('base64');
	const file = { ID: FILE, Document: document?.ID, FileName: 'x.pdf', Attachment: content };
	await sandbox.insert(NL, 'DocumentAttachments', [{ ...file, FileSize: 14 }]);
	await sandbox.clearLog();
	const entryOf = (type: number) => firstOf(lines, ({ Type }) => Type === type, 'EntryID');
	const isPaid = ({ TransactionType, Status }: Row) => TransactionType === 20 && Status === 50;
	return {
		sale: firstOf(terms, isPaid, 'TransactionEntryID'),
		general: entryOf(90),
		bank: entryOf(40),
		file: FILE,
		filed: String(document?.FinancialTransactionEntryID),
	};
}

function firstOf(rows: readonly Row[], fits: (row: Row) => boolean, column: string): string {
	return rows
		.filter(fits)
		.map((row) => String(row[column]))
		.sort()
		.at(0)!;
}
