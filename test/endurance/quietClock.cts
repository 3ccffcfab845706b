import { ExactOnline } from '../../nodes/ExactOnline/ExactOnline.node.js';
import type { Bench } from '../harness/n8n.cjs';
import { VirtualWorld } from '../harness/world.cjs';

interface Alarm {
	at: number;
	ring: () => void;
}

/** Turns of the event loop in which nothing may happen before time moves on. */
const QUIET_TURNS = 4;

/**
 * A virtual clock for tasks that wait for each other, as executions do that share one renewal of a login: it moves on
 * when nothing happens any more and no request is under way. The sandbox is told the time with the next request.
 */
export class QuietClock extends VirtualWorld {
	private moment = 0;
	private told = 0;
	private alarms: Alarm[] = [];
	private underWay = 0;
	private happened = 0;
	private isWatching = false;

	override now(): number {
		return this.moment;
	}

	override async set(time: number): Promise<void> {
		this.moment = time;
		await this.tell();
	}

	override async run<T>(task: () => Promise<T>): Promise<T> {
		return await task();
	}

	override async sleep(ms: number, signal?: AbortSignal): Promise<void> {
		if (signal?.aborted === true) return;
		await new Promise<void>((resolve) => {
			const alarm = { at: this.moment + ms, ring: resolve };
			this.alarms.push(alarm);
			signal?.addEventListener('abort', () => {
				this.alarms = this.alarms.filter((other) => other !== alarm);
				resolve();
			});
			this.stir();
		});
	}

	/** Time stands still during a request, which the sandbox gets at the right time. */
	async begin(): Promise<void> {
		this.underWay++;
		await this.tell();
	}

	end(): void {
		this.underWay--;
		this.stir();
	}

	/** The same for whatever else talks to the sandbox. */
	async hold<T>(task: () => Promise<T>): Promise<T> {
		await this.begin();
		try {
			return await task();
		} finally {
			this.end();
		}
	}

	private async tell(): Promise<void> {
		if (this.told === this.moment) return;
		this.told = this.moment;
		await super.set(this.moment);
	}

	private stir(): void {
		this.happened++;
		if (!this.isWatching) void this.watch();
	}

	private async watch(): Promise<void> {
		this.isWatching = true;
		while (this.isIdle() && this.alarms.length > 0) {
			const before = this.happened;
			for (let turn = 0; turn < QUIET_TURNS && this.happened === before; turn++) {
				await new Promise((next) => setImmediate(next));
			}
			if (this.happened === before && this.isIdle()) this.moveOn();
		}
		this.isWatching = false;
	}

	private isIdle(): boolean {
		return this.underWay === 0;
	}

	private moveOn(): void {
		const at = Math.min(...this.alarms.map((alarm) => alarm.at));
		const due = this.alarms.filter((alarm) => alarm.at === at);
		this.alarms = this.alarms.filter((alarm) => alarm.at !== at);
		this.moment = Math.max(this.moment, at);
		this.happened++;
		for (const { ring } of due) ring();
	}
}

/** Puts a bench, as it is after a reset, on such a clock. */
export async function onQuietClock(bench: Bench, start: number): Promise<QuietClock> {
	const clock = new QuietClock(bench.sandbox, start);
	await clock.set(start);
	bench.world = clock;
	bench.node = new ExactOnline(clock);
	return clock;
}
