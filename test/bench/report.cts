import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

import { root } from '../harness/repository.cjs';
import type { Comparison } from './compare.cjs';

const file = join(root, 'docs', 'performance.md');
const place = /<!-- bench -->[^]*<!-- \/bench -->/;

const head = [
	...['Reading', 'With', 'Calls', 'Seconds', 'Times the axios loop', 'Goal'],
	...['CPU µs a record', 'CPU, times the axios loop'],
	...['Output MB', 'More at most MB', 'One page MB', 'RSS MB'],
];

const names = { axios: 'axios loop', helper: "n8n's HTTP helper", node: 'node' } as const;

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

/** The measurements as a Markdown table. */
export function tableOf(comparisons: readonly Comparison[]): string {
	const lines = comparisons.flatMap(rowsOf);
	const all = [head, head.map(() => '---'), ...lines];
	return all.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function rowsOf(comparison: Comparison): string[][] {
	const { scenario, calls, timings, page } = comparison;
	const memory: Record<keyof typeof names, string[]> = {
		axios: [megabytes(comparison.axiosOutput), megabytes(comparison.axiosAbove), ''],
		helper: ['', '', ''],
		node: [megabytes(comparison.output), megabytes(comparison.above), megabytes(page)],
	};
	return (['axios', 'helper', 'node'] as const).map((way) => {
		const { wall, cpu, ratio, cpuRatio, rss } = timings[way];
		return [
			...[scenario.name, names[way], way === 'node' ? String(calls) : ''],
			...[(wall / 1000).toFixed(1), ratio.toFixed(2), way === 'node' ? String(scenario.goal) : ''],
			...[cpu.toFixed(1), cpuRatio.toFixed(2), ...memory[way], megabytes(rss)],
		];
	});
}

/** What was asked for and not reached, in words. */
export function missedGoals(comparisons: readonly Comparison[]): string[] {
	return comparisons.flatMap(({ scenario: { name, goal }, timings, above, page }) => [
		...(timings.node.ratio <= goal
			? []
			: [`${name}: ${timings.node.ratio.toFixed(2)} times the axios loop; the goal is ${goal}`]),
		...(above <= page
			? []
			: [`${name}: ${megabytes(above)} MB above the output; a page is ${megabytes(page)} MB`]),
	]);
}

/** Where it was measured: the numbers of another machine are others, the ratios should not be. */
export function machine(): string {
	const [{ model } = { model: 'unknown CPU' }] = cpus();
	const day = new Date().toISOString().slice(0, 10);
	return `${model}, ${cpus().length} cores; Node.js ${process.versions.node}; n8n ${n8nVersion()}; ${day}`;
}

/** Of the n8n that the demo and the tests start. */
function n8nVersion(): string {
	const text = readFileSync(join(root, 'demo', 'n8n', 'package.json'), 'utf8');
	return (JSON.parse(text) as { dependencies: { n8n: string } }).dependencies.n8n;
}

/** Puts a text between the markers of the page. */
export function writePage(text: string): void {
	const page = readFileSync(file, 'utf8');
	if (!place.test(page)) throw new Error('docs/performance.md has lost its markers');
	writeFileSync(
		file,
		page.replace(place, () => `<!-- bench -->\n\n${text}\n\n<!-- /bench -->`),
	);
}
