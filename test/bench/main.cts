// n8n-core's dependency injection needs the metadata API before its first import.
import 'reflect-metadata';
import { parseArgs } from 'node:util';

import { startSandbox } from '../harness/sandbox.cjs';
import { carryOutJob } from './child.cjs';
import { compare, type Comparison } from './compare.cjs';
import { machine, missedGoals, tableOf, writePage } from './report.cjs';
import { scenarios } from './scenarios.cjs';

const usage = `Usage: npm run bench -- [options]

  --lines <n>    ledger lines, a multiple of 4 (100000)
  --rounds <n>   how often each way is timed (5)
  --help         print this text

The measurements of a run without options go into docs/performance.md.
`;

interface CommandLine {
	lines: number;
	rounds: number;
	/** Whether it is the run that the page shows. */
	isFull: boolean;
}

/** What the person asked for; undefined when that was only the help text. */
function commandLine(): CommandLine | undefined {
	const { values } = parseArgs({
		options: {
			lines: { type: 'string', default: '100000' },
			rounds: { type: 'string', default: '5' },
			help: { type: 'boolean', default: false },
		},
	});
	const [lines, rounds] = [Number(values.lines), Number(values.rounds)];
	const areCounts = [lines / 4, rounds].every((count) => Number.isInteger(count) && count > 0);
	if (values.help || !areCounts) {
		process.stdout.write(usage);
		process.exitCode = values.help ? 0 : 1;
		return undefined;
	}
	return { lines, rounds, isFull: lines === 100_000 && rounds === 5 };
}

async function main(): Promise<void> {
	const asked = commandLine();
	if (asked === undefined) return;
	const comparisons = await measured(asked);
	const text = [
		`${asked.lines} lines, ${asked.rounds} rounds. ${machine()}.`,
		tableOf(comparisons),
	].join('\n\n');
	process.stdout.write(`${text}\n`);
	if (asked.isFull) writePage(text);
	const missed = missedGoals(comparisons);
	for (const one of missed) process.stderr.write(`Missed: ${one}\n`);
	process.exitCode = missed.length === 0 ? 0 : 1;
}

async function measured(asked: CommandLine): Promise<Comparison[]> {
	const sandbox = await startSandbox();
	const comparisons: Comparison[] = [];
	try {
		for (const scenario of scenarios) {
			process.stderr.write(`${scenario.name} …\n`);
			comparisons.push(await compare(__filename, scenario, sandbox, asked));
		}
	} finally {
		await sandbox.stop();
	}
	return comparisons;
}

// Each run is this program again, as a child that is told what to do.
void (process.send === undefined ? main() : carryOutJob());
