// n8n-core's dependency injection needs the metadata API before its first import.
import 'reflect-metadata';

import { startSandbox, type Sandbox } from '../harness/sandbox.cjs';
import { commandLine, type CommandLine } from './commandLine.cjs';
import { compare, type Comparison, type Extent } from './compare.cjs';
import { measureGrowth, type Growth } from './growth.cjs';
import { carryOutJob, HEAP_MB } from './measuring/child.cjs';
import { measurePackage, type Published } from './published.cjs';
import { comparisonTable, missedIn } from './report/comparisons.cjs';
import { growthText, missedGrowth } from './report/growth.cjs';
import { machine } from './report/machine.cjs';
import { writePage } from './report/page.cjs';
import { missedByPackage, publishedTable } from './report/published.cjs';
import type { Scenario } from './scenario.cjs';
import { scenarios } from './scenarios/index.cjs';

interface Results {
	comparisons: Comparison[];
	growth?: Growth;
	published?: Published;
}

async function main(): Promise<void> {
	const asked = commandLine();
	if (asked === undefined) return;
	const results = await measured(asked);
	const text = textOf(results, asked);
	process.stdout.write(`${text}\n`);
	if (asked.isFull) writePage(text);
	const missed = missedOf(results);
	for (const one of missed) process.stderr.write(`Missed: ${one}\n`);
	process.exitCode = missed.length === 0 ? 0 : 1;
}

async function measured(asked: CommandLine): Promise<Results> {
	const { isWanted, scale, rounds } = asked;
	const results: Results = { comparisons: [] };
	if (isWanted('package')) results.published = await measurePackage();
	const sandbox = await startSandbox();
	try {
		for (const scenario of scenarios.filter(({ key }) => isWanted(key))) {
			results.comparisons.push(await compared(scenario, sandbox, asked));
		}
		if (isWanted('growth')) {
			const fewer = { scale, rounds: Math.ceil(rounds / 2) };
			results.growth = await measureGrowth(__filename, sandbox, fewer);
		}
	} finally {
		await sandbox.stop();
	}
	return results;
}

async function compared(
	scenario: Scenario,
	sandbox: Sandbox,
	{ scale, rounds }: CommandLine,
): Promise<Comparison> {
	process.stderr.write(`${scenario.name} …\n`);
	const count = Math.ceil((scenario.count * scale) / 4) * 4;
	return await compare(__filename, scenario, sandbox, {
		count,
		rounds: roundsOf(scenario, rounds),
		watched: ['axios', 'node'],
	});
}

/** A ratio with a goal takes all rounds; the many calls of a generic node are the same in each. */
function roundsOf({ goal }: Scenario, rounds: number): Extent['rounds'] {
	const [some, few] = [Math.ceil(rounds / 2), Math.ceil(rounds / 5)];
	return goal === undefined
		? { axios: some, generic: few, node: some }
		: { axios: rounds, helper: some, generic: few, node: rounds };
}

function textOf({ comparisons, growth, published }: Results, { rounds }: CommandLine): string {
	return [
		`${rounds} rounds. ${machine()}. At most ${HEAP_MB} MB for objects.`,
		...(comparisons.length === 0 ? [] : [comparisonTable(comparisons)]),
		...(growth === undefined ? [] : [growthText(growth)]),
		...(published === undefined ? [] : [publishedTable(published)]),
	].join('\n\n');
}

function missedOf({ comparisons, growth, published }: Results): string[] {
	return [
		...comparisons.flatMap(missedIn),
		...(growth === undefined ? [] : missedGrowth(growth)),
		...(published === undefined ? [] : missedByPackage(published)),
	];
}

// Each run is this program again, as a child that is told what to do.
void (process.send === undefined ? main() : carryOutJob());
