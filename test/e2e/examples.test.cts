import { basename } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { connectOverHttp } from '../../demo/connect.cjs';
import { exampleFiles } from '../../demo/examples.cjs';
import type { Execution, SavedWorkflow } from '../../demo/n8n-workflows.cjs';
import { BE, NL } from '../harness/inputs.cjs';
import type { ProfileName, Row } from '../harness/sandbox.cjs';
import { amounts, callsOf, connected, noWaiting, writesOf, type Connected } from './connected.cjs';
import { load, run } from './workflows.cjs';

jest.setTimeout(240_000);

let n8n: Connected;

beforeAll(async () => {
	n8n = await connected('examples');
});

afterAll(async () => await n8n.stop());

async function example(name: string): Promise<SavedWorkflow> {
	const file = exampleFiles().find((one) => basename(one) === name) ?? '';
	return await load(n8n, n8n.credential, file);
}

const outputOf = ({ items }: Execution, node: string): IDataObject[] =>
	(items[node] ?? []).map(({ json }) => json);

const cents = (amount: unknown): number => Math.round(Number(amount) * 100);

const sum = (rows: readonly object[], column: string): number =>
	rows.reduce((total, row) => total + cents((row as Row)[column]), 0);

describe.each<ProfileName>(['strict', 'lenient'])('%s sandbox', (profile) => {
	beforeAll(async () => {
		// This n8n has learned which sign the return journals take, as it would from one Exact.
		const settings = { ...noWaiting, returnJournalSign: 'positive' };
		await n8n.sandbox.reset({ profile, settings });
		await connectOverHttp(n8n.session, n8n.credential);
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
		const workflow = await example(name);
		const before = await amounts(n8n);
		const first = await run(n8n, workflow);
		expect([first.status, first.error]).toEqual(['success', undefined]);
		expect(first.items[node]?.map(({ json }) => json)).toMatchObject(
			expected.map((one) => ({ ...one, alreadyBooked: false })),
		);
		const after = await amounts(n8n);
		const { TransactionLines, ...rest } = before;
		expect(after.TransactionLines).toBeGreaterThan(TransactionLines ?? 0);
		const sums = Object.entries(rest).map(([entity, count]) => [
			entity,
			count + (added[entity as keyof typeof added] ?? 0),
		]);
		expect(after).toMatchObject(Object.fromEntries(sums) as Row);
		const second = await run(n8n, workflow);
		expect([second.status, writesOf(second.log)]).toEqual(['success', []]);
		expect(second.items[node]?.map(({ json }) => json)).toMatchObject(
			expected.map((one) => ({ ...one, alreadyBooked: true })),
		);
		expect(await amounts(n8n)).toEqual(after);
		expect(await n8n.sandbox.ledger(NL)).toMatchObject({ balanced: true });
	});

	test('the Monday ageing report adds up to the overdue terms of the clients', async () => {
		const report = await run(n8n, await example('monday-ageing-report.json'));
		expect([report.status, report.error]).toEqual(['success', undefined]);
		const now = Date.now();
		const terms = await n8n.sandbox.records(NL, 'Receivables');
		const overdue = terms.filter(
			({ Status, DueDate }) => Status !== 50 && Number(DueDate) < now - (now % 86_400_000),
		);
		expect(overdue.length).toBeGreaterThan(3);
		const rows = outputOf(report, 'Most First');
		expect(sum(rows, 'overdue')).toBe(-sum(overdue, 'AmountDC'));
		const amountsShown = rows.map((row) => Number(row.overdue));
		expect(amountsShown).toEqual([...amountsShown].sort((a, b) => b - a));
		const [file] = report.items.Spreadsheet ?? [];
		expect(file?.binary?.data?.fileName).toMatch(/^overdue \d{4}-\d\d-\d\d\.xlsx$/);
		expect(callsOf(report.log)).toEqual(['GET bulk/Cashflow/Receivables']);
	});

	test('the nightly export holds each line of the ledger of all divisions', async () => {
		const exported = await run(n8n, await example('nightly-ledger-export.json'));
		expect([exported.status, exported.error]).toEqual(['success', undefined]);
		const lines = outputOf(exported, 'Columns');
		const all = await Promise.all(
			[NL, BE].map(async (division) => await n8n.sandbox.records(division, 'TransactionLines')),
		);
		// Line 0 of a general entry has no account.
		const since = all
			.flat()
			.filter(({ Date: day, GLAccount }) => Number(day) >= Date.UTC(2026, 0) && GLAccount !== null);
		expect(lines).toHaveLength(since.length);
		const debits = since.filter(({ AmountDC }) => Number(AmountDC) > 0);
		expect(sum(lines, 'debit')).toBe(sum(debits, 'AmountDC'));
		expect(sum(lines, 'credit')).toBe(sum(debits, 'AmountDC'));
		// Who is logged in is remembered while n8n runs.
		expect(callsOf(exported.log).filter((call) => call !== 'GET current/Me')).toEqual([
			'GET system/Divisions',
			'GET bulk/Financial/TransactionLines',
			'GET bulk/Financial/TransactionLines',
		]);
	});

	test('the trial balance ties to the ledger', async () => {
		const balance = await run(n8n, await example('trial-balance.json'));
		expect([balance.status, balance.error]).toEqual(['success', undefined]);
		const [check] = outputOf(balance, 'Check');
		expect(check).toMatchObject({ isBalanced: true, tiesToLedger: true });
		expect(check?.debit).toBeGreaterThan(0);
	});

	test('the purchase invoices of a month come as PDF', async () => {
		const archive = await run(n8n, await example('purchase-invoices-of-a-month-as-pdf.json'));
		expect([archive.status, archive.error]).toEqual(['success', undefined]);
		const purchases = await n8n.sandbox.records(NL, 'PurchaseEntries');
		const ofMonth = purchases.filter(({ EntryDate }) =>
			new Date(Number(EntryDate)).toISOString().startsWith('2026-02'),
		);
		expect(ofMonth.length).toBeGreaterThan(1);
		expect(archive.items.PDF?.map(({ binary }) => binary?.data?.fileName).sort()).toEqual(
			ofMonth.map(({ EntryNumber }) => `${String(EntryNumber)}.pdf`).sort(),
		);
		const types = archive.items.PDF?.map(({ binary }) => binary?.data?.mimeType);
		expect(new Set(types)).toEqual(new Set(['application/pdf']));
	});

	test('a payout of a provider is booked with its fee, and each invoice is matched, once', async () => {
		const workflow = await example('provider-payout-to-matched-bank-entry.json');
		const before = await n8n.sandbox.ledger(NL);
		const first = await run(n8n, workflow);
		expect([first.status, first.error]).toEqual(['success', undefined]);
		expect(outputOf(first, 'Bank Entry')).toMatchObject([{ kind: 'bank', alreadyBooked: false }]);
		expect(outputOf(first, 'Matched')).toMatchObject([
			{ matching: 1, matched: true, alreadyMatched: false, openAmount: 0 },
			{ matching: 2, matched: true, alreadyMatched: false, openAmount: 0 },
		]);
		expect(await openNumbers()).not.toEqual(expect.arrayContaining([26700003]));
		expect(await openNumbers()).not.toEqual(expect.arrayContaining([26700004]));
		expect(writesOf(first.log)).toEqual([
			'POST financialtransaction/BankEntries',
			'POST docs/XMLUpload.aspx',
		]);
		const after = await n8n.sandbox.ledger(NL);
		expect(after).toMatchObject({ entries: before.entries + 1, balanced: true });
		const second = await run(n8n, workflow);
		expect([second.status, writesOf(second.log)]).toEqual(['success', []]);
		expect(outputOf(second, 'Bank Entry')).toMatchObject([{ alreadyBooked: true }]);
		expect(outputOf(second, 'Matched')).toMatchObject([
			{ alreadyMatched: true },
			{ alreadyMatched: true },
		]);
	});

	test('an accrual over two plans and its reversal are booked once', async () => {
		const workflow = await example('month-end-accrual.json');
		const first = await run(n8n, workflow);
		expect([first.status, first.error]).toEqual(['success', undefined]);
		const entries = outputOf(first, 'General Entry') as Array<{ lines: IDataObject[] }>;
		const both = { isBalanced: true, debit: 900, alreadyBooked: false };
		expect(entries).toMatchObject([
			{ ...both, date: '2026-05-31' },
			{ ...both, date: '2026-06-01' },
		]);
		const costs = entries.map(({ lines }) =>
			lines
				.filter(({ ledgerAccount }) => ledgerAccount === '4500')
				.map(({ costCenter, costUnit, debit, credit }) => [costCenter, costUnit, debit, credit]),
		);
		expect(costs).toEqual([
			[
				['VERK', 'FIETS', 180, 0],
				['VERK', 'ONDERD', 180, 0],
				['WERKPL', 'FIETS', 270, 0],
				['WERKPL', 'ONDERD', 270, 0],
			],
			[
				['VERK', 'FIETS', 0, 180],
				['VERK', 'ONDERD', 0, 180],
				['WERKPL', 'FIETS', 0, 270],
				['WERKPL', 'ONDERD', 0, 270],
			],
		]);
		const second = await run(n8n, workflow);
		expect(outputOf(second, 'General Entry')).toMatchObject([
			{ alreadyBooked: true },
			{ alreadyBooked: true },
		]);
		expect(writesOf(second.log)).toEqual([]);
		expect(await n8n.sandbox.ledger(NL)).toMatchObject({ balanced: true });
	});

	test('a bank line that is certain is booked and matched; the other waits for a person', async () => {
		const workflow = await example('bank-lines-to-approved-matches.json');
		const first = await run(n8n, workflow);
		expect([first.status, first.error]).toEqual(['success', undefined]);
		expect(outputOf(first, 'Match')).toMatchObject([{ matched: true, openAmount: 0 }]);
		expect(outputOf(first, 'To Be Looked At')).toHaveLength(1);
		expect(await openNumbers()).not.toEqual(expect.arrayContaining([25700016]));
		const second = await run(n8n, workflow);
		expect([second.status, writesOf(second.log)]).toEqual(['success', []]);
	});

	test('a new cost center is opened once and booked on', async () => {
		const workflow = await example('new-cost-center.json');
		const first = await run(n8n, workflow);
		expect([first.status, first.error]).toEqual(['success', undefined]);
		expect(outputOf(first, 'Cost Center')).toMatchObject([{ code: 'BEURS', isNew: true }]);
		expect(outputOf(first, 'First Use')).toMatchObject([{ debit: 250, alreadyBooked: false }]);
		const second = await run(n8n, workflow);
		expect([second.status, writesOf(second.log)]).toEqual(['success', []]);
		expect(outputOf(second, 'Cost Center')).toMatchObject([{ code: 'BEURS', isNew: false }]);
	});
});

/** The numbers of the entries of clients that are open. */
async function openNumbers(): Promise<unknown[]> {
	const terms = await n8n.sandbox.records(NL, 'Receivables');
	return terms.filter(({ Status }) => Status !== 50).map(({ EntryNumber }) => EntryNumber);
}
