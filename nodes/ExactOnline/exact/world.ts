import { sleep } from 'n8n-workflow';

/** The two things of the outside world that are not a request: the clock, and waiting. Tests bring their own. */
export interface World {
	/** Epoch milliseconds. */
	now(): number;
	/** Resolves after `ms` milliseconds, or at once when `signal` is aborted. */
	sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export const realWorld: World = {
	now: () => Date.now(),
	sleep: async (ms, signal) => {
		if (signal === undefined) return await sleep(ms);
		if (signal.aborted) return;
		let wake = () => {};
		const stopped = new Promise<void>((resolve) => {
			wake = resolve;
		});
		signal.addEventListener('abort', wake);
		await Promise.race([sleep(ms), stopped]);
		// An execution sleeps often, and has one signal.
		signal.removeEventListener('abort', wake);
	},
};

/**
 * What is remembered for the life of a process, apart for each world: `perWorld(() => new Map())` gives every
 * world its own map, so that two tests (or two n8n processes in one) never see each other's limits.
 */
export function perWorld<T>(create: () => T): (world: World) => T {
	const memories = new WeakMap<World, T>();
	return (world) => {
		const known = memories.get(world);
		if (known !== undefined) return known;
		const fresh = create();
		memories.set(world, fresh);
		return fresh;
	};
}
