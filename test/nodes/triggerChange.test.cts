import type { INodeParameters } from 'n8n-workflow';

import { BE, NL } from '../harness/inputs.cjs';
import { TriggerBench } from '../harness/trigger.cjs';
import { enter, enterOne, few, idsOf, nothing, salesInvoices } from './triggerEntries.cjs';
import { bench, everySide, keepWatch, start, wait } from './triggerWatch.cjs';

keepWatch();

describe('a change of the panel', () => {
	it.each([
		['less', '', '70'],
		['more', '70', ''],
	])(
		'to %s journals amid a long reading brings what was wanted before and is still',
		async (_, before, after) => {
			const trigger = await start({ journals: before });
			await bench.sandbox.settings({ minuteLimit: 5 });
			const began = bench.world.now();
			const entries = Array.from({ length: 400 }, (_entry, n) => ({
				created: began - (400 - n) * 1000,
				journal: n % 2 === 0 ? '70' : '71',
			}));
			const ids = await enter(bench, entries);
			await wait(1);
			const received = idsOf((await trigger.poll()).json);
			expect(received.length).toBeLessThan(200);
			const known = new Set(received);
			await wait(1);
			received.push(...idsOf((await trigger.change({ journals: after })).json));
			for (let poll = 0; poll < 9; poll++) {
				await wait(1);
				received.push(...idsOf((await trigger.poll()).json));
			}
			const wanted = ids.filter((id, n) => n % 2 === 0 || known.has(id));
			expect([...received].sort()).toEqual(wanted);
		},
	);

	it('to less brings nothing of what was wanted before', async () => {
		const trigger = await start();
		await enterOne(bench, { journal: '71' });
		expect(await trigger.change({ journals: '70' })).toEqual(nothing);
		expect(await trigger.poll()).toEqual(nothing);
	});

	it('of journals looks the codes up, and no other poll does', async () => {
		const trigger = await start({ journals: '70' });
		await bench.sandbox.clearLog();
		await trigger.poll();
		expect(await bench.calls()).toHaveLength(1);
		await expect(trigger.change({ journals: '70,999' })).rejects.toMatchObject({
			message: `Unknown journal code in division ${NL}: 999`,
		});
	});

	it.each<INodeParameters>([
		{ options: { startFrom: '2020-01-01', includeLines: false } },
		{ options: { includeLines: false, includeFiles: 'list' } },
		{ output: 'raw' },
		{ divisions: [BE, NL] },
		{ kinds: everySide },
	])('to %j leaves the place in the other lists alone', async (parameters) => {
		const trigger = await start();
		const id = await enterOne(bench);
		const changed = await trigger.change(parameters);
		const found = changed.json.map(({ id: simple, EntryID }) => simple ?? EntryID);
		expect(found).toEqual([id]);
		expect(await trigger.poll()).toEqual(nothing);
	});

	it('of the event begins anew, and so does the way back', async () => {
		const trigger = await start();
		const financial = { event: 'newFinancialEntry', options: {} };
		expect(await trigger.change(financial)).toEqual(nothing);
		expect(Object.keys(trigger.state.bookmarks as object)).toEqual([
			`${NL} bankEntries`,
			`${NL} cashEntries`,
		]);
		await enterOne(bench);
		expect(await trigger.change({ event: 'newInvoice', ...few })).toEqual(nothing);
		const id = await enterOne(bench);
		expect(idsOf((await trigger.poll()).json)).toEqual([id]);
	});
});

describe('two triggers in one workflow', () => {
	it('do not keep each other waiting', async () => {
		const first = await start();
		const panel = { ...salesInvoices, ...few };
		const second = new TriggerBench(bench, panel, { id: 'trigger-2' });
		await second.activate();
		const id = await enterOne(bench);
		const both = await Promise.all([first.poll(), second.poll()]);
		expect(both.map(({ json }) => idsOf(json))).toEqual([[id], [id]]);
	});
});
