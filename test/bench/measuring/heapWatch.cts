import { once } from 'node:events';
import { Session } from 'node:inspector';
import { setTimeout as pause } from 'node:timers/promises';
import { runInThisContext } from 'node:vm';
import { isMainThread, parentPort, Worker, type MessagePort } from 'node:worker_threads';

/** Milliseconds that the watched thread works between two looks, and no less than a look takes. */
const BETWEEN = 25;

/**
 * What is reachable, in bytes: objects, and buffers outside of V8's heap. Everything else is collected first; buffers
 * are given back by the collection after the one that found them.
 */
const REACHABLE = `gc(); gc({ type: 'minor' });
	(({ heapUsed, external }) => heapUsed + external)(process.memoryUsage())`;

export const reachable = (): number => Number(runInThisContext(REACHABLE));

/** Watches how much memory this thread needs at most, also while it computes without a pause. */
export interface HeapWatch {
	/** Bytes in the moment when there was most. */
	stop(): Promise<number>;
}

/**
 * A second thread stops this one again and again through V8's inspector, collects garbage and looks what is left.
 * Samples of the heap without that would say when V8 happened to clean up, and a timer in this thread would never run
 * between the pages and the end.
 */
export async function watchHeap(): Promise<HeapWatch> {
	const worker = new Worker(__filename);
	await once(worker, 'message');
	return {
		stop: async () => {
			worker.postMessage('stop');
			const [peak] = (await once(worker, 'message')) as [number];
			await worker.terminate();
			return peak;
		},
	};
}

async function watch(port: MessagePort): Promise<void> {
	const session = new Session();
	session.connectToMainThread();
	const look = async () =>
		await new Promise<number>((resolve, reject) => {
			session.post('Runtime.evaluate', { expression: REACHABLE }, (error, { result }) =>
				error === null ? resolve(Number(result.value)) : reject(error),
			);
		});
	let peak = 0;
	const stop = new AbortController();
	// A listener that stays keeps this thread alive; an answer that is awaited does not.
	port.on('message', () => stop.abort());
	await look();
	port.postMessage('ready');
	for (let taken = 0; !stop.signal.aborted;) {
		await pause(Math.max(BETWEEN, taken));
		const started = performance.now();
		peak = Math.max(peak, await look());
		taken = performance.now() - started;
	}
	port.postMessage(peak);
}

if (!isMainThread && parentPort !== null) void watch(parentPort);
