import type { Sandbox } from '../harness/sandbox.cjs';
import { median } from './measuring/median.cjs';
import { settingOf, type Observed } from './observe.cjs';
import type { Scenario } from './scenario.cjs';

/** The ways that stand in the table, in the order in which they run in each round. */
export const compared = ['axios', 'helper', 'generic', 'node'] as const;
export type Compared = (typeof compared)[number];

/** What a way took, in the middle of its rounds. */
export interface Timing {
	calls: number;
	/** Milliseconds. */
	wall: number;
	/** Microseconds for each record. */
	cpu: number;
	/** Time until the end, and CPU time, as multiples of the axios loop's in the same round. */
	ratio: number;
	cpuRatio: number;
	/** Bytes. */
	rss: number;
	/** Bytes that it put out, and what it needed beyond that at most; not watched for all ways. */
	memory?: { output: number; above: number };
}

export interface Comparison {
	scenario: Scenario;
	records: number;
	timings: Partial<Record<Compared, Timing>>;
	/** Bytes of one page as it was parsed, where that is the measure of memory. */
	page?: number;
}

/** How much is measured. */
export interface Extent {
	count: number;
	/** How often each way is timed; those not named are left out. */
	rounds: Partial<Record<Compared, number>>;
	/** The ways whose memory is watched, in a run of its own each. */
	watched: ReadonlyArray<'axios' | 'node'>;
}

/** Measures a scenario on a sandbox of its own making. */
export async function compare(
	program: string,
	scenario: Scenario,
	sandbox: Sandbox,
	{ count, rounds, watched }: Extent,
): Promise<Comparison> {
	const { records, observe } = await settingOf(program, scenario, sandbox, count);
	// Not counted: it shows where the node reads, so that the others follow.
	const { needed } = await observe('node', []);
	const runs = await timedRuns(rounds, async (way) => await observe(way, needed));
	const timings: Comparison['timings'] = {};
	for (const way of compared) {
		if (runs[way].length > 0) timings[way] = timingOf(runs[way], runs.axios, records());
	}
	for (const way of watched) {
		const { kept, peak } = await observe(way, needed, true);
		const timing = timings[way];
		if (timing !== undefined) timing.memory = { output: kept, above: Math.max(0, peak - kept) };
	}
	const page = scenario.isFlat ? (await observe('page', needed, true)).kept : undefined;
	return { scenario, records: records(), timings, page };
}

type Runs = Record<Compared, Observed[]>;

/** What disturbs the machine disturbs all of the ways: each round has all that are not through. */
async function timedRuns(
	rounds: Extent['rounds'],
	run: (way: Compared) => Promise<Observed>,
): Promise<Runs> {
	const runs: Runs = { axios: [], helper: [], generic: [], node: [] };
	const most = Math.max(...Object.values(rounds));
	for (let round = 0; round < most; round++) {
		for (const way of compared) {
			if (round < (rounds[way] ?? 0)) runs[way].push(await run(way));
		}
	}
	return runs;
}

function timingOf(runs: readonly Observed[], axios: readonly Observed[], records: number): Timing {
	const ratio = (time: 'wall' | 'cpu') =>
		median(runs.map((run, round) => run[time] / (axios[round]?.[time] ?? Number.NaN)));
	return {
		calls: runs[0]?.calls ?? 0,
		wall: median(runs.map(({ wall }) => wall)),
		cpu: (median(runs.map(({ cpu }) => cpu)) * 1000) / records,
		ratio: ratio('wall'),
		cpuRatio: ratio('cpu'),
		rss: median(runs.map(({ rss }) => rss)),
	};
}
