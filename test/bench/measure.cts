import { reachable, watchHeap } from './heapWatch.cjs';
import { ways, type Assignment, type Way } from './ways.cjs';

/** One run in a process of its own. */
export interface Job extends Assignment {
	way: Way;
	/** Whether memory is watched; that takes so long that the times of such a run say nothing. */
	watched: boolean;
}

/** What a run took. Times are in milliseconds, memory in bytes beyond what there was before. */
export interface Measured {
	wall: number;
	/** User and system time of all threads of the process; the sandbox is another one. */
	cpu: number;
	/** Reachable at the end: the output. */
	kept: number;
	/** Reachable at most; 0 when nobody watched. */
	peak: number;
	/** Most memory that the system gave to the process, all of n8n-core included. */
	rss: number;
	/** Items that came out, or rows. */
	count: number;
}

/** Carries out a job and measures it. */
export async function measure({ way, watched, ...assignment }: Job): Promise<Measured> {
	const watch = watched ? await watchHeap() : undefined;
	const before = reachable();
	const started = { wall: performance.now(), cpu: process.cpuUsage() };
	const output = await ways[way](assignment);
	const wall = performance.now() - started.wall;
	const { user, system } = process.cpuUsage(started.cpu);
	const rss = process.resourceUsage().maxRSS * 1024;
	const peak = watch === undefined ? 0 : (await watch.stop()) - before;
	const kept = reachable() - before;
	return { wall, cpu: (user + system) / 1000, kept, peak, rss, count: countOf(output) };
}

/** The node answers a list of items for each of its outputs. */
function countOf(output: unknown): number {
	const [first] = output as unknown[];
	return Array.isArray(first) ? first.length : (output as unknown[]).length;
}
