import { beforeEachCall } from '../harness/betweenCalls.cjs';
import { BE, NL } from '../harness/inputs.cjs';
import { Bench } from '../harness/n8n.cjs';
import type { FaultRule, ProfileName } from '../harness/sandbox.cjs';
import { TriggerBench } from '../harness/trigger.cjs';
import { Oracle, seeded, type Made } from '../harness/triggerOracle.cjs';
import { emptyCompanies } from './triggerEntries.cjs';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
}, 30_000);
afterAll(async () => await bench.stop());

const everything = {
	event: 'newInvoice',
	divisions: [NL, BE],
	kinds: ['customerInvoice', 'customerRefund', 'supplierInvoice'],
	options: { includeLines: false },
	output: 'selected',
	fieldsToReturn: ['number'],
};
const wantedTypes = [20, 21, 30];

const isSunday = (time: number): boolean => new Date(time).getUTCDay() === 0;

/** The life of two companies: quiet nights, busy days, imports, and what becomes visible late. */
class Life {
	private serial = 0;
	constructor(
		private readonly random: () => number,
		private readonly start: number,
	) {}

	chance = (share: number): boolean => this.random() < share;
	upTo = (most: number): number => Math.floor(this.random() * most);

	records(days: number): Made[] {
		const made: Made[] = [];
		for (let day = 0; day < days; day++) {
			const midnight = this.start + day * DAY;
			for (let n = 0; n < 4 + this.upTo(20); n++) made.push(this.one(midnight + this.upTo(DAY)));
			// Clocks change on Sundays: busy nights, so that the oracle has something to see.
			const night = isSunday(midnight) ? 200 : 6;
			for (let n = 0; n < night; n++) made.push(this.one(midnight + this.upTo(3 * HOUR)));
			if (this.chance(0.5)) made.push(...this.burst(midnight + this.upTo(DAY)));
		}
		return made;
	}

	/** An import: all at one instant, or within two minutes. */
	private burst(at: number): Made[] {
		const spread = this.chance(0.4) ? 1 : 2 * MINUTE;
		const place = this.chance(0.5) ? 0 : 0.99;
		const size = 20 + this.upTo(280);
		return Array.from({ length: size }, () => this.one(at + this.upTo(spread), place));
	}

	one(created: number, place = this.random()): Made {
		const id = `00000000-0000-4000-8000-${String(++this.serial).padStart(12, '0')}`;
		const isSale = place < 0.6;
		const pick = this.upTo(10);
		const type = isSale ? (pick < 8 ? 20 : 21) : pick < 8 ? 30 : 31;
		const late = this.chance(0.2) ? this.upTo(10 * MINUTE) : 0;
		return {
			id,
			division: place < 0.3 || place > 0.8 ? NL : BE,
			entity: isSale ? 'SalesEntries' : 'PurchaseEntries',
			created,
			visible: created + late,
			wanted: wantedTypes.includes(type),
			row: { EntryID: id, Created: created, Type: type, Journal: '1', EntryNumber: this.serial },
		};
	}
}

/** What may go wrong with a call: each makes the poll fail, or stop early. */
const troubles: FaultRule['fault'][] = [
	{ kind: 'status', status: 503 },
	{ kind: 'status', status: 429 },
	{ kind: 'reset', when: 'after' },
	{ kind: 'truncate' },
	{ kind: 'html' },
	{ kind: 'empty500' },
];

/** Minutes until the next poll: an hour in quiet nights. */
function pause(now: number, life: Life): number {
	const isNight = new Date(now).getUTCHours() < 6 && !isSunday(now);
	return isNight ? 60 : 4 + life.upTo(isSunday(now) ? 20 : 40);
}

/** One poll, or what may become of it: how often each happened. */
const mishaps = {
	/** An error for n8n to show. */
	failed: 0,
	/** A limit or the time ended it before all was read. */
	cut: 0,
	/** More than a page had come in. */
	swept: 0,
	/** n8n died after it had handed over records, and before it saved. */
	crashed: 0,
	/** The calls of the day were used up. */
	dayOver: 0,
	restarted: 0,
	doubled: 0,
	slow: 0,
	clockWrong: 0,
};
type Mishaps = typeof mishaps;

/** The trigger of two companies in the course of time. */
class Watchman {
	readonly happened: Mishaps = { ...mishaps };
	readonly trigger = new TriggerBench(bench, everything);
	constructor(
		private readonly life: Life,
		private readonly oracle: Oracle,
	) {}

	/** Polls with whatever may go wrong meanwhile. */
	async poll(): Promise<void> {
		const { life } = this;
		if (this.happens('restarted', 0.03)) this.trigger.restart();
		const isSlow = this.happens('slow', 0.1);
		const undo = isSlow ? beforeEachCall(async () => await pass(SECOND * 5)) : () => undefined;
		const now = bench.world.now.bind(bench.world);
		const skew = this.happens('clockWrong', 0.05) ? (life.upTo(600) - 300) * MINUTE : 0;
		bench.world.now = () => now() + skew;
		// A process that dies takes its other poll with it.
		if (this.happens('doubled', 0.05)) await Promise.all([this.one(false), this.one(false)]);
		else await this.one(life.chance(0.02));
		bench.world.now = now;
		undo();
		const { bookmarks = {}, first } = this.trigger.state as State;
		if (first !== undefined) this.happened.cut++;
		if (Object.values(bookmarks).some(({ sweep }) => sweep !== undefined)) this.happened.swept++;
		this.happened.dayOver = this.trigger.warnings.length;
		expect(this.trigger.saved.length).toBeLessThan(64_000);
	}

	private async one(isLost: boolean): Promise<void> {
		const { json, error } = isLost ? await this.trigger.crash() : await this.trigger.poll();
		this.oracle.receive(json, isLost);
		if (error !== undefined) this.happened.failed++;
		if (isLost && json.length > 0) this.happened.crashed++;
	}

	private happens(what: keyof Mishaps, share: number): boolean {
		const isSo = this.life.chance(share);
		if (isSo) this.happened[what]++;
		return isSo;
	}
}

/** What the trigger remembers, as far as it tells what happened. */
interface State {
	bookmarks?: Record<string, { sweep?: object }>;
	first?: string;
}

const pass = async (ms: number) => await bench.world.set(bench.world.now() + ms);

/** Lives through some days with every kind of mishap. */
async function live(profile: ProfileName, start: number, days: number) {
	await emptyCompanies(bench, profile, start);
	await bench.sandbox.settings({ dayLimit: 130, minuteLimit: 8 });
	const life = new Life(seeded(start / DAY), start);
	const oracle = new Oracle(bench);
	oracle.plan(life.records(days));
	const watchman = new Watchman(life, oracle);
	await watchman.trigger.activate();
	const end = start + days * DAY;
	for (let now = start; now < end + 6 * HOUR; now += pause(now, life) * MINUTE) {
		await bench.world.set(Math.max(now, bench.world.now()));
		await oracle.show(now);
		const isTroubled = now < end && life.chance(0.08);
		if (isTroubled) await bench.sandbox.faults([trouble(life)]);
		await watchman.poll();
		if (isTroubled) await bench.sandbox.clearFaults();
	}
	return { oracle, happened: watchman.happened };
}

function trouble(life: Life): FaultRule {
	const fault = troubles[life.upTo(troubles.length)] ?? { kind: 'empty500' };
	return { match: { path: 'Entries' }, skip: life.upTo(4), times: 1 + life.upTo(6), fault };
}

const FORWARD = Date.UTC(2026, 2, 29);
const BACK = Date.UTC(2026, 9, 25);

describe('the life of two companies', () => {
	it.each<[number, string, ProfileName, number]>([
		[14, 'in which clocks are set forward', 'strict', FORWARD - 9 * DAY],
		[14, 'in which clocks are set back', 'lenient', BACK - 9 * DAY],
		[3, 'in which clocks are set back', 'strict', BACK - DAY],
		[3, 'in which clocks are set forward', 'lenient', FORWARD - DAY],
	])(
		'%i days %s (%s): every record comes once',
		async (days, _, profile, start) => {
			const { oracle, happened } = await live(profile, start, days);
			expect(oracle.faults()).toEqual([]);
			expect(oracle.delivered.size).toBeGreaterThan(150);
			// A fortnight has seen everything that may go wrong.
			if (days > 7) expect(Object.entries(happened).filter(([, times]) => times === 0)).toEqual([]);
		},
		600_000,
	);
});
