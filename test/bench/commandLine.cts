import { parseArgs } from 'node:util';

import { scenarios } from './scenarios/index.cjs';

/** What is measured besides the scenarios. */
const parts = ['growth', 'package'] as const;
export type Part = (typeof parts)[number];

const LINES = 100_000;
const ROUNDS = 5;

const usage = `Usage: npm run bench -- [options]

  --only <name>  one of these, and it may be given several times:
                 ${scenarios.map(({ key }) => key).join(', ')},
                 ${parts.join(', ')}
  --lines <n>    ledger lines (${LINES}); everything else shrinks with them
  --rounds <n>   how often each way is timed (${ROUNDS})
  --help         print this text

The measurements of a run without options go into docs/performance.md.
`;

export interface CommandLine {
	isWanted(name: string): boolean;
	/** 1 for the whole of each scenario. */
	scale: number;
	rounds: number;
	/** Whether it is the run that the page shows. */
	isFull: boolean;
}

/** What the person asked for; undefined when that was only the help text. */
export function commandLine(): CommandLine | undefined {
	const { values } = parseArgs({
		options: {
			only: { type: 'string', multiple: true, default: [] },
			lines: { type: 'string', default: String(LINES) },
			rounds: { type: 'string', default: String(ROUNDS) },
			help: { type: 'boolean', default: false },
		},
	});
	const { only } = values;
	const [lines, rounds] = [Number(values.lines), Number(values.rounds)];
	const areCounts = [lines, rounds].every((one) => Number.isInteger(one) && one > 0);
	const known: readonly string[] = [...scenarios.map(({ key }) => key), ...parts];
	if (values.help || !areCounts || !only.every((name) => known.includes(name))) {
		process.stdout.write(usage);
		process.exitCode = values.help ? 0 : 1;
		return undefined;
	}
	return {
		isWanted: (name) => only.length === 0 || only.includes(name),
		...{ scale: lines / LINES, rounds },
		isFull: only.length === 0 && lines === LINES && rounds === ROUNDS,
	};
}
