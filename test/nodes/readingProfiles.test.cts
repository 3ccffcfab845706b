import type { INodeExecutionData } from 'n8n-workflow';

import { Bench } from '../harness/n8n.cjs';
import type { ProfileName } from '../harness/sandbox.cjs';
import { knownIn, readingOperations, readings } from './readingCases.cjs';

/*
 * The two profiles of the sandbox are the two ways in which Exact's documentation can be read. Whoever reads through
 * the node must not notice: nothing is left out of the comparison.
 */

type Answers = Map<string, INodeExecutionData[][]>;

const answers = new Map<ProfileName, Answers>();

/** What each operation returns, files included: as it is shown, and of its last run also as Exact sends it. */
async function answersOf(bench: Bench, profile: ProfileName): Promise<Answers> {
	await bench.reset(profile);
	await bench.sandbox.settings({ minuteLimit: 1e6, dayLimit: 1e6 });
	const known = await knownIn(bench);
	const found: Answers = new Map();
	for (const [name, reading] of Object.entries(readings)) {
		const runs = reading(known);
		const raw = runs.slice(-1).map((last) => ({ ...last, output: 'raw' }));
		const all: INodeExecutionData[][] = [];
		for (const parameters of [...runs, ...raw]) all.push((await bench.run(parameters)).items);
		found.set(name, all);
	}
	return found;
}

beforeAll(async () => {
	const bench = await Bench.start();
	for (const profile of ['strict', 'lenient'] as const)
		answers.set(profile, await answersOf(bench, profile));
	await bench.stop();
}, 120_000);

test('every operation that reads is compared', () => {
	expect(Object.keys(readings).sort()).toEqual([...readingOperations].sort());
});

test.each(Object.keys(readings))('%s: the same in both profiles', (name) => {
	const strict = answers.get('strict')?.get(name) ?? [];
	expect(strict.map((items) => items.length > 0)).toEqual(strict.map(() => true));
	expect(strict.length).toBeGreaterThan(1);
	expect(answers.get('lenient')?.get(name)).toEqual(strict);
});
