import type { INodeParameters } from 'n8n-workflow';

import { by } from '../harness/inputs.cjs';
import {
	CLIENT,
	cost,
	expectBalanced,
	OTHER_CLIENT,
	posted,
	purchase,
	revenue,
	runAll,
	sale,
} from '../harness/invoices.cjs';
import { Bench } from '../harness/n8n.cjs';
import { binary } from './attaching.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
});
afterAll(async () => await bench.stop());
afterEach(async () => await expectBalanced(bench));

const profiles = ['strict', 'lenient'] as const;
const hundred = [...Array(100).keys()];

/** Ten codes in all: ledger accounts, VAT codes, a cost center, a cost unit, a supplier. */
const accounts = ['4000', '4100', '4200', '4300', '4500', '7000'];
const purchases = hundred.map((n) =>
	purchase(`F-2026-${n}`, [
		cost(10 + n, {
			ledgerAccount: accounts[n % 6],
			vatCode: n % 2 === 0 ? '4' : '5',
			...(n % 3 === 0 ? { costCenter: 'VERK' } : {}),
		}),
	]),
);

/** Each side of the sale by turns; both have a key of their own. */
const sales = hundred.map((n) =>
	sale(
		`Order ${n % 10}`,
		[revenue(10 + n, { ledgerAccount: n % 2 === 0 ? '8000' : '8010', costUnit: 'FIETS' })],
		{
			client: by('code', n % 2 === 0 ? CLIENT : OTHER_CLIENT),
			additionalFields: { bookingReference: `order-${n}` },
		},
	),
);

describe.each(profiles)('100 invoices in one execution, %s sandbox', (profile) => {
	beforeEach(async () => await bench.reset(profile));

	const lookUps = (relations: number) => ({
		'GET current/Me 200': 1,
		'GET bulk/CRM/Accounts 200': relations,
		'GET bulk/Financial/GLAccounts 200': 1,
		'GET financial/Journals 200': 1,
		'GET vat/VATCodes 200': 1,
		'GET general/Currencies 200': 1,
		'GET financial/FinancialPeriods 200': 1,
		'GET read/financial/JournalStatusList 200': 1,
	});

	it.each<[string, readonly INodeParameters[], object]>([
		[
			'purchases',
			purchases,
			{
				...lookUps(1),
				'GET hrm/Costcenters 200': 1,
				'GET purchaseentry/PurchaseEntries 200': 3,
				'POST purchaseentry/PurchaseEntries 201': 100,
				'GET bulk/Financial/TransactionLines 200': 3,
			},
		],
		[
			'sales',
			sales,
			{
				...lookUps(1),
				'GET hrm/Costunits 200': 1,
				'GET salesentry/SalesEntries 200': 3,
				'POST salesentry/SalesEntries 201': 100,
				'GET bulk/Financial/TransactionLines 200': 3,
			},
		],
	])('takes at most 125 calls for %s; a rerun books nothing', async (_, all, expected) => {
		const { json } = await runAll(bench, all);
		expect(json).toHaveLength(100);
		expect(json.every((one) => one.alreadyBooked === false && !('_warnings' in one))).toBe(true);
		expect(await bench.countedCalls()).toEqual(expected);
		expect((await bench.calls()).length).toBeLessThanOrEqual(125);

		await bench.sandbox.clearLog();
		const again = await runAll(bench, all);
		expect(await posted(bench)).toEqual([]);
		expect((await bench.calls()).length).toBeLessThanOrEqual(20);
		expect(again.json).toEqual(json.map((one) => ({ ...one, alreadyBooked: true })));
	});
});

describe.each(profiles)('A single purchase with a file, %s sandbox', (profile) => {
	beforeEach(async () => await bench.reset(profile));

	it('takes these calls, and only reads when it is there', async () => {
		const parameters = purchase('F-1', [cost(100, { costCenter: 'VERK' })], {
			additionalFields: { file: 'data' },
		});
		const files = [binary({})];
		const lookUps = [
			'GET current/Me 200',
			'GET bulk/Financial/GLAccounts 200',
			'GET vat/VATCodes 200',
			'GET hrm/Costcenters 200',
			'GET bulk/CRM/Accounts 200',
			'GET financial/Journals 200',
			'GET general/Currencies 200',
			'GET financial/FinancialPeriods 200',
			'GET read/financial/JournalStatusList 200',
		].sort();
		await bench.run(parameters, { files });
		const calls = await bench.calls();
		expect(calls.slice(0, -4).sort()).toEqual(lookUps);
		expect(calls.slice(-4)).toEqual([
			'GET purchaseentry/PurchaseEntries 200',
			'POST purchaseentry/PurchaseEntries 201',
			'POST documents/DocumentAttachments 201',
			'GET bulk/Financial/TransactionLines 200',
		]);

		await bench.sandbox.clearLog();
		const [again] = (await bench.run(parameters, { files })).json;
		expect(again).toMatchObject({ alreadyBooked: true, attachment: { alreadyAttached: true } });
		const rest = (await bench.calls()).filter((call) => !lookUps.includes(call));
		expect(rest).toEqual([
			'GET purchaseentry/PurchaseEntries 200',
			'GET bulk/Documents/Documents 200',
			'GET bulk/Documents/DocumentAttachments 200',
			'GET bulk/Financial/TransactionLines 200',
		]);
	});
});
