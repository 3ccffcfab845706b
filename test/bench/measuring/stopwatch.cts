/** Adds up the time that tasks take: until they end, and of the processor. */
export interface Stopwatch {
	/** Milliseconds. */
	readonly wall: number;
	/** Milliseconds of user and system time, of all threads of the process; the sandbox is another one. */
	readonly cpu: number;
	/** Runs a task and counts its time. */
	time<T>(task: () => Promise<T>): Promise<T>;
}

export function createStopwatch(): Stopwatch {
	let [wall, cpu] = [0, 0];
	return {
		get wall() {
			return wall;
		},
		get cpu() {
			return cpu;
		},
		async time(task) {
			const started = { wall: performance.now(), cpu: process.cpuUsage() };
			const result = await task();
			wall += performance.now() - started.wall;
			const { user, system } = process.cpuUsage(started.cpu);
			cpu += (user + system) / 1000;
			return result;
		},
	};
}
