import type { World } from '../../nodes/ExactOnline/exact/world.js';
import type { Sandbox } from './sandbox.cjs';

/** Monday morning in the middle of a minute, winter time. */
export const MONDAY = Date.UTC(2026, 2, 16, 9, 0, 20);

interface Sleeper {
	until: number;
	wake: () => void;
}

/**
 * A clock that the node and the sandbox share. It stands still while anybody works, and jumps to the next
 * alarm when every task sleeps: an hour of limits takes milliseconds, and nothing depends on luck.
 */
export class VirtualWorld implements World {
	private time: number;
	private tasks = 0;
	private sleepers: Sleeper[] = [];

	constructor(
		private readonly sandbox: Sandbox,
		start = MONDAY,
	) {
		this.time = start;
	}

	now(): number {
		return this.time;
	}

	/** Sets both clocks. */
	async set(time: number): Promise<void> {
		this.time = time;
		await this.sandbox.setClock(time);
	}

	/** Runs something that may sleep; several at once are several tasks. */
	async run<T>(task: () => Promise<T>): Promise<T> {
		this.tasks++;
		try {
			return await task();
		} finally {
			this.tasks--;
			void this.wakeNext();
		}
	}

	async sleep(ms: number, signal?: AbortSignal): Promise<void> {
		if (signal?.aborted === true) return;
		await new Promise<void>((resolve) => {
			const wake = () => {
				this.sleepers = this.sleepers.filter((other) => other !== sleeper);
				signal?.removeEventListener('abort', wake);
				resolve();
			};
			const sleeper = { until: this.time + ms, wake };
			this.sleepers.push(sleeper);
			signal?.addEventListener('abort', wake);
			void this.wakeNext();
		});
	}

	private async wakeNext(): Promise<void> {
		if (this.sleepers.length === 0 || this.sleepers.length < this.tasks) return;
		const until = Math.min(...this.sleepers.map((sleeper) => sleeper.until));
		const due = this.sleepers.filter((sleeper) => sleeper.until === until);
		this.sleepers = this.sleepers.filter((sleeper) => sleeper.until !== until);
		await this.set(Math.max(until, this.time));
		for (const sleeper of due) sleeper.wake();
	}
}
