import { basename, join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { connectOverHttp } from '../../demo/connect.cjs';
import { exampleFiles } from '../../demo/examples.cjs';
import { saveCredential, type Credential } from '../../demo/n8n-credentials.cjs';
import type { SavedWorkflow } from '../../demo/n8n-workflows.cjs';
import { NL } from '../harness/inputs.cjs';
import type { LogEntry, ProfileName, Row } from '../harness/sandbox.cjs';
import { install, type Installation } from './installation.cjs';
import { load, run } from './workflows.cjs';

jest.setTimeout(240_000);

let installation: Installation;
let credential: Credential;

/** These tests run in one minute what Exact would make wait for the next. */
const noWaiting = { minuteLimit: 600 };

beforeAll(async () => {
	installation = await install('booking');
	const { session, sandbox, fields } = installation;
	credential = await saveCredential(session, 'Exact Online sandbox', fields);
	await connectOverHttp(session, credential);
	await sandbox.settings(noWaiting);
});

afterAll(async () => await installation.stop());

/** The calls in their order, those that change something told by their method. */
const callsOf = (log: readonly LogEntry[]): string[] =>
	log.map(({ method, endpoint }) => `${method} ${endpoint}`);

const writesOf = (log: readonly LogEntry[]): string[] =>
	callsOf(log).filter((call) => !call.startsWith('GET '));

const records = async (entity: string): Promise<Row[]> =>
	await installation.sandbox.records(NL, entity);

/** How much there is of everything that a booking could leave behind. */
async function amounts(): Promise<Record<string, number>> {
	const entities = ['Accounts', 'PurchaseEntries', 'SalesEntries', 'TransactionLines'];
	const all = [...entities, 'BankAccounts', 'Documents', 'DocumentAttachments'].map(
		async (entity) => [entity, (await records(entity)).length] as const,
	);
	return Object.fromEntries(await Promise.all(all));
}

/** What a workflow does to look up and check an invoice, whether it is booked or not. */
const lookUps = [
	'GET bulk/Financial/GLAccounts',
	'GET vat/VATCodes',
	'GET hrm/Costcenters',
	'GET bulk/CRM/Accounts',
	'GET financial/Journals',
	'GET general/Currencies',
	'GET financial/FinancialPeriods',
	'GET read/financial/JournalStatusList',
	'GET purchaseentry/PurchaseEntries',
];

/** The number is asked for on both sides; strict Exact gives the lines in a call of their own. */
const readBack = [
	'GET salesentry/SalesEntries',
	'GET purchaseentry/PurchaseEntries',
	'GET purchaseentry/PurchaseEntryLines',
];

describe('a supplier, a purchase invoice with a PDF, and back', () => {
	let workflow: SavedWorkflow;
	let booked: IDataObject;
	let left: Record<string, number>;

	test('are booked in these calls, and the ledger balances', async () => {
		const before = await installation.sandbox.ledger(NL);
		workflow = await load(installation, credential, join(__dirname, 'booking.json'));
		const { status, error, items, log } = await run(installation, workflow);
		expect({ status, error }).toEqual({ status: 'success', error: undefined });
		expect(callsOf(log)).toEqual([
			'GET bulk/CRM/Accounts',
			'POST crm/Accounts',
			'GET current/Me',
			'GET bulk/CRM/Accounts',
			...lookUps,
			'POST purchaseentry/PurchaseEntries',
			'POST documents/DocumentAttachments',
			'GET bulk/Financial/TransactionLines',
			...readBack,
		]);
		[{ json: booked }] = items.Booked as [{ json: IDataObject }];
		expect(booked).toMatchObject({
			kind: 'supplierInvoice',
			relationName: 'Papierhandel Zilver B.V.',
			reference: 'Z-118',
			...{ net: 150, vat: 25.5, total: 175.5 },
			lines: [
				{ ledgerAccount: '4100', amount: 100, vatCode: '4', costCenter: 'VERK' },
				{ ledgerAccount: '4300', amount: 50, vatCode: '5', costCenter: null },
			],
			alreadyBooked: false,
			attachment: { fileName: 'Z-118.pdf', alreadyAttached: false },
		});
		expect(booked).not.toHaveProperty('_warnings');
		const after = await installation.sandbox.ledger(NL);
		expect(after).toMatchObject({ entries: before.entries + 1, balanced: true });
		expect(after.credit).toBeCloseTo(before.credit + 175.5);
		left = await amounts();
	});

	test('are read back by number as they were booked, with the PDF', async () => {
		const { items } = await run(installation, workflow);
		const [found] = items['Read Back'] ?? [];
		const { id, number, journal, year, total } = booked;
		expect(found?.json).toMatchObject({ id, number, journal, year, total });
		expect(found?.json.lines).toMatchObject([
			{ description: 'Paper', vatAmount: 21, costCenter: 'VERK' },
			{ description: 'Coffee', vatAmount: 4.5 },
		]);
		const files = await records('DocumentAttachments');
		const mine = files.filter(({ Document }) => Document === booked.documentId);
		expect(mine).toMatchObject([{ FileName: 'Z-118.pdf' }]);
	});

	test('are there already when the workflow runs again: nothing is sent', async () => {
		const { status, items, log } = await run(installation, workflow);
		expect(status).toBe('success');
		expect(callsOf(log)).toEqual([
			'GET bulk/CRM/Accounts',
			'GET bulk/CRM/Accounts',
			...lookUps,
			'GET bulk/Documents/Documents',
			'GET bulk/Documents/DocumentAttachments',
			'GET bulk/Financial/TransactionLines',
			...readBack,
		]);
		expect(items.Supplier).toMatchObject([{ json: { created: false, updated: false } }]);
		const { attachment, ...same } = booked;
		const again = { ...same, alreadyBooked: true };
		expect(items.Booked).toMatchObject([{ json: again }]);
		expect(items.Booked).toMatchObject([
			{ json: { attachment: { ...(attachment as IDataObject), alreadyAttached: true } } },
		]);
		expect(await amounts()).toEqual(left);
	});
});

describe.each<ProfileName>(['strict', 'lenient'])('examples that book, %s sandbox', (profile) => {
	beforeAll(async () => {
		// This n8n has learned which sign the return journals take, as it would from one Exact.
		const settings = { ...noWaiting, returnJournalSign: 'positive' };
		await installation.sandbox.reset({ profile, settings });
		await connectOverHttp(installation.session, credential);
	});

	test.each([
		{
			name: 'supplier-invoices-to-purchase-entries.json',
			node: 'Purchase Entry',
			// The credit note: the first one shows which sign its journal takes, and is booked again.
			expected: [
				{ kind: 'supplierInvoice', total: 140.2, relationName: 'Papierhandel Zilver B.V.' },
				{ kind: 'supplierRefund', total: -24.2, relationName: 'Papierhandel Zilver B.V.' },
				{ kind: 'supplierInvoice', total: 500, relationName: 'Kettingen Regina BV' },
			],
			added: {
				Accounts: 1,
				BankAccounts: 1,
				PurchaseEntries: 3,
				Documents: 3,
				DocumentAttachments: 3,
			},
		},
		{
			name: 'won-deals-to-sales-entries.json',
			node: 'Sales Entry',
			expected: [
				{ kind: 'customerInvoice', total: 2831.4, bookingReference: 'D-1042' },
				{ kind: 'customerInvoice', total: 599.56, bookingReference: 'D-1047' },
			],
			added: { Accounts: 1, SalesEntries: 2 },
		},
	])('$name books once, however often it runs', async ({ name, node, expected, added }) => {
		const file = exampleFiles().find((one) => basename(one) === name) ?? '';
		const workflow = await load(installation, credential, file);
		const before = await amounts();
		const first = await run(installation, workflow);
		expect([first.status, first.error]).toEqual(['success', undefined]);
		expect(first.items[node]?.map(({ json }) => json)).toMatchObject(
			expected.map((one) => ({ ...one, alreadyBooked: false })),
		);
		const after = await amounts();
		const { TransactionLines, ...rest } = before;
		expect(after.TransactionLines).toBeGreaterThan(TransactionLines ?? 0);
		const sums = Object.entries(rest).map(([entity, count]) => [
			entity,
			count + (added[entity as keyof typeof added] ?? 0),
		]);
		expect(after).toMatchObject(Object.fromEntries(sums) as Row);
		const second = await run(installation, workflow);
		expect([second.status, writesOf(second.log)]).toEqual(['success', []]);
		expect(second.items[node]?.map(({ json }) => json)).toMatchObject(
			expected.map((one) => ({ ...one, alreadyBooked: true })),
		);
		expect(await amounts()).toEqual(after);
		expect(await installation.sandbox.ledger(NL)).toMatchObject({ balanced: true });
	});
});
