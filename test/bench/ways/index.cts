import type { Stopwatch } from '../measuring/stopwatch.cjs';
import type { Assignment } from '../scenario.cjs';
import { scenarioOf } from '../scenarios/index.cjs';
import { exactWith } from './exact.cjs';
import { nodeContext, runNode } from './node.cjs';
import { plainClient, sendAll, throughHelper, type Send } from './sending.cjs';

/**
 * How the same is done: by the node, by a plain axios loop over the calls that the node needs, by n8n's HTTP helper
 * over the same calls, with the calls of a generic node. `page` is the first of those calls only.
 */
export type Way = 'axios' | 'helper' | 'generic' | 'node' | 'page';

/** What a run has in memory when it is through, and how many records of it were counted. */
export interface Output {
	kept: unknown;
	records: number;
}

type Run = (assignment: Assignment, stopwatch: Stopwatch) => Promise<Output>;

export const ways: Readonly<Record<Way, Run>> = {
	axios: async ({ needed, credential }, stopwatch) =>
		await counted(stopwatch, async () => await sendAll(needed, plainClient(credential))),
	page: async ({ needed, credential }, stopwatch) =>
		await counted(
			stopwatch,
			async () => await sendAll(needed.slice(0, 1), plainClient(credential)),
		),
	helper: async (assignment, stopwatch) =>
		await counted(stopwatch, async () => await sendAll(assignment.needed, helperOf(assignment))),
	generic: async (assignment, stopwatch) => {
		const { generic } = scenarioOf(assignment.scenario);
		const kept = await stopwatch.time(
			async () => await generic(exactWith(helperOf(assignment), assignment), assignment),
		);
		return { kept, records: 0 };
	},
	node: async (assignment, stopwatch) => {
		const { run, countOf } = scenarioOf(assignment.scenario);
		const items =
			run === undefined
				? await stopwatch.time(async () => await runNode(assignment))
				: await run(assignment, stopwatch);
		return { kept: items, records: countOf?.(items) ?? items.length };
	},
};

async function counted(stopwatch: Stopwatch, read: () => Promise<unknown[]>): Promise<Output> {
	const kept = await stopwatch.time(read);
	return { kept, records: kept.length };
}

function helperOf(assignment: Assignment): Send {
	return throughHelper(nodeContext(assignment));
}
