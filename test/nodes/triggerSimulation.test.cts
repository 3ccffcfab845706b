import { BE, NL } from '../harness/inputs.cjs';
import { Bench } from '../harness/n8n.cjs';
import type { FaultRule, ProfileName } from '../harness/sandbox.cjs';
import { TriggerBench } from '../harness/trigger.cjs';
import { Oracle, seeded, type Made } from '../harness/triggerOracle.cjs';
import { emptyCompanies } from './triggerEntries.cjs';

const MINUTE = 60_000;
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

/** The life of two companies in a fortnight: quiet nights, busy days, imports, and what becomes visible late. */
class Fortnight {
	private serial = 0;
	constructor(
		private readonly random: () => number,
		private readonly start: number,
	) {}

	chance = (share: number): boolean => this.random() < share;
	upTo = (most: number): number => Math.floor(this.random() * most);

	records(): Made[] {
		const made: Made[] = [];
		for (let day = 0; day < 14; day++) {
			const midnight = this.start + day * DAY;
			for (let n = 0; n < 4 + this.upTo(20); n++) made.push(this.one(midnight + this.upTo(DAY)));
			// Clocks change on Sundays: busy nights, so that the oracle has something to see.
			const isSunday = new Date(midnight).getUTCDay() === 0;
			const night = isSunday ? 200 : 6;
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

/** Lives through a fortnight with polls every few minutes and every kind of mishap. */
async function live(profile: ProfileName, start: number, seed: number): Promise<Oracle> {
	await emptyCompanies(bench, profile, start);
	await bench.sandbox.settings({ dayLimit: 1500 });
	const random = seeded(seed);
	const life = new Fortnight(random, start);
	const oracle = new Oracle(bench);
	oracle.plan(life.records());
	const trigger = new TriggerBench(bench, everything);
	await trigger.activate();
	const end = start + 14 * DAY;
	const poll = async () => {
		const isLost = life.chance(0.01);
		const { json } = isLost ? await trigger.crash() : await trigger.poll();
		oracle.receive(json, isLost);
	};
	for (let now = start; now < end + 12 * HOUR; now += (4 + life.upTo(20)) * MINUTE) {
		await bench.world.set(Math.max(now, bench.world.now()));
		await oracle.show(now);
		if (now < end && life.chance(0.05)) {
			const fault = troubles[life.upTo(troubles.length)]!;
			await bench.sandbox.faults([
				{ match: { path: 'Entries' }, skip: life.upTo(4), times: 1 + life.upTo(6), fault },
			]);
		}
		if (life.chance(0.03)) trigger.restart();
		if (life.chance(0.05)) await Promise.all([poll(), poll()]);
		else await poll();
		await bench.sandbox.clearFaults();
		expect(trigger.saved.length).toBeLessThan(64_000);
	}
	return oracle;
}

describe.each<ProfileName>(['strict', 'lenient'])('a fortnight (%s)', (profile) => {
	it.each([
		['in which clocks are set forward', Date.UTC(2026, 2, 20), 1],
		['in which clocks are set back', Date.UTC(2026, 9, 16), 2],
	])(
		'%s: every record comes once',
		async (_, start, seed) => {
			const oracle = await live(profile, start, seed);
			expect(oracle.faults()).toEqual([]);
			expect(oracle.delivered.size).toBeGreaterThan(300);
		},
		600_000,
	);
});
