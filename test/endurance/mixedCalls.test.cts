import { BE, NL } from '../harness/inputs.cjs';
import { expectBalanced, runAll } from '../harness/invoices.cjs';
import { Bench } from '../harness/n8n.cjs';
import { seeded } from '../harness/triggerOracle.cjs';
import { entriesByReference } from './booksByReference.cjs';
import { workOf, type Work } from './mixedWork.cjs';
import { connectNetwork } from './network.cjs';
import { onQuietClock, type QuietClock } from './quietClock.cjs';
import { shareLock } from './sharedLock.cjs';

const MINUTE = 60_000;

/** The beginning of a minute. */
const START = Date.UTC(2026, 5, 15, 9, 0, 0);
const NEXT_DAY = Date.UTC(2026, 5, 16, 0, 1, 0);

const SEED = Number(process.env.STORM_SEED ?? 1);

let bench: Bench;
let clock: QuietClock;
let undo: () => void;
let random: () => number;
beforeAll(async () => {
	bench = await Bench.start();
}, 30_000);
afterAll(async () => await bench.stop());
beforeEach(async () => {
	await bench.reset('strict', START);
	clock = await onQuietClock(bench, START);
	random = seeded(SEED);
	shareLock(clock);
	undo = connectNetwork(clock, () => ({ there: 20 + random() * 400, back: 20 + random() * 1200 }));
});
afterEach(async () => {
	undo();
	await expectBalanced(bench);
});

/** Executions that compete, and what came of their items. */
class Rush {
	readonly asked = new Set<string>();
	readonly booked = new Set<string>();
	/** Codes of items that did not work, with what they were to do. */
	readonly failed: Array<{ code: unknown; reference: unknown; item: Work[number] }> = [];
	private serial = 0;

	async work(process: Bench, division: number): Promise<void> {
		await this.carryOut(process, workOf(division, random, this.next));
	}

	/** Asks again for everything that did not work. */
	async again(process: Bench): Promise<void> {
		const items = this.failed.splice(0).map(({ item }) => item);
		for (const item of items) await this.carryOut(process, [item]);
	}

	private async carryOut(process: Bench, work: Work): Promise<void> {
		const { items } = await runAll(process, work, { continueOnFail: true });
		for (const [index, item] of work.entries()) {
			const reference = JSON.stringify(item).match(/ST-\w+-\d+\./)?.[0];
			const mine = items.filter(
				({ pairedItem }) => (pairedItem as { item: number }).item === index,
			);
			const code = mine.find(({ error }) => error !== undefined)?.json.code;
			if (code !== undefined) this.failed.push({ code, reference, item });
			else if (reference !== undefined && mine.length === 1) this.booked.add(reference);
		}
	}

	private next = () => {
		const reference = `ST-mixed-${++this.serial}.`;
		this.asked.add(reference);
		return reference;
	};
}

/** Runs so many executions side by side for each company until a moment or a number of calls. */
async function rush(
	processes: readonly Bench[],
	executions: number,
	goesOn: (division: number) => Promise<boolean>,
) {
	const result = new Rush();
	const ended = new Map<number, number>();
	const one = async (division: number, n: number) => {
		const process = processes[n % processes.length] ?? bench;
		while (await goesOn(division)) await result.work(process, division);
		ended.set(division, Math.min(ended.get(division) ?? Infinity, clock.now()));
	};
	await Promise.all(
		[NL, BE].flatMap((division) =>
			Array.from({ length: executions }, async (_, n) => await one(division, n)),
		),
	);
	return { result, ended };
}

/** Calls that Exact counts, by company and minute. */
async function countedByMinute(division: number): Promise<Map<number, number>> {
	const minutes = new Map<number, number>();
	for (const { at, counted, division: where } of await bench.sandbox.log()) {
		if (!counted.minute || where !== division) continue;
		const minute = Math.floor(at / MINUTE);
		minutes.set(minute, (minutes.get(minute) ?? 0) + 1);
	}
	return minutes;
}

/** The share of 60 calls a minute that was used while there was work for all. */
async function rateUsed(division: number, until: number): Promise<number> {
	const minutes = await countedByMinute(division);
	const [first, last] = [START / MINUTE, Math.floor(until / MINUTE)];
	expect(last - first).toBeGreaterThan(5);
	let used = 0;
	for (let minute = first; minute < last; minute++) used += minutes.get(minute) ?? 0;
	return used / (60 * (last - first));
}

/** Until the company has seen so many calls. */
function untilCalls(most: number) {
	return async (division: number) => {
		const limits = await clock.hold(async () => await bench.sandbox.limits());
		const usage = limits.usage.find((one) => one.division === division);
		return (usage?.dayUsed ?? 0) < most;
	};
}

async function expectBookedOnce({ asked, booked }: Rush): Promise<void> {
	const entries = await entriesByReference(bench);
	expect([...entries].filter(([, times]) => times !== 1)).toEqual([]);
	expect([...entries.keys()].sort()).toEqual([...asked].sort());
	expect([...booked].sort()).toEqual([...asked].sort());
}

describe('60 calls a minute', () => {
	it.each([
		['one process', 1, 20, 2600],
		['three processes, which know nothing of each other', 3, 12, 500],
	])(
		'mixed calls of competing executions in %s: the whole rate, and no refusal to be seen',
		async (_, count, executions, calls) => {
			await bench.sandbox.generate(NL, 'TransactionLines', 1500);
			const others = ['worker-1', 'worker-2'].slice(0, count - 1);
			const processes = [bench, ...others.map((name) => bench.another(name))];
			const { result, ended } = await rush(processes, executions, untilCalls(calls));
			expect(result.failed).toEqual([]);
			for (const division of [NL, BE]) {
				expect(await rateUsed(division, ended.get(division) ?? 0)).toBeGreaterThanOrEqual(0.95);
			}
			const log = await bench.sandbox.log();
			expect(log.filter(({ counted }) => counted.day).length).toBeGreaterThanOrEqual(2 * calls);
			expect(log.filter(({ counted }) => counted.error)).toEqual([]);
			// Who knows of all calls never makes one too many.
			if (count === 1) expect(log.filter(({ status }) => status === 429)).toEqual([]);
			expect(new Set(log.map(({ endpoint }) => endpoint)).size).toBeGreaterThan(15);
			await expectBookedOnce(result);
			expect(result.asked.size).toBeGreaterThan(calls / 10);
		},
		600_000,
	);

	it('are shared by two hundred executions that wait for the same new minute', async () => {
		const result = new Rush();
		await Promise.all(Array.from({ length: 200 }, async () => await result.work(bench, NL)));
		expect(result.failed).toEqual([]);
		await expectBookedOnce(result);
		// How many a minute has is known after its first answer: from the second minute on nobody is refused.
		const refused = (await bench.sandbox.log()).filter(({ status }) => status === 429);
		expect(refused.filter(({ at }) => at >= START + MINUTE)).toEqual([]);
	}, 600_000);
});

describe('the calls of a day', () => {
	it('that are used up stop competing executions at once, with nothing half done', async () => {
		// It ends in the middle of a minute.
		await bench.sandbox.settings({ dayLimit: 230 });
		const { result } = await rush([bench], 12, async (division) => {
			const limits = await clock.hold(async () => await bench.sandbox.limits());
			return (limits.usage.find((one) => one.division === division)?.dayUsed ?? 0) < 230;
		});
		const log = await bench.sandbox.log();
		for (const division of [NL, BE]) {
			const calls = log.filter((call) => call.division === division);
			expect(calls.filter(({ counted }) => counted.day)).toHaveLength(230);
			expect(calls.filter(({ status }) => status === 429)).toEqual([]);
		}
		expect(new Set(result.failed.map(({ code }) => code))).toEqual(new Set(['DAY_LIMIT']));
		const before = await entriesByReference(bench);
		expect([...before.keys()].sort()).toEqual([...result.booked].sort());
		await bench.sandbox.settings({ dayLimit: 5000 });
		await clock.set(NEXT_DAY);
		await result.again(bench);
		expect(result.failed).toEqual([]);
		await expectBookedOnce(result);
	}, 600_000);
});
