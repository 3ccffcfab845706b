import type { INodeParameters } from 'n8n-workflow';

import { BE, by, NL, NOT_GRANTED } from '../harness/inputs.cjs';
import {
	cost,
	expectBalanced,
	inBelgium,
	posted,
	purchase,
	revenue,
	runAll,
	sale,
} from '../harness/invoices.cjs';
import { Bench, type ShownError } from '../harness/n8n.cjs';
import { MONDAY } from '../harness/world.cjs';
import { booked, everything, type Everything } from './booking.cjs';

let bench: Bench;
let demo: Everything;
beforeAll(async () => {
	bench = await Bench.start();
}, 30_000);
afterAll(async () => await bench.stop());
beforeEach(async () => {
	await bench.reset();
	demo = await everything(bench);
});
afterEach(async () => await expectBalanced(bench));

const references = (count: number) => Array.from({ length: count }, (_, n) => `N-${n + 1}`);
const purchases = (count: number) => references(count).map((reference) => purchase(reference));
const entries = async () => (await booked(bench, demo)).entries;
const callsOf = async (endpoint: string, method = 'GET') =>
	(await bench.sandbox.log()).filter(
		(call) => call.method === method && call.endpoint === endpoint,
	);
const codes = (json: ReadonlyArray<{ code?: unknown }>) => json.map(({ code }) => code);

describe('chunks of 40', () => {
	it.each([
		[1, 1],
		[39, 1],
		[40, 1],
		[41, 2],
		[80, 2],
		[81, 3],
	])('%i items take %i looks before and after, and come out in order', async (count, chunks) => {
		await bench.sandbox.settings({ minuteLimit: 1000 });
		const { json, items } = await runAll(bench, purchases(count));
		expect(json.map(({ reference }) => reference)).toEqual(references(count));
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
			references(count).map((_, item) => ({ item })),
		);
		expect(await posted(bench)).toHaveLength(count);
		expect(await callsOf('purchaseentry/PurchaseEntries')).toHaveLength(chunks);
		expect(await callsOf('bulk/Financial/TransactionLines')).toHaveLength(chunks);
		expect(await entries()).toHaveLength(count);
		await bench.sandbox.clearLog();
		const again = await runAll(bench, purchases(count));
		expect(again.json.every(({ alreadyBooked }) => alreadyBooked === true)).toBe(true);
		expect(again.json.map(({ id }) => id)).toEqual(json.map(({ id }) => id));
		expect(await posted(bench)).toEqual([]);
	});

	it('knows across their border what was booked already', async () => {
		await bench.sandbox.settings({ minuteLimit: 1000 });
		const { json } = await runAll(bench, [...purchases(40), purchase('N-1')]);
		expect(json[40]).toMatchObject({ id: json[0]?.id, alreadyBooked: true });
		expect(await posted(bench)).toHaveLength(40);
	});

	it('loses no item of a chunk that can not be looked up, nor of the next', async () => {
		await bench.sandbox.settings({ minuteLimit: 1000 });
		const match = { method: 'GET', path: 'PurchaseEntries' };
		await bench.sandbox.faults([{ match, fault: { kind: 'status', status: 500 } }]);
		const { json } = await runAll(bench, purchases(41), { continueOnFail: true });
		expect(new Set(codes(json.slice(0, 40)))).toEqual(new Set(['UNAVAILABLE']));
		expect(json[40]).toMatchObject({ reference: 'N-41', alreadyBooked: false });
		expect(await posted(bench)).toHaveLength(1);
	});
});

describe('two divisions in one execution', () => {
	const belgian = (reference: string, more: INodeParameters = {}) =>
		purchase(reference, [cost(100, { ledgerAccount: '610000' })], {
			...inBelgium,
			additionalFields: { journal: by('code', '60') },
			...more,
		});
	const dutch = (reference: string) =>
		purchase(reference, [cost()], { additionalFields: { journal: by('code', '60') } });
	const elsewhere = (reference: string) => belgian(reference, { division: by('id', NOT_GRANTED) });

	it('get their own items, in the order in which they came', async () => {
		const all = [dutch('X-1'), belgian('X-1'), dutch('X-2'), belgian('X-2')];
		const { json } = await runAll(bench, all);
		expect(json.map(({ division, reference }) => [division, reference])).toEqual([
			[NL, 'X-1'],
			[BE, 'X-1'],
			[NL, 'X-2'],
			[BE, 'X-2'],
		]);
		const log = await callsOf('purchaseentry/PurchaseEntries', 'POST');
		expect(log.map(({ division }) => division)).toEqual([NL, NL, BE, BE]);
		const accounts = log.map(({ body }) => JSON.stringify(body));
		expect(new Set(accounts).size).toBe(4);
	});

	it('one of them forbidden: the other is booked, when the node goes on', async () => {
		const all = [elsewhere('X-1'), dutch('X-1'), elsewhere('X-2')];
		const { json } = await runAll(bench, all, { continueOnFail: true });
		expect(codes(json)).toEqual(['DIVISION_UNKNOWN', undefined, 'DIVISION_UNKNOWN']);
		expect(json[1]).toMatchObject({ division: NL, alreadyBooked: false });
		const refused = (await bench.sandbox.log()).filter(({ status }) => status === 403);
		expect(refused).toHaveLength(1);
	});

	it('one of them forbidden: each item names itself, though they fail for one reason', async () => {
		const all = [elsewhere('X-1'), dutch('X-1'), elsewhere('X-2')];
		const { items } = await runAll(bench, all, { continueOnFail: true });
		const named = items.map(({ error }) => (error as ShownError | undefined)?.context.itemIndex);
		expect(named).toEqual([0, undefined, 2]);
	});

	it('one of them forbidden: nothing is sent, when the node stops', async () => {
		const error = await runAll(bench, [dutch('X-1'), elsewhere('X-1')]).then(
			() => undefined,
			(shown: ShownError) => shown,
		);
		expect(error?.context).toMatchObject({ code: 'DIVISION_UNKNOWN', itemIndex: 1 });
		expect(await posted(bench)).toEqual([]);
	});
});

describe('the limits', () => {
	it('60 calls a minute: 200 items keep to it, and none is refused', async () => {
		const { json, hints } = await runAll(bench, purchases(200));
		expect(json).toHaveLength(200);
		const log = (await bench.sandbox.log()).filter(({ counted }) => counted.minute);
		expect(log.filter(({ status }) => status === 429)).toEqual([]);
		const minutes = new Map<number, number>();
		for (const { at } of log) {
			const minute = Math.floor(at / 60_000);
			minutes.set(minute, (minutes.get(minute) ?? 0) + 1);
		}
		expect(Math.max(...minutes.values())).toBeLessThanOrEqual(60);
		expect(bench.world.now() - MONDAY).toBeLessThan(4 * 60_000);
		expect(hints).toEqual([expect.stringMatching(/^Waited \d+ seconds/)]);
	});

	it('the day in the middle of a batch: what is booked is shown, the rest fails unsent', async () => {
		// Eight look-ups and the look for duplicates go before the first one.
		await bench.sandbox.settings({ dayLimit: 12 });
		const { json } = await runAll(bench, purchases(5), { continueOnFail: true });
		const [first, ...rest] = json;
		const booking = await entries();
		const failed = json.filter(({ code }) => code === 'DAY_LIMIT');
		expect(failed).toHaveLength(5 - booking.length);
		expect(booking.length).toBeGreaterThan(0);
		expect(booking.length).toBeLessThan(5);
		expect(first).toMatchObject({
			alreadyBooked: false,
			_warnings: ['It is booked, but could not be compared with the ledger afterwards'],
		});
		expect(rest.at(-1)?.code).toBe('DAY_LIMIT');
		expect(await posted(bench)).toHaveLength(booking.length);
		await bench.world.set(Date.UTC(2026, 2, 17, 0, 1));
		await bench.sandbox.settings({ dayLimit: 5000 });
		const again = await runAll(bench, purchases(5));
		expect(again.json.filter(({ alreadyBooked }) => alreadyBooked)).toHaveLength(booking.length);
		expect(await entries()).toHaveLength(5);
	});

	it('refusals of the content are HTTP 500: 200 of them never close the endpoint', async () => {
		const body = { error: { message: { value: 'Not allowed: Journal' } } };
		const match = { method: 'POST', path: 'PurchaseEntries' };
		const fault = { kind: 'status', status: 500, body } as const;
		await bench.sandbox.faults([{ match, times: 199, fault }]);
		const { json } = await runAll(bench, purchases(200), { continueOnFail: true });
		const [last, ...others] = [...json].reverse();
		expect(last).toMatchObject({ reference: 'N-200', alreadyBooked: false });
		expect(new Set(others.map(({ error }) => error)).size).toBe(1);
		expect(others[0]?.details).toMatchObject({ exactText: 'Not allowed: Journal' });
		expect(await callsOf('purchaseentry/PurchaseEntries', 'POST')).toHaveLength(200);
	});

	it.each([400, 401, 403, 404])('HTTP %i counts: nothing is sent after eight', async (status) => {
		const match = { method: 'POST', path: 'PurchaseEntries' };
		const body = { error: { message: { value: 'Bad Request - Error in query syntax.' } } };
		const fault = { kind: 'status', status, body } as const;
		await bench.sandbox.faults([{ match, times: 200, fault }]);
		const { json } = await runAll(bench, purchases(50), { continueOnFail: true });
		expect(await callsOf('purchaseentry/PurchaseEntries', 'POST')).toHaveLength(8);
		expect(json.filter(({ code }) => code === 'ERROR_LIMIT')).toHaveLength(42);
		const other = await bench.run(sale('', [revenue()]));
		expect(other.json).toHaveLength(1);
	});
});
