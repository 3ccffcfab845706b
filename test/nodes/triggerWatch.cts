import { Bench } from '../harness/n8n.cjs';
import { TriggerBench } from '../harness/trigger.cjs';
import { few, MAY, MINUTE, salesInvoices } from './triggerEntries.cjs';

/** The node and the sandbox of the file that has called `keepWatch`. */
export let bench: Bench;

/** Starts a sandbox for the tests of a file; each of them begins on a Monday in May. */
export function keepWatch(): void {
	beforeAll(async () => {
		bench = await Bench.start();
	}, 30_000);
	afterAll(async () => await bench.stop());
	beforeEach(async () => await bench.reset('strict', MAY));
}

export const everySide = ['customerInvoice', 'supplierInvoice'];

/** An active trigger that has seen its baseline. */
export const start = async (more: object = {}): Promise<TriggerBench> => await startOn(bench, more);

/** The same on another bench. */
export async function startOn(on: Bench, more: object = {}): Promise<TriggerBench> {
	const trigger = new TriggerBench(on, { ...salesInvoices, ...few, ...more });
	await trigger.activate();
	await on.sandbox.clearLog();
	return trigger;
}

/** Lets minutes pass. */
export async function wait(minutes: number): Promise<void> {
	await bench.world.set(bench.world.now() + minutes * MINUTE);
}
