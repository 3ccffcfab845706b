import { BE, NL } from '../harness/inputs.cjs';
import { Bench } from '../harness/n8n.cjs';
import { TriggerBench } from '../harness/trigger.cjs';
let bench: Bench;
beforeAll(async () => {
	bench = await Bench.start();
}, 60_000);
afterAll(async () => await bench.stop());
test('p', async () => {
	await bench.reset('strict', Date.UTC(2026, 4, 4));
	const t = new TriggerBench(bench, { event: 'newInvoice', divisions: [NL, BE], kinds: ['customerInvoice', 'supplierInvoice'] });
	await t.activate();
	for (let i = 0; i < 500; i++) { await bench.world.set(bench.world.now() + 840_000); await t.poll(); }
}, 600_000);
