import { inDivision, NL } from '../harness/inputs.cjs';
import { Bench } from '../harness/n8n.cjs';
import { seeded } from '../harness/triggerOracle.cjs';
import { MONDAY } from '../harness/world.cjs';
import { connectNetwork } from './network.cjs';
import { onQuietClock, type QuietClock } from './quietClock.cjs';
import { shareLock } from './sharedLock.cjs';

let bench: Bench;
let clock: QuietClock;
let undo: () => void;
beforeAll(async () => {
	bench = await Bench.start();
}, 30_000);
afterAll(async () => await bench.stop());
beforeEach(async () => {
	await bench.reset('strict', MONDAY);
	clock = await onQuietClock(bench, MONDAY);
	await bench.sandbox.settings({ minuteLimit: 1000, errorLimit: 1000 });
});
afterEach(() => undo());

const callsForTokens = async () =>
	(await bench.sandbox.log()).filter(({ endpoint }) => endpoint === 'oauth2/token');

/** Main and two workers, on a network with delays of chance. */
function threeProcesses(seed: number, slowest = 1200): Bench[] {
	const random = seeded(seed);
	undo = connectNetwork(clock, () => ({ there: random() * 400, back: random() * slowest }));
	shareLock(clock);
	return [bench, bench.another('worker-1'), bench.another('worker-2')];
}

describe('a login that Exact ends before its time', () => {
	const everyContact = inDivision('apiRequest', 'send', {
		...{ method: 'GET', path: 'crm/Accounts', query: "$select=ID&$filter=Name ne ''" },
		returnAll: true,
	});

	it.each([1, 2, 3, 4, 5])(
		'is renewed once, and no execution takes it for a missing right (case %i)',
		async (seed) => {
			await bench.sandbox.generate(NL, 'Accounts', 600);
			const rows = (await bench.sandbox.records(NL, 'Accounts')).length;
			const processes = threeProcesses(seed);
			const readAlong = async (_: unknown, n: number) => {
				await clock.sleep(n * 150);
				return (await (processes[n % 3] ?? bench).run(everyContact)).json.length;
			};
			const ending = async () => {
				for (const pause of [4_000, 6_000]) {
					await clock.sleep(pause);
					await clock.hold(async () => await bench.sandbox.expireTokens());
				}
			};
			const executions = Array.from({ length: 6 }, () => undefined);
			const [counts] = await Promise.all([Promise.all(executions.map(readAlong)), ending()]);
			expect(counts).toEqual(executions.map(() => rows));
			expect(await callsForTokens()).toHaveLength(2);
		},
		120_000,
	);
});

describe('a token endpoint that is slower than n8n waits for its lock', () => {
	it('is not taken for a lost login where Exact keeps the chain: who was refused finds the new token', async () => {
		await bench.sandbox.settings({ reuseBreaksChain: false });
		const processes = threeProcesses(1);
		undo();
		let tokenCalls = 0;
		const isSlow = (url: string) => url.includes('oauth2/token') && tokenCalls++ === 0;
		undo = connectNetwork(clock, (url) => ({ there: 100, back: isSlow(url) ? 14_000 : 300 }));
		await clock.set(MONDAY + 601_000);
		const read = inDivision('client', 'getAll', { limit: 1, output: 'raw' });
		const results = await Promise.all(processes.map(async (process) => await process.run(read)));
		expect(results.map(({ json }) => json.length)).toEqual([1, 1, 1]);
		const outcomes = (await callsForTokens()).map(
			({ body }) => (body as { outcome: string }).outcome,
		);
		expect(outcomes.filter((one) => one === 'issued')).toHaveLength(1);
		expect(outcomes).toContain('superseded');
	}, 60_000);
});
