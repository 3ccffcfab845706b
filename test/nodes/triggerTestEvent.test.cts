import { beforeEachCall } from '../harness/betweenCalls.cjs';
import { BE, inDivision, NL } from '../harness/inputs.cjs';
import { sale } from '../harness/invoices.cjs';
import { TriggerBench } from '../harness/trigger.cjs';
import { enter, enterOne, few, idsOf, MINUTE, salesInvoices } from './triggerEntries.cjs';
import { bench, everySide, keepWatch } from './triggerWatch.cjs';

keepWatch();

const shown = async (parameters: object = {}) => {
	const trigger = new TriggerBench(bench, { ...salesInvoices, ...few, ...parameters });
	return idsOf(await trigger.fetchTestEvent());
};

describe('Fetch Test Event', () => {
	it('shows the newest of one list', async () => {
		const now = bench.world.now();
		const made = [now - MINUTE, now, now - 2 * MINUTE].map((created) => ({ created }));
		const ids = await enter(bench, made);
		expect(await shown()).toEqual([ids[1]]);
	});

	it('shows the newest of both sides', async () => {
		const now = bench.world.now();
		const purchase = { entity: 'PurchaseEntries', type: 30 } as const;
		const [sold, bought] = await enter(bench, [
			{ created: now - MINUTE },
			{ ...purchase, created: now - 2 * MINUTE },
		]);
		expect(await shown({ kinds: everySide })).toEqual([sold]);
		const later = await enterOne(bench, { ...purchase, created: now });
		expect(await shown({ kinds: everySide })).toEqual([later]);
		expect(later).not.toBe(bought);
	});

	it('shows only what the trigger would return', async () => {
		const [wanted] = await enter(bench, [{}, { type: 21 }]);
		await bench.world.set(bench.world.now() + MINUTE);
		await enter(bench, [{ type: 21 }, { journal: '71' }]);
		expect(await shown({ journals: '70' })).toEqual([wanted]);
	});

	it('shows one of the next company when the first has none', async () => {
		const id = await enterOne(bench, { division: BE, journal: '75' });
		expect(await shown({ divisions: [NL, BE], journals: '75' })).toEqual([id]);
	});

	it('shows one of the other list when the newest is deleted meanwhile', async () => {
		const purchase = { entity: 'PurchaseEntries', type: 30 } as const;
		const bought = await enterOne(bench, purchase);
		await bench.world.set(bench.world.now() + MINUTE);
		const { json } = await bench.run(sale('GONE'));
		const undo = beforeEachCall(async (url) => {
			if (!url.includes('EntryNumber')) return;
			undo();
			await bench.run(inDivision('invoice', 'delete', { invoice: String(json[0]?.id) }));
		});
		expect(await shown({ kinds: everySide })).toEqual([bought]);
	});

	it('names a journal that no company knows', async () => {
		await expect(shown({ journals: '70,999' })).resolves.toHaveLength(1);
		await expect(shown({ journals: '999' })).rejects.toMatchObject({
			message: `Unknown journal code in division ${NL}: 999`,
		});
	});
});
