import type { INodeParameters } from 'n8n-workflow';

import { beforeEachCall } from '../harness/betweenCalls.cjs';
import { BE, inDivision, NL } from '../harness/inputs.cjs';
import { purchase, purchaseCredit, sale, salesCredit } from '../harness/invoices.cjs';
import { Bench } from '../harness/n8n.cjs';
import type { ProfileName } from '../harness/sandbox.cjs';
import { TriggerBench } from '../harness/trigger.cjs';
import {
	emptyCompanies,
	enter,
	enterOne,
	few,
	idsOf,
	MAY,
	MINUTE,
	salesInvoices,
	nothing,
} from './triggerEntries.cjs';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
}, 30_000);
afterAll(async () => await bench.stop());
beforeEach(async () => await bench.reset('strict', MAY));

const everyKind = ['customerInvoice', 'customerRefund', 'supplierInvoice', 'supplierRefund'];
const start = async (parameters: INodeParameters = salesInvoices) => {
	const trigger = new TriggerBench(bench, parameters);
	expect(await trigger.activate()).toEqual(nothing);
	return trigger;
};

describe('a new invoice', () => {
	const outputs: INodeParameters[] = [
		{ output: 'simplified' },
		{ output: 'raw' },
		{ output: 'selected', fieldsToReturn: ['number', 'total'] },
		{ output: 'simplified', options: { includeLines: false } },
	];
	const profiles: ProfileName[] = ['strict', 'lenient'];

	it.each(profiles.flatMap((profile) => outputs.map((output) => ({ profile, output }))))(
		'comes as the action node gives it ($profile, $output)',
		async ({ profile, output }) => {
			await bench.reset(profile, MAY);
			const trigger = await start({ ...salesInvoices, kinds: everyKind, ...output });
			const booked = [
				await bench.run(sale('T-1')),
				await bench.run(purchase('T-2')),
				await bench.run(purchase('T-3', undefined, purchaseCredit)),
				await bench.run(sale('T-4', undefined, salesCredit)),
			].map(({ json }) => String(json[0]?.id));
			const { json } = await trigger.poll();
			const asked = booked.map(async (invoice) => {
				const found = await bench.run(inDivision('invoice', 'get', { invoice, ...output }));
				return found.json[0];
			});
			const expected = await Promise.all(asked);
			expect(json).toHaveLength(4);
			expect(json).toEqual(expect.arrayContaining(expected));
		},
	);

	it('comes once: not again in the next poll, nor in another process', async () => {
		const trigger = await start();
		const id = await enterOne(bench);
		expect(idsOf((await trigger.poll()).json)).toEqual([id]);
		expect(await trigger.poll()).toEqual(nothing);
		trigger.restart();
		expect(await trigger.poll()).toEqual(nothing);
	});

	it('comes with the oldest first, whichever side and company it is from', async () => {
		const trigger = await start({
			...salesInvoices,
			divisions: [NL, BE],
			kinds: everyKind,
			...few,
		});
		const now = bench.world.now();
		const ids = await enter(bench, [
			{ created: now - 4000, entity: 'PurchaseEntries', type: 30, division: BE },
			{ created: now - 3000 },
			{ created: now - 2000, division: BE, type: 21 },
			{ created: now - 1000, entity: 'PurchaseEntries', type: 31 },
		]);
		expect(idsOf((await trigger.poll()).json)).toEqual(ids);
	});

	it('is left out when it is deleted before it can be read', async () => {
		const trigger = await start({ ...salesInvoices, ...few });
		const { json } = await bench.run(sale('GONE'));
		const undo = beforeEachCall(async (_, count) => {
			if (count !== 2) return;
			undo();
			await bench.run(inDivision('invoice', 'delete', { invoice: String(json[0]?.id) }));
		});
		expect(await trigger.poll()).toEqual(nothing);
		expect((await bench.calls()).filter((call) => call.startsWith('DELETE'))).toHaveLength(1);
	});

	it('is only of the kinds and journals that were chosen', async () => {
		const trigger = await start({ ...salesInvoices, journals: '70, 60', ...few });
		const [wanted] = await enter(bench, [{}, { type: 21 }, { journal: '71' }]);
		await enter(bench, [{ entity: 'PurchaseEntries', type: 30, journal: '60' }]);
		expect(idsOf((await trigger.poll()).json)).toEqual([wanted]);
	});
});

describe('the start', () => {
	it('brings nothing of what was there, nor what Exact shows again', async () => {
		await bench.run(sale('BEFORE'));
		const trigger = await start();
		expect(await trigger.poll()).toEqual(nothing);
	});

	it.each(['Europe/Amsterdam', 'America/New_York', 'Asia/Tokyo'])(
		'is at a date and time of choice, read in %s',
		async (timezone) => {
			const startFrom = '2026-05-04T08:00:00';
			const offset = { 'Europe/Amsterdam': 2, 'America/New_York': -4, 'Asia/Tokyo': 9 }[timezone];
			const instant = Date.UTC(2026, 4, 4, 8 - Number(offset));
			await bench.world.set(Date.UTC(2026, 4, 5));
			const made = [instant - 1000, instant, instant + MINUTE];
			const [, ...wanted] = await enter(
				bench,
				made.map((created) => ({ created })),
			);
			const trigger = new TriggerBench(
				bench,
				{ ...salesInvoices, ...few, options: { startFrom, includeLines: false } },
				{ timezone },
			);
			expect(idsOf((await trigger.activate()).json)).toEqual(wanted);
			expect(await trigger.poll()).toEqual(nothing);
		},
	);

	it('brings everything since then, however much it is', async () => {
		await enter(
			bench,
			Array.from({ length: 150 }, (_, n) => ({ created: MAY - (200 - n) * MINUTE })),
		);
		const options = { startFrom: '2026-05-01', includeLines: false };
		const trigger = new TriggerBench(bench, { ...salesInvoices, ...few, options });
		const { json } = await trigger.activate();
		expect(json).toHaveLength(150);
		const numbers = json.map(({ number }) => Number(number));
		expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
	});

	it('waits for no record: the first one of an empty company comes', async () => {
		await emptyCompanies(bench, 'strict', MAY);
		const trigger = await start();
		const id = await enterOne(bench);
		expect(idsOf((await trigger.poll()).json)).toEqual([id]);
	});

	it('refuses a journal that no company knows, and takes one that some know', async () => {
		const both = { ...salesInvoices, divisions: [NL, BE] };
		const wrong = new TriggerBench(bench, { ...both, journals: '70,999' });
		await expect(wrong.activate()).rejects.toMatchObject({
			message: `Unknown journal code in division ${NL}, ${BE}: 999`,
		});
		await start({ ...both, journals: '70' });
	});
});

describe('another choice', () => {
	it('of kinds and journals brings nothing old', async () => {
		const trigger = await start({ ...salesInvoices, journals: '70', ...few });
		await enter(bench, [{ type: 21 }, { journal: '71' }]);
		expect(await trigger.poll()).toEqual(nothing);
		expect(await trigger.change({ kinds: everyKind, journals: '' })).toEqual(nothing);
		expect(await trigger.poll()).toEqual(nothing);
		const id = await enterOne(bench, { type: 21 });
		expect(idsOf((await trigger.poll()).json)).toEqual([id]);
	});

	it('of kinds and journals loses nothing that was wanted before as well', async () => {
		const trigger = await start({ ...salesInvoices, ...few });
		const [refund, invoice] = await enter(bench, [{ type: 21 }, {}]);
		const { json } = await trigger.change({ kinds: everyKind });
		expect(idsOf(json)).toEqual([invoice]);
		expect(await trigger.poll()).toEqual(nothing);
		expect(idsOf((await trigger.change({ kinds: ['customerRefund'] })).json)).not.toContain(refund);
	});

	it('of companies begins with what comes from now on, and forgets the one that left', async () => {
		const trigger = await start({ ...salesInvoices, ...few });
		await enterOne(bench, { division: BE });
		expect(await trigger.change({ divisions: [NL, BE] })).toEqual(nothing);
		const id = await enterOne(bench, { division: BE });
		expect(idsOf((await trigger.poll()).json)).toEqual([id]);
		await trigger.change({ divisions: [BE] });
		expect(Object.keys(trigger.state.bookmarks as object)).toEqual([`${BE} salesEntries`]);
	});

	it('of the site begins anew', async () => {
		const trigger = await start({ ...salesInvoices, ...few });
		trigger.saved = trigger.saved.replace(bench.sandbox.url, 'https://start.exactonline.be');
		trigger.restart();
		await enterOne(bench);
		expect(await trigger.poll()).toEqual(nothing);
		const id = await enterOne(bench);
		expect(idsOf((await trigger.poll()).json)).toEqual([id]);
	});
});

describe('Fetch Test Event', () => {
	it('shows the newest real record, and leaves the state alone', async () => {
		const trigger = await start({ ...salesInvoices, kinds: everyKind });
		const before = JSON.stringify(trigger.state);
		const { json: booked } = await bench.run(purchase('NEWEST'));
		await bench.sandbox.clearLog();
		const shown = await trigger.fetchTestEvent();
		const { json } = await bench.run(
			inDivision('invoice', 'get', { invoice: String(booked[0]?.id) }),
		);
		expect(shown).toEqual(json);
		expect(JSON.stringify(trigger.state)).toBe(before);
		expect(idsOf((await trigger.poll()).json)).toEqual(idsOf(json));
	});

	it('takes one call to find it', async () => {
		const trigger = new TriggerBench(bench, { ...salesInvoices, ...few });
		await trigger.fetchTestEvent();
		expect(await bench.calls()).toEqual(Array(2).fill('GET salesentry/SalesEntries 200'));
	});

	it('says that there is none', async () => {
		const trigger = new TriggerBench(bench, { ...salesInvoices, journals: '71', ...few });
		await expect(trigger.fetchTestEvent()).rejects.toMatchObject({
			message: `There is no invoice yet in division ${NL} that this trigger would return`,
			description: expect.stringContaining('choose fewer filters'),
		});
	});
});

describe('the divisions', () => {
	it.each([`${NL},${BE}`, ` ${NL} , ${BE} `, [NL, BE], [String(NL), BE, NL]])(
		'are taken as %j',
		async (divisions) => {
			await start({ ...salesInvoices, divisions });
			expect((await bench.sandbox.log()).map(({ division }) => division)).toEqual([NL, BE]);
		},
	);

	it.each([
		['', "'Division Names or IDs' is empty"],
		['abc', `'Division Names or IDs' is "abc"`],
		[Array.from({ length: 26 }, (_, n) => n + 1), "'Division Names or IDs' names 26 divisions"],
	])('%j is refused before anything is sent', async (divisions, message) => {
		const trigger = new TriggerBench(bench, { ...salesInvoices, divisions });
		await expect(trigger.activate()).rejects.toMatchObject({ message });
		expect(await bench.calls()).toEqual([]);
	});

	it('can be ticked in a list', async () => {
		const trigger = new TriggerBench(bench, salesInvoices);
		expect(await trigger.divisionsOffered()).toEqual([
			{ name: 'Ateliers Fermés SA (4400001)', value: 4400001 },
			{ name: `Brouwerij De Linde BV (${BE})`, value: BE },
			{ name: `Rijwielfabriek Van Dam B.V. (${NL})`, value: NL },
		]);
	});
});
