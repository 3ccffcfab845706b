import type { Assignment } from '../scenario.cjs';
import { ways, type Way } from '../ways/index.cjs';
import { reachable, watchHeap } from './heapWatch.cjs';
import { createStopwatch } from './stopwatch.cjs';

/** One run in a process of its own. */
export interface Job {
	way: Way;
	/** Whether memory is watched; that takes so long that the times of such a run say nothing. */
	watched: boolean;
	assignment: Assignment;
}

/** What a run took. Times are in milliseconds, memory in bytes beyond what there was before. */
export interface Measured {
	wall: number;
	cpu: number;
	/** Reachable at the end: the output. */
	kept: number;
	/** Reachable at most; 0 when nobody watched. */
	peak: number;
	/** Most memory that the system gave to the process, all of n8n-core included. */
	rss: number;
	/** Records that came out, as far as the way counts them. */
	records: number;
}

/** Carries out a job and measures it. */
export async function measure({ way, watched, assignment }: Job): Promise<Measured> {
	const watch = watched ? await watchHeap() : undefined;
	const before = reachable();
	const stopwatch = createStopwatch();
	const output = await ways[way](assignment, stopwatch);
	const { wall, cpu } = stopwatch;
	const rss = process.resourceUsage().maxRSS * 1024;
	const peak = watch === undefined ? 0 : (await watch.stop()) - before;
	const kept = reachable() - before;
	return { wall, cpu, kept, peak, rss, records: output.records };
}
