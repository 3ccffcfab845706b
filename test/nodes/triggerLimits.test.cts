import { BE, NL } from '../harness/inputs.cjs';
import { beforeEachCall } from '../harness/betweenCalls.cjs';
import { TriggerBench } from '../harness/trigger.cjs';
import { enter, enterOne, few, idsOf, salesInvoices, nothing } from './triggerEntries.cjs';
import { bench, everySide, keepWatch, start, wait } from './triggerWatch.cjs';

keepWatch();
const many = (length: number, more: object = {}) =>
	Array.from({ length }, (_, n) => ({ created: bench.world.now() - (length - n) * 1000, ...more }));

describe('a poll without news', () => {
	it('costs one call for each list and division', async () => {
		const trigger = await start({ divisions: [NL, BE], kinds: everySide });
		for (let poll = 0; poll < 3; poll++) await trigger.poll();
		const lists = [NL, BE].flatMap((division) =>
			['salesentry/SalesEntries', 'purchaseentry/PurchaseEntries'].map(
				(path) => `${division} ${path}`,
			),
		);
		const log = await bench.sandbox.log();
		const calls = log.map(({ division, endpoint }) => `${division} ${endpoint}`);
		expect(calls).toEqual([...lists, ...lists, ...lists]);
	});

	it('asks for few columns', async () => {
		const trigger = await start({ output: 'raw' });
		await trigger.poll();
		const [{ query } = { query: {} }] = await bench.sandbox.log();
		expect(query).toMatchObject({ $select: 'EntryID,Created,Type,Journal,Document', $top: '60' });
	});
});

describe('60 calls a minute', () => {
	it('end a poll in silence; the next ones bring the rest, all of it once', async () => {
		const trigger = await start();
		await bench.sandbox.settings({ minuteLimit: 10 });
		const ids = await enter(bench, many(500));
		const received: unknown[] = [];
		for (let poll = 0; poll < 8; poll++) {
			await wait(1);
			const { json, error } = await trigger.poll();
			expect(error).toBeUndefined();
			received.push(...idsOf(json));
		}
		expect(received).toEqual(ids);
		const log = await bench.sandbox.log();
		expect(log.filter(({ status }) => status === 429)).toEqual([]);
		expect(trigger.warnings).toEqual([]);
	});

	it('are never waited for in a poll', async () => {
		const trigger = await start();
		await bench.sandbox.settings({ minuteLimit: 4 });
		await enter(bench, many(300));
		const before = bench.world.now();
		await trigger.poll();
		expect(bench.world.now()).toBe(before);
	});

	it('that one company has used up do not keep the others waiting', async () => {
		const trigger = await start({ divisions: [NL, BE] });
		await bench.sandbox.settings({ minuteLimit: 10 });
		await enter(bench, many(500));
		const id = await enterOne(bench, { division: BE });
		expect(idsOf((await trigger.poll()).json)).toContain(id);
	});
});

describe('the time of a poll', () => {
	/** Each call takes a second. */
	let undo = (): void => undefined;
	const slowly = () => void (undo = beforeEachCall(async () => await wait(1 / 60)));
	// Also after a failure: the next test has its own time.
	afterEach(() => undo());

	it('is 30 seconds; the next ones bring the rest', async () => {
		const trigger = await start();
		const ids = await enter(bench, many(1000));
		const received: unknown[] = [];
		slowly();
		for (let poll = 0; poll < 4; poll++) {
			const began = bench.world.now();
			received.push(...idsOf((await trigger.poll()).json));
			expect(bench.world.now() - began).toBeLessThan(34_000);
			await wait(1);
		}
		expect(received).toEqual(ids);
	});

	it('is less where n8n gives less', async () => {
		const trigger = await start();
		trigger.budget = 5000;
		await enter(bench, many(1000));
		slowly();
		const began = bench.world.now();
		await trigger.poll();
		expect(bench.world.now() - began).toBeLessThan(10_000);
	});

	it('that one list takes up is given to the others first in the next poll', async () => {
		const trigger = await start({ divisions: [NL, BE] });
		await enter(bench, many(2000));
		const id = await enterOne(bench, { division: BE });
		slowly();
		expect(idsOf((await trigger.poll()).json)).not.toContain(id);
		await wait(1);
		expect(idsOf((await trigger.poll()).json)).toContain(id);
	});
});

describe('5,000 calls a day', () => {
	it('end the polls of the day in silence, said once in the log; the next day brings all', async () => {
		const trigger = await start();
		await bench.sandbox.settings({ dayLimit: 2 });
		await trigger.poll();
		const saved = JSON.stringify(trigger.state.bookmarks);
		const id = await enterOne(bench);
		for (let poll = 0; poll < 5; poll++) {
			await wait(1);
			expect(await trigger.poll()).toEqual(nothing);
		}
		expect(JSON.stringify(trigger.state.bookmarks)).toBe(saved);
		expect(trigger.warnings).toEqual([
			expect.stringMatching(
				`^Exact Online Trigger: Exact Online's limit of calls per day is reached for division ${NL}. It works again at 2026-05-05 00:00 UTC`,
			),
		]);
		await bench.world.set(Date.UTC(2026, 4, 5, 0, 0, 5));
		expect(idsOf((await trigger.poll()).json)).toEqual([id]);
		await wait(1);
		expect(await trigger.poll()).toEqual(nothing);
		expect(trigger.warnings).toHaveLength(2);
	});

	it('do not keep other companies waiting', async () => {
		const trigger = await start({ divisions: [NL, BE] });
		await bench.sandbox.faults([
			{
				match: { path: `${NL}/` },
				times: 9,
				fault: {
					kind: 'status',
					status: 429,
					headers: {
						'X-RateLimit-Remaining': '0',
						'X-RateLimit-Reset': String(Date.UTC(2026, 4, 5)),
					},
				},
			},
		]);
		const id = await enterOne(bench, { division: BE });
		expect(idsOf((await trigger.poll()).json)).toEqual([id]);
	});

	it('keep a workflow from being activated, which would miss the rest of the day', async () => {
		await bench.sandbox.settings({ dayLimit: 0 });
		const trigger = new TriggerBench(bench, { ...salesInvoices, ...few });
		await expect(trigger.activate()).rejects.toMatchObject({
			message: `Exact Online's limit of calls per day is reached for division ${NL}`,
		});
	});
});
