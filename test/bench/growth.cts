import type { Sandbox } from '../harness/sandbox.cjs';
import { compare, type Comparison } from './compare.cjs';
import { exportedLines } from './scenarios/ledger.cjs';

/** Ledger lines, a thousand to a million; eight columns of them, so that a million fit in memory. */
const SIZES = [1e3, 1e4, 1e5, 1e6];

/** Most CPU time for a line of the largest size, as a multiple of the least at any smaller one. */
export const MOST_GROWTH = 1.3;

export interface Growth {
	sizes: Comparison[];
	/** That multiple, for the node and for the axios loop. */
	node: number;
	axios: number;
}

/** The same reading in four sizes. */
export async function measureGrowth(
	program: string,
	sandbox: Sandbox,
	{ scale, rounds }: { scale: number; rounds: number },
): Promise<Growth> {
	const sizes: Comparison[] = [];
	for (const size of SIZES) {
		const count = Math.ceil((size * scale) / 4) * 4;
		process.stderr.write(`growth: ${count} lines …\n`);
		sizes.push(
			await compare(program, exportedLines, sandbox, {
				count,
				rounds: { axios: rounds, node: rounds },
				watched: ['node'],
			}),
		);
	}
	const growth = (way: 'axios' | 'node') => {
		const times = sizes.map(({ timings }) => timings[way]?.cpu ?? Number.NaN);
		return (times.at(-1) ?? Number.NaN) / Math.min(...times.slice(0, -1));
	};
	return { sizes, node: growth('node'), axios: growth('axios') };
}
