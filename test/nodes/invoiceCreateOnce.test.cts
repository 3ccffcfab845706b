import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { by, NL } from '../harness/inputs.cjs';
import {
	cost,
	countOf,
	expectBalanced,
	OTHER_SUPPLIER,
	posted,
	purchase,
	purchaseCredit,
	revenue,
	runAll,
	sale,
	salesCredit,
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
const more = (additionalFields: INodeParameters) => ({ additionalFields });
const journal = (code: string) => ({ journal: by('code', code) });
const sideOf = (item: IDataObject | undefined) => [item?.id, item?.alreadyBooked];

/** How many were sent, besides what was there before. */
const sent = async () => (await posted(bench)).length;

describe.each(profiles)('An invoice is booked once, %s sandbox', (profile) => {
	beforeEach(async () => await bench.reset(profile));

	it.each<[string, INodeParameters]>([
		["a supplier's number", purchase('F-1')],
		['a booking reference', sale('', [revenue()], more({ bookingReference: 'order 7' }))],
		['a number', sale('', [revenue()], more({ entryNumber: '26709001' }))],
		[
			"a supplier's credit note",
			purchase('C-1', [cost()], { ...purchaseCredit, ...more(journal('61')) }),
		],
	])('by %s: in one run, and in the next', async (_, parameters) => {
		const { json } = await runAll(bench, [parameters, parameters]);
		const before = await sent();
		const [first, second] = json;
		expect(first).toMatchObject({ alreadyBooked: false });
		expect(sideOf(second)).toEqual([first?.id, true]);
		const [again] = (await bench.run(parameters)).json;
		expect(sideOf(again)).toEqual([first?.id, true]);
		expect(again?.total).toBe(first?.total);
		expect(await sent()).toBe(before);
		const booked = await bench.sandbox.records(NL, 'TransactionLines');
		expect(new Set(booked.filter(({ EntryID }) => EntryID === first?.id)).size).toBe(3);
	});

	it("twice with a client's reference: it comes back every month", async () => {
		const { json } = await runAll(bench, [
			sale('PO 12'),
			sale('PO 12', [revenue()], { invoiceDate: '2026-04-10' }),
		]);
		expect(json.map(({ alreadyBooked }) => alreadyBooked)).toEqual([false, false]);
		expect(await countOf(bench, 'PO 12')).toBe(2);
		const [same] = (await bench.run(sale('PO 12'))).json;
		expect(same?.alreadyBooked).toBe(false);
	});

	it('twice with the same reference of two suppliers, or as invoice and credit note', async () => {
		const all = [
			purchase('2026-1'),
			purchase('2026-1', [cost()], { supplier: by('code', OTHER_SUPPLIER) }),
			purchase('2026-1', [cost()], { ...purchaseCredit, ...more(journal('61')) }),
		];
		// One by one: each sees what the others have booked.
		const shown: IDataObject[] = [];
		for (const one of all) shown.push(...(await bench.run(one)).json);
		expect(shown.map(({ alreadyBooked }) => alreadyBooked)).toEqual([false, false, false]);
		const { json } = await runAll(bench, all);
		expect(json.map(sideOf)).toEqual(shown.map(({ id }) => [id, true]));
		expect(await countOf(bench, '2026-1')).toBe(3);
	});

	it('whatever the case and blanks of the reference', async () => {
		const { json } = await runAll(bench, [purchase('Inv-7a'), purchase(' INV-7A ')]);
		expect(json[1]).toMatchObject({ id: json[0]?.id, alreadyBooked: true });
		const [again] = (await bench.run(purchase('inv-7A'))).json;
		expect(again).toMatchObject({ id: json[0]?.id, alreadyBooked: true });
		expect(await sent()).toBe(1);
	});

	it.each<[string, INodeParameters, RegExp]>([
		['date', { invoiceDate: '2026-03-11' }, /its date is 2026-03-10, not 2026-03-11$/],
		['currency', more({ currency: by('code', 'USD') }), /its currency is EUR, not USD$/],
		['total', { linesJson: JSON.stringify([cost(100.1)]) }, /its total is 121\.00, not 121\.12$/],
	])('and another %s is a conflict that names the entry', async (_, change, difference) => {
		const [first] = (await bench.run(purchase('F-2'))).json;
		const error = await bench.fail({ ...purchase('F-2'), ...change });
		expect(error.context.code).toBe('CONFLICT');
		expect(error.message).toMatch(
			/^A purchase invoice with reference F-2 of supplier 5084 is booked already: entry \d+ in journal 60, but/,
		);
		expect(error.message).toMatch(difference);
		expect(error.context.details).toMatchObject({
			entryId: first?.id,
			entryNumber: String(first?.number),
		});
		expect(await sent()).toBe(1);
		const { json } = await runAll(bench, [purchase('F-3'), { ...purchase('F-3'), ...change }], {
			continueOnFail: true,
		});
		expect(json[1]).toMatchObject({ code: 'CONFLICT' });
		expect(await countOf(bench, 'F-3')).toBe(1);
	});

	it('even where Exact chose the VAT: its amounts have to fit', async () => {
		const line = (amount: number) => [{ ledgerAccount: '4100', amount }];
		const { json } = await runAll(bench, [purchase('U-1', line(100)), purchase('U-1', line(100))]);
		expect(json[1]).toMatchObject({ id: json[0]?.id, alreadyBooked: true });
		await bench.run(purchase('U-2', [cost(100)]));
		expect((await bench.run(purchase('U-2', line(100)))).json[0]?.alreadyBooked).toBe(true);
		expect((await bench.run(purchase('U-2', line(121)))).json[0]?.alreadyBooked).toBe(true);
		for (const amount of [99, 121.01]) {
			const error = await bench.fail(purchase('U-2', line(amount)));
			expect(error.context.code).toBe('CONFLICT');
			expect(error.message).toContain(`its total is 121.00, not ${amount.toFixed(2)}`);
		}
		const twins = [purchase('U-3', line(1)), purchase('U-3', line(2))];
		const { json: both } = await runAll(bench, twins, { continueOnFail: true });
		expect(both.map(({ code }) => code)).toEqual([undefined, 'CONFLICT']);
	});

	it('and an error when that was asked for', async () => {
		const fail = { options: { ifAlreadyBooked: 'fail' } };
		const [first] = (await bench.run(purchase('F-4', [cost()], fail))).json;
		const error = await bench.fail(purchase('F-4', [cost()], fail));
		expect(error.context).toMatchObject({ code: 'CONFLICT', details: { entryId: first?.id } });
		expect(error.message).toMatch(/is booked already: entry \d+ in journal 60$/);
		const { json } = await runAll(
			bench,
			[purchase('F-5', [cost()], fail), purchase('F-5', [cost()], fail)],
			{ continueOnFail: true },
		);
		expect(json.map(({ code }) => code)).toEqual([undefined, 'CONFLICT']);
		expect(await sent()).toBe(2);
	});

	it('and not taken for the credit note with the same booking reference', async () => {
		const key = more({ bookingReference: 'order 8' });
		const back = more({ bookingReference: 'order 8', ...journal('71') });
		await bench.run(sale('', [revenue()], key));
		const error = await bench.fail(sale('', [revenue()], { ...salesCredit, ...back }));
		expect(error.context.code).toBe('CONFLICT');
		expect(error.message).toMatch(/it is a sales invoice, not a sales credit note$/);
		const { json } = await runAll(
			bench,
			[
				sale('', [revenue()], more({ bookingReference: 'order 9', ...journal('70') })),
				sale('', [revenue()], {
					...salesCredit,
					...more({ ...journal('71'), bookingReference: 'order 9' }),
				}),
			],
			{ continueOnFail: true },
		);
		expect(json[1]?.error).toMatch(/it is a sales invoice, not a sales credit note$/);
		expect(await sent()).toBe(2);
	});

	it('and not by a number of another year or journal', async () => {
		const number = more({ entryNumber: '4711' });
		const { json } = await runAll(bench, [
			sale('', [revenue()], number),
			sale('', [revenue()], { ...number, invoiceDate: '2025-12-31' }),
			sale('', [revenue()], { ...salesCredit, ...more({ ...journal('71'), entryNumber: '4711' }) }),
		]);
		expect(json.map(({ alreadyBooked }) => alreadyBooked)).toEqual([false, false, false]);
	});

	it('with a number that another invoice has: a conflict', async () => {
		const [first] = (await bench.run(sale())).json;
		const number = String(first?.number);
		const error = await bench.fail(sale('', [revenue(7)], more({ entryNumber: number })));
		expect(error.context.code).toBe('CONFLICT');
		expect(error.message).toContain(
			`number ${number} in journal 70, year 2026 is booked already: entry ${number}`,
		);
		expect(await sent()).toBe(1);
	});

	it('with one file, whichever of two items brings it', async () => {
		const parameters = purchase('F-6', [cost()], more({ file: 'data' }));
		const files = [binary({}), binary({})];
		const { json } = await runAll(bench, [parameters, parameters], { files });
		expect(json[1]).toMatchObject({ alreadyBooked: true, attachment: { alreadyAttached: true } });
		const attached = await bench.sandbox.records(NL, 'DocumentAttachments');
		const mine = attached.filter(({ Document }) => Document === json[0]?.documentId);
		expect(mine).toHaveLength(1);
	});
});

it('says that a number was not kept, and finds the invoice by it all the same', async () => {
	await bench.reset('strict');
	const parameters = sale('', [revenue()], more({ entryNumber: '26709002' }));
	const [first] = (await bench.run(parameters)).json;
	expect(first?._warnings).toEqual([
		`Exact Online numbered the entry ${String(first?.number)} instead of 26709002`,
	]);
	expect(first).toMatchObject({ bookingReference: '70/2026/26709002' });
	const [again] = (await bench.run(parameters)).json;
	expect(sideOf(again)).toEqual([first?.id, true]);
	expect(again?._warnings).toEqual(first?._warnings);
	await bench.reset('lenient');
	const [kept] = (await bench.run(parameters)).json;
	expect(kept).toMatchObject({ number: 26709002 });
	expect(kept).not.toHaveProperty('_warnings');
});
