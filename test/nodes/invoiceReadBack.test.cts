import {
	cost,
	countOf,
	expectBalanced,
	purchase,
	purchaseCredit,
	runAll,
} from '../harness/invoices.cjs';
import { Bench } from '../harness/n8n.cjs';
import type { Fault, Settings } from '../harness/sandbox.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
}, 30_000);
afterAll(async () => await bench.stop());
afterEach(async () => await expectBalanced(bench));

const profiles = ['strict', 'lenient'] as const;
async function fresh(profile: (typeof profiles)[number], settings: Settings = {}): Promise<void> {
	await bench.reset(profile);
	await bench.sandbox.settings(settings);
}

describe.each(['pending', 'final'])('totals that are %s in the answer', (postTotals) => {
	it.each(profiles)('are right in the output, %s sandbox', async (profile) => {
		await fresh(profile, { postTotals });
		const all = [purchase('P-1'), purchase('P-2', [cost(50, { vatCode: '2' })])];
		const { json } = await runAll(bench, all);
		expect(json).toEqual([
			expect.objectContaining({ net: 100, vat: 21, total: 121, totalInDivisionCurrency: 121 }),
			expect.objectContaining({ net: 41.32, vat: 8.68, total: 50 }),
		]);
	});

	it('are never shown as 0 when the ledger can not be read', async () => {
		await fresh('strict', { postTotals });
		await bench.sandbox.faults([
			{ match: { path: 'TransactionLines' }, fault: { kind: 'status', status: 500 } },
		]);
		const { json } = await bench.run(purchase('P-1'));
		const known = postTotals === 'final';
		expect(json).toEqual([
			expect.objectContaining({
				net: known ? 100 : null,
				vat: known ? 21 : null,
				total: known ? 121 : null,
				_warnings: ['It is booked, but could not be compared with the ledger afterwards'],
			}),
		]);
	});
});

describe('a ledger that can not be read afterwards', () => {
	const stays: Array<[string, Fault]> = [
		['500', { kind: 'status', status: 500 }],
		['503', { kind: 'status', status: 503 }],
		['reset', { kind: 'reset', when: 'before' }],
		['html', { kind: 'html' }],
	];
	it.each(stays)('%s: every item is booked, and says so', async (_, fault) => {
		await fresh('strict');
		await bench.sandbox.faults([{ match: { path: 'TransactionLines' }, times: 99, fault }]);
		const { json } = await runAll(bench, [purchase('R-1'), purchase('R-2')]);
		const warning = 'It is booked, but could not be compared with the ledger afterwards';
		expect(json.map((item) => item._warnings)).toEqual([[warning], [warning]]);
		expect(await countOf(bench, 'R-1')).toBe(1);
		await bench.sandbox.clearFaults();
		const again = await bench.run(purchase('R-1'));
		expect(again.json).toEqual([expect.objectContaining({ alreadyBooked: true, total: 121 })]);
	});

	it('only for a moment: nobody notices', async () => {
		await fresh('strict');
		const fault: Fault = { kind: 'status', status: 503 };
		await bench.sandbox.faults([{ match: { path: 'TransactionLines' }, fault }]);
		expect((await bench.run(purchase('R-1'))).json[0]).not.toHaveProperty('_warnings');
	});

	it('for a credit note in a return journal: it is booked, and says so', async () => {
		await fresh('lenient');
		const fault: Fault = { kind: 'status', status: 500 };
		await bench.sandbox.faults([{ match: { path: 'TransactionLines' }, times: 99, fault }]);
		const { json } = await bench.run(purchase('R-1', [cost()], purchaseCredit));
		expect(json).toEqual([expect.objectContaining({ alreadyBooked: false, total: -121 })]);
		expect(json[0]?._warnings).toHaveLength(1);
	});

	it('that does not show it yet: is said', async () => {
		await fresh('strict');
		await bench.sandbox.faults([
			{ match: { path: 'TransactionLines' }, fault: { kind: 'emptyPage' } },
		]);
		const { json } = await bench.run(purchase('R-1'));
		expect(json[0]?._warnings).toEqual([
			'The ledger does not show it yet, so it was not compared with what was asked for',
		]);
	});
});

describe('an entry that was booked before', () => {
	it('is shown with its own VAT, whatever the item asked for', async () => {
		await fresh('strict');
		await bench.run(purchase('B-1'));
		const { json } = await bench.run(purchase('B-1', [cost(121, { vatCode: '0' })]));
		expect(json).toEqual([expect.objectContaining({ alreadyBooked: true, net: 100, vat: 21 })]);
	});
});
