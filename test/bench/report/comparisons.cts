import { compared, type Compared, type Comparison, type Timing } from '../compare.cjs';
import { count, megabytes, seconds, table } from './table.cjs';

/** What Exact allows for each company and app. */
const CALLS_A_MINUTE = 60;

const head = [
	...['What', 'With', 'Calls', 'Minutes of calls', 'Seconds', 'Times the axios loop', 'Goal'],
	...['CPU µs a record', 'CPU, times the axios loop'],
	...['Output MB', 'More at most MB', 'One page MB', 'RSS MB'],
];

const names: Record<Compared, string> = {
	axios: 'axios loop',
	helper: "n8n's HTTP helper",
	generic: 'generic node',
	node: 'node',
};

export const minutes = (calls: number): string => (calls / CALLS_A_MINUTE).toFixed(1);

/** Each scenario done in each way. */
export function comparisonTable(comparisons: readonly Comparison[]): string {
	return table(
		head,
		comparisons.flatMap((comparison) =>
			compared.flatMap((way) => {
				const timing = comparison.timings[way];
				return timing === undefined ? [] : [row(comparison, way, timing)];
			}),
		),
	);
}

function row({ scenario, records, page }: Comparison, way: Compared, timing: Timing): string[] {
	const { calls, wall, cpu, ratio, cpuRatio, rss, memory } = timing;
	const { name, unit, goal } = scenario;
	const ofNode = (text: string | undefined) => (way === 'node' ? (text ?? '') : '');
	const { output, above } = memory ?? {};
	return [
		...[`${name}: ${count(records)} ${unit}`, names[way], count(calls), minutes(calls)],
		...[seconds(wall), ratio.toFixed(2), ofNode(goal?.toString())],
		...[cpu.toFixed(1), cpuRatio.toFixed(2)],
		...[output, above].map((bytes) => (bytes === undefined ? '' : megabytes(bytes))),
		...[ofNode(page === undefined ? undefined : megabytes(page)), megabytes(rss)],
	];
}

/** What was asked for and not reached, in words. */
export function missedIn({ scenario, records, timings, page }: Comparison): string[] {
	const { name, goal } = scenario;
	const { ratio = Number.NaN, memory } = timings.node ?? {};
	const { above = Number.NaN } = memory ?? {};
	const what = `${name}, ${count(records)}`;
	return [
		...(goal === undefined || ratio <= goal
			? []
			: [`${what}: ${ratio.toFixed(2)} times the axios loop; the goal is ${goal}`]),
		...missedMemory(what, above, page),
	];
}

/** What is needed beyond the output is no more than one page. */
export function missedMemory(what: string, above: number, page: number | undefined): string[] {
	if (page === undefined || above <= page) return [];
	return [`${what}: ${megabytes(above)} MB above the output; a page is ${megabytes(page)} MB`];
}
