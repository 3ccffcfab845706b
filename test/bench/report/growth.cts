import type { Comparison } from '../compare.cjs';
import { MOST_GROWTH, type Growth } from '../growth.cjs';
import { missedMemory } from './comparisons.cjs';
import { count, megabytes, seconds, table } from './table.cjs';

const head = [
	...['Lines', 'Calls', 'Seconds', 'CPU µs a line', 'CPU µs a line, axios loop'],
	...['Output MB', 'More at most MB', 'One page MB', 'RSS MB'],
];

/** One row for each size, and what became of the goal. */
export function growthText({ sizes, node, axios }: Growth): string {
	return [
		table(head, sizes.map(row)),
		`CPU time for a line, the most lines compared with the cheapest of the other sizes: ${node.toFixed(2)} for the node, ${axios.toFixed(2)} for the axios loop; the goal is at most ${MOST_GROWTH}.`,
	].join('\n\n');
}

function row({ records, timings, page = 0 }: Comparison): string[] {
	const { node, axios } = timings;
	if (node?.memory === undefined || axios === undefined) throw new Error('A size was not measured');
	return [
		...[count(records), count(node.calls), seconds(node.wall)],
		...[node.cpu.toFixed(1), axios.cpu.toFixed(1)],
		...[megabytes(node.memory.output), megabytes(node.memory.above), megabytes(page)],
		megabytes(node.rss),
	];
}

/** What was asked for and not reached, in words. */
export function missedGrowth({ sizes, node }: Growth): string[] {
	return [
		...(node <= MOST_GROWTH
			? []
			: [`CPU time for a line grows by ${node.toFixed(2)}; the goal is ${MOST_GROWTH}`]),
		...sizes.flatMap(({ records, timings, page }) =>
			missedMemory(`Growth, ${count(records)} lines`, timings.node?.memory?.above ?? NaN, page),
		),
	];
}
