import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import type { SavedWorkflow } from '../../demo/n8n-workflows.cjs';
import { NL } from '../harness/inputs.cjs';
import { amounts, callsOf, connected, type Connected } from './connected.cjs';
import { load, run } from './workflows.cjs';

jest.setTimeout(240_000);

let n8n: Connected;

beforeAll(async () => {
	n8n = await connected('booking');
});

afterAll(async () => await n8n.stop());

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
		const before = await n8n.sandbox.ledger(NL);
		workflow = await load(n8n, n8n.credential, join(__dirname, 'purchaseInvoice.json'));
		const { status, error, items, log } = await run(n8n, workflow);
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
		const after = await n8n.sandbox.ledger(NL);
		expect(after).toMatchObject({ entries: before.entries + 1, balanced: true });
		expect(after.credit).toBeCloseTo(before.credit + 175.5);
		left = await amounts(n8n);
	});

	test('are read back by number as they were booked, with the PDF', async () => {
		const { items } = await run(n8n, workflow);
		const [found] = items['Read Back'] ?? [];
		const { id, number, journal, year, total } = booked;
		expect(found?.json).toMatchObject({ id, number, journal, year, total });
		expect(found?.json.lines).toMatchObject([
			{ description: 'Paper', vatAmount: 21, costCenter: 'VERK' },
			{ description: 'Coffee', vatAmount: 4.5 },
		]);
		const files = await n8n.sandbox.records(NL, 'DocumentAttachments');
		const mine = files.filter(({ Document }) => Document === booked.documentId);
		expect(mine).toMatchObject([{ FileName: 'Z-118.pdf' }]);
	});

	test('are there already when the workflow runs again: nothing is sent', async () => {
		const { status, items, log } = await run(n8n, workflow);
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
		expect(items.Supplier).toMatchObject([{ json: { isNew: false, isUpdated: false } }]);
		const { attachment, ...same } = booked;
		const again = { ...same, alreadyBooked: true };
		expect(items.Booked).toMatchObject([{ json: again }]);
		expect(items.Booked).toMatchObject([
			{ json: { attachment: { ...(attachment as IDataObject), alreadyAttached: true } } },
		]);
		expect(await amounts(n8n)).toEqual(left);
	});
});
