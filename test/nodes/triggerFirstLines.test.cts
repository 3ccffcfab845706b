import { NL } from '../harness/inputs.cjs';
import type { ProfileName } from '../harness/sandbox.cjs';
import { TriggerBench } from '../harness/trigger.cjs';
import { idsOf, MAY, MINUTE, newId, nothing } from './triggerEntries.cjs';
import { bench, keepWatch, wait } from './triggerWatch.cjs';

keepWatch();

const start = async () => {
	const trigger = new TriggerBench(bench, {
		event: 'newJournalEntry',
		divisions: [NL],
		output: 'selected',
		fieldsToReturn: ['number'],
	});
	await trigger.activate();
	return trigger;
};

/** Puts an entry into the ledger with lines of these numbers; answers its ID. */
const book = async (numbers: readonly number[], EntryID = newId(), created = bench.world.now()) => {
	const rows = numbers.map((LineNumber) => ({
		...{ ID: newId(), EntryID, LineNumber, Type: 90, Status: 50, JournalCode: '90' },
		...{ AmountDC: 0, FinancialYear: 2026, Created: created, Modified: created },
	}));
	await bench.sandbox.insert(NL, 'TransactionLines', rows);
	return EntryID;
};

describe.each<ProfileName>(['strict', 'lenient'])('the first line of an entry (%s)', (profile) => {
	beforeEach(async () => await bench.reset(profile, MAY));

	it('is line 0, or line 1 where there is none', async () => {
		const trigger = await start();
		const ids = [await book([0, 1, 2])];
		await wait(1);
		ids.push(await book([1, 2]));
		await wait(1);
		ids.push(await book([0]));
		expect(idsOf((await trigger.poll()).json)).toEqual(ids);
		expect(await trigger.poll()).toEqual(nothing);
	});

	it('is asked for in one call more, only where line 1 came alone', async () => {
		const trigger = await start();
		await book([0, 1]);
		await bench.sandbox.clearLog();
		await trigger.poll();
		expect(await bench.calls()).toHaveLength(2);
		await book([1]);
		await bench.sandbox.clearLog();
		await trigger.poll();
		expect(await bench.calls()).toHaveLength(3);
		await bench.sandbox.clearLog();
		await trigger.poll();
		expect(await bench.calls()).toHaveLength(1);
	});

	it('is not a line 1 that an old entry got later', async () => {
		const trigger = await start();
		const id = await book([0, 2]);
		expect(idsOf((await trigger.poll()).json)).toEqual([id]);
		await wait(60);
		await book([1], id);
		expect(await trigger.poll()).toEqual(nothing);
	});

	it('of hundreds of entries is found once, over pages and polls', async () => {
		const trigger = await start();
		await bench.sandbox.settings({ minuteLimit: 10 });
		const began = bench.world.now();
		const ids: string[] = [];
		for (let n = 0; n < 150; n++) {
			ids.push(await book(n % 3 === 0 ? [1, 2] : [0, 1], undefined, began - (150 - n) * 1000));
		}
		const received: unknown[] = [];
		for (let poll = 0; poll < 6; poll++) {
			await bench.world.set(began + (poll + 1) * MINUTE);
			const { json, error } = await trigger.poll();
			expect(error).toBeUndefined();
			received.push(...idsOf(json));
		}
		expect([...received].sort()).toEqual([...ids].sort());
		await wait(1);
		await bench.sandbox.clearLog();
		expect(await trigger.poll()).toEqual(nothing);
		expect(await bench.calls()).toHaveLength(1);
	});

	it('serves as test event', async () => {
		const trigger = await start();
		await wait(1);
		const id = await book([1, 2]);
		expect(idsOf(await trigger.fetchTestEvent())).toEqual([id]);
	});
});
