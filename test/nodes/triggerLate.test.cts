import type { INodeParameters } from 'n8n-workflow';

import { connectedCredential } from '../harness/credential.cjs';
import { inDivision, NL } from '../harness/inputs.cjs';
import { sale } from '../harness/invoices.cjs';
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

const start = async (parameters: INodeParameters = { ...salesInvoices, ...few }) => {
	const trigger = new TriggerBench(bench, parameters);
	await trigger.activate();
	await bench.sandbox.clearLog();
	return trigger;
};
const wait = async (minutes: number) => await bench.world.set(bench.world.now() + minutes * MINUTE);

describe.each<ProfileName>(['strict', 'lenient'])('what Exact shows late (%s)', (profile) => {
	beforeEach(async () => await bench.reset(profile, MAY));

	it('comes ten minutes after its stamp, though newer ones came before', async () => {
		const trigger = await start();
		const entered = bench.world.now();
		await wait(10);
		const newer = await enterOne(bench);
		expect(idsOf((await trigger.poll()).json)).toEqual([newer]);
		const late = await enterOne(bench, { created: entered });
		expect(idsOf((await trigger.poll()).json)).toEqual([late]);
		expect(await trigger.poll()).toEqual(nothing);
	});

	it('comes with the stamp of one that came before', async () => {
		const trigger = await start();
		const [first] = await enter(bench, [{}]);
		expect(idsOf((await trigger.poll()).json)).toEqual([first]);
		const stamp = bench.world.now();
		await wait(5);
		const twins = await enter(bench, [{ created: stamp }, { created: stamp }]);
		expect(idsOf((await trigger.poll()).json).sort()).toEqual(twins);
		expect(await trigger.poll()).toEqual(nothing);
	});

	it('comes though many came at the same time, in one call for each poll without news', async () => {
		const trigger = await start();
		const burst = Array.from({ length: 300 }, (_, n) => ({ created: bench.world.now() - n * 100 }));
		await enter(bench, burst);
		expect((await trigger.poll()).json).toHaveLength(300);
		await bench.sandbox.clearLog();
		expect(await trigger.poll()).toEqual(nothing);
		expect(await bench.calls()).toHaveLength(1);
		const late = await enterOne(bench, { created: bench.world.now() - 29_000 });
		expect(idsOf((await trigger.poll()).json)).toEqual([late]);
		await bench.sandbox.clearLog();
		expect(await trigger.poll()).toEqual(nothing);
		expect(await bench.calls()).toHaveLength(1);
	});
});

describe('when clocks are set back', () => {
	/** 02:59:30 by the clock that is set back to 02:00 half a minute later, at 01:00 UTC. */
	const BEFORE = Date.UTC(2026, 9, 25, 0, 59, 30);

	it('the hour that comes twice brings every record once', async () => {
		await bench.reset('strict', BEFORE - 60 * MINUTE);
		const trigger = await start();
		const ids: string[] = [];
		const received: unknown[] = [];
		for (let minute = 0; minute < 180; minute += 3) {
			await bench.world.set(BEFORE - 60 * MINUTE + minute * MINUTE);
			ids.push(await enterOne(bench));
			received.push(...idsOf((await trigger.poll()).json));
		}
		expect(received).toEqual(ids);
	});

	it('a record that is shown late comes, though its stamp lies an hour back', async () => {
		await bench.reset('strict', BEFORE);
		const trigger = await start();
		const last = await enterOne(bench);
		await wait(9);
		const next = await enterOne(bench, { created: BEFORE + MINUTE });
		expect(idsOf((await trigger.poll()).json).sort()).toEqual([last, next]);
		const late = await enterOne(bench, { created: BEFORE + MINUTE / 2 });
		expect(idsOf((await trigger.poll()).json)).toEqual([late]);
	});
});

describe('when clocks are set forward', () => {
	/** 01:59:30, half a minute before it is 03:00. */
	const BEFORE = Date.UTC(2026, 2, 29, 0, 59, 30);

	it('a record that is shown late comes, though its stamp lies more than an hour back', async () => {
		await emptyCompanies(bench, 'strict', BEFORE);
		const trigger = await start();
		await wait(9);
		const newer = await enterOne(bench);
		expect(idsOf((await trigger.poll()).json)).toEqual([newer]);
		const late = await enterOne(bench, { created: BEFORE });
		expect(idsOf((await trigger.poll()).json)).toEqual([late]);
	});
});

describe('the clock of the machine with n8n', () => {
	it.each([-120, -4, 4, 300])('may be wrong by %i minutes, and be set right', async (minutes) => {
		await bench.reset('strict', MAY);
		const trigger = await start();
		const now = bench.world.now.bind(bench.world);
		const ids: string[] = [];
		const received: unknown[] = [];
		for (const skew of [minutes, 0, minutes, 0]) {
			await wait(1);
			ids.push(await enterOne(bench));
			bench.world.now = () => now() + skew * MINUTE;
			received.push(...idsOf((await trigger.poll()).json));
			bench.world.now = now;
		}
		expect(received).toEqual(ids);
	});
});

describe('the clock at the start', () => {
	it.each([-300, 300])('may be wrong by %i minutes', async (minutes) => {
		await bench.reset('strict', MAY);
		const now = bench.world.now.bind(bench.world);
		bench.world.now = () => now() + minutes * MINUTE;
		const trigger = await start();
		bench.world.now = now;
		await wait(1);
		const id = await enterOne(bench);
		expect(idsOf((await trigger.poll()).json)).toEqual([id]);
	});
});

describe('a bookmark', () => {
	it('begins above what did not fit on the first page', async () => {
		await bench.reset('strict', MAY);
		const burst = Array.from({ length: 200 }, (_, n) => ({ created: MAY - n * 3000 }));
		await enter(bench, burst);
		const trigger = await start();
		expect(await trigger.poll()).toEqual(nothing);
		const id = await enterOne(bench);
		expect(idsOf((await trigger.poll()).json)).toEqual([id]);
		expect(await trigger.poll()).toEqual(nothing);
	});

	it('does not go back when Sunday begins, nor when the newest is deleted', async () => {
		await bench.reset('strict', Date.UTC(2026, 4, 2, 21, 20));
		const trigger = await start();
		const ids: string[] = [];
		const received: unknown[] = [];
		for (const minutes of [30, 12, 1, 1]) {
			ids.push(await enterOne(bench));
			received.push(...idsOf((await trigger.poll()).json));
			await wait(minutes);
		}
		expect(received).toEqual(ids);
		const { json } = await bench.run(sale('GONE'));
		expect((await trigger.poll()).json).toHaveLength(1);
		await bench.run(inDivision('invoice', 'delete', { invoice: String(json[0]?.id) }));
		expect([await trigger.poll(), await trigger.poll()]).toEqual([nothing, nothing]);
	});
});

describe('more at once than can be remembered', () => {
	it('of many companies come once, within 64 KB for all of them together', async () => {
		await bench.reset('strict', MAY);
		const divisions = Array.from({ length: 25 }, (_, n) => 4_500_001 + n);
		for (const Code of divisions) {
			await bench.sandbox.insert(NL, 'Divisions', [{ Code }]);
		}
		bench.credential = await connectedCredential(bench.sandbox, MAY);
		const trigger = await start({ ...salesInvoices, ...few, divisions });
		for (let poll = 0; poll < 7; poll++) {
			await wait(1);
			for (const division of divisions) await enter(bench, Array(55).fill({ division }));
			expect((await trigger.poll()).json).toHaveLength(25 * 55);
			expect(trigger.saved.length).toBeLessThan(64_000);
		}
		expect(await trigger.poll()).toEqual(nothing);
	}, 120_000);

	it('10,000 come once, within 64 KB; only what is late among them is missed', async () => {
		await bench.reset('strict', MAY);
		const trigger = await start();
		const stamp = bench.world.now();
		const many = (length: number, every: number) =>
			Array.from({ length }, (_, n) => ({ created: stamp - n * every }));
		await enter(bench, [...many(7500, 0), ...many(2500, 500)]);
		let received = 0;
		for (let poll = 0; poll < 15; poll++) {
			received += (await trigger.poll()).json.length;
			expect(trigger.saved.length).toBeLessThan(64_000);
			await wait(1);
		}
		expect(received).toBe(10_000);
		await enterOne(bench, { created: stamp });
		const later = await enterOne(bench, { created: stamp + 10 });
		expect(idsOf((await trigger.poll()).json)).toEqual([later]);
	}, 120_000);
});

describe('deleted records', () => {
	it('bring up nothing older when all are gone', async () => {
		await bench.reset('strict', MAY);
		const { json } = await bench.run(sale('GONE'));
		const trigger = await start();
		await bench.run(inDivision('invoice', 'delete', { invoice: String(json[0]?.id) }));
		for (let poll = 0; poll < 3; poll++) expect(await trigger.poll()).toEqual(nothing);
		const id = await enterOne(bench);
		expect(idsOf((await trigger.poll()).json)).toEqual([id]);
	});

	it('do not make later polls expensive', async () => {
		await bench.reset('strict', MAY);
		const trigger = await start();
		const { json } = await bench.run(sale('GONE'));
		await enter(
			bench,
			Array.from({ length: 100 }, () => ({})),
		);
		expect((await trigger.poll()).json).toHaveLength(101);
		await bench.run(inDivision('invoice', 'delete', { invoice: String(json[0]?.id) }));
		expect(await trigger.poll()).toEqual(nothing);
		await bench.sandbox.clearLog();
		expect(await trigger.poll()).toEqual(nothing);
		expect(await bench.calls()).toHaveLength(1);
	});
});
