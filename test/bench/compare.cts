import { connectedCredential } from '../harness/credential.cjs';
import type { Sandbox } from '../harness/sandbox.cjs';
import { measureApart } from './child.cjs';
import type { Measured } from './measure.cjs';
import type { Scenario } from './scenarios.cjs';
import type { Way } from './ways.cjs';

/** How the ways are timed, in this order in each round: what disturbs the machine disturbs all of them. */
const timed = ['axios', 'helper', 'node'] as const;

/** What a way took, in the middle of all rounds. */
export interface Timing {
	/** Milliseconds. */
	wall: number;
	/** Microseconds for each record. */
	cpu: number;
	/** Time until the end, and CPU time, as multiples of the axios loop's in the same round. */
	ratio: number;
	cpuRatio: number;
	/** Bytes. */
	rss: number;
}

export interface Comparison {
	scenario: Scenario;
	calls: number;
	/** Rows that Exact gave. */
	records: number;
	timings: Record<(typeof timed)[number], Timing>;
	/** Bytes: what the node put out, how much more it needed at most, and one page as it was parsed. */
	output: number;
	above: number;
	page: number;
	/** The same for the axios loop, which has nothing but the rows and the page that it reads. */
	axiosOutput: number;
	axiosAbove: number;
}

/** Measures a scenario on a sandbox of its own making. */
export async function compare(
	program: string,
	scenario: Scenario,
	sandbox: Sandbox,
	{ lines, rounds }: { lines: number; rounds: number },
): Promise<Comparison> {
	// Limits are no part of what is measured: nothing waits.
	await sandbox.reset({ settings: { minuteLimit: 1e6, dayLimit: 1e6 } });
	await scenario.fill(sandbox, lines);
	const run = async (way: Way, url: string, watched = false) => {
		const credential = await connectedCredential(sandbox, Date.now());
		const { parameters } = scenario;
		return await measureApart(program, { way, watched, url, parameters, credential });
	};
	const { url, calls } = await firstCall(scenario, sandbox, async () => await run('node', ''));
	const times: Record<(typeof timed)[number], Measured[]> = { axios: [], helper: [], node: [] };
	for (let round = 0; round < rounds; round++) {
		for (const way of timed) times[way].push(await run(way, url));
	}
	const [page, axios, node] = [
		await run('page', url, true),
		await run('axios', url, true),
		await run('node', url, true),
	];
	const timing = (way: (typeof timed)[number]) => timingOf(times[way], times.axios);
	return {
		...{ scenario, calls, records: axios.count, page: page.kept },
		timings: { axios: timing('axios'), helper: timing('helper'), node: timing('node') },
		...{ output: node.kept, above: node.peak - node.kept },
		...{ axiosOutput: axios.kept, axiosAbove: axios.peak - axios.kept },
	};
}

/** Where the node begins to read, and with how many calls it ends: the others follow the same pages. */
async function firstCall(
	{ name, pages }: Scenario,
	sandbox: Sandbox,
	read: () => Promise<unknown>,
): Promise<{ url: string; calls: number }> {
	await sandbox.clearLog();
	await read();
	const log = await sandbox.log();
	const first = log.find(({ endpoint }) => endpoint === pages);
	if (first === undefined) throw new Error(`${name} did not read ${pages}`);
	return { url: `${sandbox.url}${first.url}`, calls: log.length };
}

function timingOf(runs: readonly Measured[], axios: readonly Measured[]): Timing {
	const records = axios[0]?.count ?? 0;
	const ratio = (time: 'wall' | 'cpu') =>
		median(runs.map((run, round) => run[time] / (axios[round]?.[time] ?? Number.NaN)));
	return {
		wall: median(runs.map(({ wall }) => wall)),
		cpu: (median(runs.map(({ cpu }) => cpu)) * 1000) / records,
		ratio: ratio('wall'),
		cpuRatio: ratio('cpu'),
		rss: median(runs.map(({ rss }) => rss)),
	};
}

function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length / 2;
	const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
	return (low + high) / 2;
}
