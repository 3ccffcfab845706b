import type { INodeParameters } from 'n8n-workflow';

import type { CallKind, Execution } from '../harness/callKinds.cjs';
import { generalWith } from '../harness/generalEntries.cjs';
import { by, inDivision } from '../harness/inputs.cjs';
import { cost, purchase, revenue, sale } from '../harness/invoices.cjs';
import { BANK, CASH, costs, money, moneyWith } from '../harness/moneyEntries.cjs';
import type { Bench } from '../harness/n8n.cjs';
import { binary, parametersOf, purchase as bought, sale as sold } from './attaching.cjs';
import { match, pairs } from './matchingBooks.cjs';
import { writes as masters } from './masterWriting.cjs';
import { owe, paying, payOnce } from './paying.cjs';
import { IBAN, writes as relations } from './relationBench.cjs';

/** A call that changes something. */
export interface WriteKind extends CallKind {
	method: 'POST' | 'PUT' | 'DELETE';
	/** Whether it is looked for when its answer gets lost; then running it again is safe, too. */
	isLookedFor: boolean;
	/** The error when nobody knows what came of it: UNKNOWN_OUTCOME, unless a first step was carried out. */
	unknown?: string;
	/** The error of a rerun that finds nothing left to do. */
	again?: string;
	/** The tables that show what was carried out, besides the ledger. */
	tables: readonly string[];
}

type Scene = WriteKind['scene'];
type More = Partial<WriteKind>;
type Call = readonly [method: WriteKind['method'], endpoint: string];

const write = (
	name: string,
	[method, endpoint]: Call,
	scene: Scene,
	tables: readonly string[],
	more: More = {},
): WriteKind => ({ name, method, endpoint, scene, tables, isLookedFor: true, ...more });

const runs =
	(parameters: INodeParameters, files?: Execution['files']): Scene =>
	() => ({ parameters, files });
const onSomethingNew =
	(create: INodeParameters, change: (id: string) => INodeParameters): Scene =>
	async (bench) => {
		const { json } = await bench.run(create);
		return { parameters: change(String(json[0]?.id)) };
	};

const client = relations('client');
const contact = masters('contact');
const plan = masters('analyticAccount');
const account = masters('ledgerAccount');
const whole = client.upsert('code', '99002', {
	additionalFields: { accountNumber: IBAN },
	addresses: { row: [{ type: 'postal', addressLine1: 'PO Box 1' }] },
	contacts: { row: [{ firstName: 'Ann', lastName: 'Smit' }] },
	options: { updateBankAccount: true },
});
const parts = ['Accounts', 'Addresses', 'BankAccounts', 'Contacts'];
const below = { unknown: 'PARTIAL' };
const ann = contact.create({ client: by('code', '1001'), firstName: 'Ann', lastName: 'Smit' });
const center = plan.create({ plan: 'costCenter', code: 'ONCE', name: 'Once' });
const insurance = account.create({ code: '4950', name: 'Insurance', type: 'expense' });

const crm: readonly WriteKind[] = [
	write('relation', ['POST', 'crm/Accounts'], runs(client.upsert('code', '99001')), ['Accounts']),
	write('address', ['POST', 'crm/Addresses'], runs(whole), parts, below),
	write('bank account', ['POST', 'crm/BankAccounts'], runs(whole), parts, below),
	write('contact of a relation', ['POST', 'crm/Contacts'], runs(whole), parts, below),
	write(
		'change of a relation',
		['PUT', 'crm/Accounts'],
		onSomethingNew(client.create('Acme BV'), (id) => client.update(id, { phone: '1' })),
		['Accounts'],
	),
	write(
		'deletion of a relation',
		['DELETE', 'crm/Accounts'],
		onSomethingNew(client.create('Acme BV'), (id) => client.remove(id)),
		['Accounts'],
		{ again: 'NOT_FOUND' },
	),
	write('contact', ['POST', 'crm/Contacts'], runs(ann), ['Contacts'], { again: 'CONFLICT' }),
	write(
		'change of a contact',
		['PUT', 'crm/Contacts'],
		onSomethingNew(ann, (id) => contact.update({ contact: by('id', id) }, { phone: '9' })),
		['Contacts'],
	),
];

const byCode = { again: 'CONFLICT' };
const setup: readonly WriteKind[] = [
	write('cost center', ['POST', 'hrm/Costcenters'], runs(center), ['Costcenters'], byCode),
	write(
		'change of a cost center',
		['PUT', 'hrm/Costcenters'],
		onSomethingNew(center, (id) =>
			plan.update({ plan: 'costCenter', costCenter: by('id', id) }, { name: 'Twice' }),
		),
		['Costcenters'],
	),
	write(
		'cost unit',
		['POST', 'hrm/Costunits'],
		runs(plan.create({ plan: 'costUnit', code: 'ONCE', name: 'Once' })),
		['Costunits'],
		byCode,
	),
	write(
		'project',
		['POST', 'project/Projects'],
		runs(plan.create({ plan: 'project', code: 'ONCE', name: 'Once' })),
		['Projects'],
		byCode,
	),
	write(
		'ledger account',
		['POST', 'financial/GLAccounts'],
		runs(insurance),
		['GLAccounts'],
		byCode,
	),
	write(
		'change of a ledger account',
		['PUT', 'financial/GLAccounts'],
		onSomethingNew(insurance, (id) =>
			account.update({ ledgerAccount: by('id', id) }, { name: 'Policies' }),
		),
		['GLAccounts'],
	),
	write(
		'journal',
		['POST', 'financial/Journals'],
		runs(masters('journal').create({ code: '25', name: 'New', type: 'general' })),
		['Journals'],
		byCode,
	),
];

const bookedSale = sale('', [revenue()], { additionalFields: { bookingReference: 'B-1' } });
const sales = ['SalesEntries', 'SalesEntryLines', 'Receivables'];
const removal = (resource: string, field: string, create: INodeParameters): Scene =>
	onSomethingNew(create, (id) => inDivision(resource, 'delete', { [field]: id }));
const gone = { again: 'NOT_FOUND' };
const general = generalWith({ bookingReference: 'Payroll 2026-03' });
const cash = { journal: by('code', CASH) };

const entries: readonly WriteKind[] = [
	write(
		'purchase invoice',
		['POST', 'purchaseentry/PurchaseEntries'],
		runs(purchase('P-1', [cost()])),
		['PurchaseEntries', 'PurchaseEntryLines', 'Payments', 'Documents'],
	),
	write('sales invoice', ['POST', 'salesentry/SalesEntries'], runs(bookedSale), sales),
	write('sales invoice without a key', ['POST', 'salesentry/SalesEntries'], runs(sale()), sales, {
		isLookedFor: false,
	}),
	write(
		'change of an invoice',
		['PUT', 'salesentry/SalesEntries'],
		onSomethingNew(bookedSale, (id) =>
			inDivision('invoice', 'update', { invoice: id, updateFields: { description: 'Twice' } }),
		),
		sales,
		{ isLookedFor: false },
	),
	write(
		'deletion of an invoice',
		['DELETE', 'salesentry/SalesEntries'],
		removal('invoice', 'invoice', bookedSale),
		sales,
		gone,
	),
	write('general entry', ['POST', 'generaljournalentry/GeneralJournalEntries'], runs(general), [
		'GeneralJournalEntries',
	]),
	write(
		'deletion of a general entry',
		['DELETE', 'generaljournalentry/GeneralJournalEntries'],
		removal('miscellaneousOperation', 'entry', general),
		['GeneralJournalEntries'],
		gone,
	),
	write(
		'bank entry',
		['POST', 'financialtransaction/BankEntries'],
		runs(moneyWith({ bookingReference: 'M-1' })),
		['BankEntries'],
	),
	write(
		'cash entry',
		['POST', 'financialtransaction/CashEntries'],
		runs(moneyWith({ bookingReference: 'M-1' }, [costs()], cash)),
		['CashEntries'],
	),
	write(
		'deletion of a bank entry',
		['DELETE', 'financialtransaction/BankEntries'],
		removal('financialEntry', 'entry', money([costs()], { journal: by('code', BANK) })),
		['BankEntries'],
		gone,
	),
];

const files = [binary({})];
const attaching =
	(book: typeof sold): Scene =>
	async (bench) => ({
		parameters: parametersOf((await book(bench)).EntryID),
		files,
	});
const replacing: Scene = async (bench) => {
	const { EntryID } = await bought(bench);
	await bench.run(parametersOf(EntryID), { files: [binary({ fileName: 'old.pdf' })] });
	return { parameters: parametersOf(EntryID, { ifExists: 'replace' }), files };
};
const filed = ['Documents', 'DocumentAttachments'];
const terms = ['Receivables'];
const matching: Scene = async (bench) => {
	const [pair = []] = await pairs(bench, 1);
	return { parameters: match('client', pair) };
};
const payment: Scene = async (bench: Bench) => ({
	parameters: payOnce('P-1', [paying(await owe(bench, 121, 'sale', { reference: 'Owed' }))]),
});
const upload = ['POST', 'docs/XMLUpload.aspx'] as const;

const filesAndMatchings: readonly WriteKind[] = [
	write('file', ['POST', 'documents/DocumentAttachments'], attaching(bought), filed),
	// Of a run that was stopped an empty document may stay behind, as its error says; the file comes once.
	write('document', ['POST', 'documents/Documents'], attaching(sold), ['DocumentAttachments']),
	write(
		'deletion of a replaced file',
		['DELETE', 'documents/DocumentAttachments'],
		replacing,
		filed,
		{ unknown: 'PARTIAL', isLookedFor: false },
	),
	write('matching (XML)', upload, matching, terms),
	write('payment', ['POST', 'financialtransaction/BankEntries'], payment, [
		...terms,
		'BankEntries',
	]),
	write('matching of a payment (XML)', upload, payment, [...terms, 'BankEntries'], {
		unknown: 'PARTIAL',
	}),
];

const send = (method: string, path: string, body?: object): INodeParameters =>
	inDivision('apiRequest', 'send', {
		method,
		path,
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	});
const ofAccount = (id: string) => `crm/Accounts(guid'${id}')`;
const openly = { isLookedFor: false };

const open: readonly WriteKind[] = [
	write(
		'any POST',
		['POST', 'crm/Accounts'],
		runs(send('POST', 'crm/Accounts', { Name: 'Only Once BV', Code: '88001' })),
		['Accounts'],
		openly,
	),
	write(
		'any PUT',
		['PUT', 'crm/Accounts'],
		onSomethingNew(client.create('Acme BV'), (id) =>
			send('PUT', ofAccount(id), { Remarks: 'Once' }),
		),
		['Accounts'],
		openly,
	),
	write(
		'any DELETE',
		['DELETE', 'crm/Accounts'],
		onSomethingNew(client.create('Acme BV'), (id) => send('DELETE', ofAccount(id))),
		['Accounts'],
		openly,
	),
];

/** Calls that change something: none of them may be carried out twice. */
export const writeKinds: readonly WriteKind[] = [
	...crm,
	...setup,
	...entries,
	...filesAndMatchings,
	...open,
];
