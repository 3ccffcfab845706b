import { BE, NL, NOT_GRANTED } from '../harness/inputs.cjs';
import { beforeEachCall } from '../harness/betweenCalls.cjs';
import type { Fault } from '../harness/sandbox.cjs';
import { TriggerBench } from '../harness/trigger.cjs';
import {
	enter,
	enterOne,
	few,
	idsOf,
	MAY,
	MINUTE,
	salesInvoices,
	nothing,
} from './triggerEntries.cjs';
import { bench, everySide, keepWatch, start, wait } from './triggerWatch.cjs';

keepWatch();

/** Both sides of two companies, one of them with more than a page. */
const scene = async () => {
	const trigger = await start({
		divisions: [NL, BE],
		kinds: everySide,
		output: 'simplified',
		options: { includeLines: true },
	});
	const ids = await enter(bench, [
		...Array.from({ length: 70 }, () => ({})),
		{ entity: 'PurchaseEntries', type: 30 },
		{ division: BE },
		{ division: BE, entity: 'PurchaseEntries', type: 30 },
	]);
	return { trigger, ids };
};

describe('a poll that fails at any of its calls', () => {
	it.each<Fault>([
		{ kind: 'status', status: 503 },
		{ kind: 'empty500' },
		{ kind: 'truncate' },
		{ kind: 'status', status: 429 },
	])(
		'loses nothing and brings nothing twice ($kind $status)',
		async (fault) => {
			const { trigger: rehearsal } = await scene();
			await rehearsal.poll();
			const { length } = await bench.calls();
			expect(length).toBeGreaterThan(10);
			for (let skip = 0; skip < length; skip++) {
				await bench.reset('strict', MAY);
				const { trigger, ids } = await scene();
				await bench.sandbox.faults([{ match: { path: '.' }, skip, times: 9, fault }]);
				const failed = await trigger.poll();
				await bench.sandbox.clearFaults();
				const received = [...failed.json];
				// A 429 without headers closes the minute.
				for (let poll = 0; poll < 2; poll++) {
					await wait(2);
					received.push(...(await trigger.poll()).json);
				}
				expect([skip, idsOf(received).sort()]).toEqual([skip, ids]);
				expect(failed.error === undefined).toBe(fault.kind === 'status' && fault.status === 429);
			}
		},
		180_000,
	);

	it('leaves what it remembers alone when nothing came of it', async () => {
		const trigger = await start();
		const before = JSON.stringify(trigger.state.bookmarks);
		await enterOne(bench);
		await bench.sandbox.faults([
			{ match: { path: 'EntryNumber' }, times: 9, fault: { kind: 'empty500' } },
		]);
		expect((await trigger.poll()).error).toBeDefined();
		expect(JSON.stringify(trigger.state.bookmarks)).toBe(before);
	});
});

describe('one list that can not be read', () => {
	it('is an error of its own; what the others bring is handed over once', async () => {
		const trigger = await start({ divisions: [NL, BE] });
		const fault = { kind: 'status', status: 403 } as const;
		const id = await enterOne(bench, { division: BE });
		await bench.sandbox.faults([{ match: { path: `${NL}/` }, fault }]);
		const polled = await trigger.poll();
		expect(idsOf(polled.json)).toEqual([id]);
		expect(polled.error?.context.code).toBe('FORBIDDEN');
		const again = await trigger.poll();
		expect(again).toEqual(nothing);
	});

	it('keeps a workflow from being activated', async () => {
		const trigger = new TriggerBench(bench, { ...salesInvoices, divisions: [NL, NOT_GRANTED] });
		await expect(trigger.activate()).rejects.toMatchObject({
			context: expect.objectContaining({ code: expect.stringMatching(/FORBIDDEN|DIVISION/) }),
		});
	});
});

describe('a login that has ended', () => {
	it('asks for reconnecting, in one call for all lists', async () => {
		const trigger = await start({ divisions: [NL, BE], kinds: everySide });
		await bench.sandbox.revokeTokens();
		await wait(11);
		const { error } = await trigger.poll();
		expect(error?.context.code).toBe('RECONNECT');
		const calls = await bench.calls();
		expect(calls.filter((call) => call.startsWith('GET')).length).toBeLessThanOrEqual(1);
	});
});

describe('a service that is down', () => {
	it('is asked for one list only', async () => {
		const trigger = await start({ divisions: [NL, BE], kinds: everySide });
		const fault = { kind: 'status', status: 503 } as const;
		await bench.sandbox.faults([{ match: { path: '.' }, times: 99, fault }]);
		const { error } = await trigger.poll();
		expect(error?.context.code).toBe('UNAVAILABLE');
		const log = await bench.sandbox.log();
		expect(new Set(log.map(({ division, endpoint }) => `${division} ${endpoint}`)).size).toBe(1);
	});
});

describe('two polls at once', () => {
	it('are one: the second ends at once, and nothing comes twice', async () => {
		const trigger = await start();
		const id = await enterOne(bench);
		const both = await Promise.all([trigger.poll(), trigger.poll()]);
		expect(both.map(({ json }) => idsOf(json))).toEqual([[id], []]);
		expect(await bench.calls()).toHaveLength(2);
	});

	it('of which the first failed do not keep the next one waiting', async () => {
		const trigger = await start();
		await bench.sandbox.faults([
			{ match: { path: '.' }, times: 9, fault: { kind: 'status', status: 503 } },
		]);
		await trigger.poll();
		await bench.sandbox.clearFaults();
		const id = await enterOne(bench);
		expect(idsOf((await trigger.poll()).json)).toEqual([id]);
	});
});

describe('what is entered while a poll reads', () => {
	it('comes once, with this poll or the next', async () => {
		const trigger = await start();
		const ids = await enter(
			bench,
			Array.from({ length: 200 }, () => ({})),
		);
		const undo = beforeEachCall(async () => {
			if (ids.length > 220) return;
			ids.push(await enterOne(bench, { created: bench.world.now() - 9 * MINUTE }));
			ids.push(await enterOne(bench));
		});
		const received = idsOf((await trigger.poll()).json);
		undo();
		for (let poll = 0; poll < 2; poll++) {
			received.push(...idsOf((await trigger.poll()).json));
			await wait(1);
		}
		expect(received.sort()).toEqual(ids);
	});
});

describe('a process that dies between handing over and saving', () => {
	it('brings the records of that poll again, and no others: n8n saves after it starts the execution', async () => {
		const trigger = await start();
		const first = await enterOne(bench);
		expect(idsOf((await trigger.poll()).json)).toEqual([first]);
		const id = await enterOne(bench);
		expect(idsOf((await trigger.crash()).json)).toEqual([id]);
		expect(idsOf((await trigger.poll()).json)).toEqual([id]);
		expect(await trigger.poll()).toEqual(nothing);
	});
});

describe('what n8n kept', () => {
	it.each(['{}', '{"node:Exact Online Trigger":{"bookmarks":null}}'])(
		'of another kind (%s) is a new start',
		async (saved) => {
			const trigger = new TriggerBench(bench, { ...salesInvoices, ...few }, { saved });
			expect(await trigger.poll()).toEqual(nothing);
			const id = await enterOne(bench);
			expect(idsOf((await trigger.poll()).json)).toEqual([id]);
		},
	);
});
