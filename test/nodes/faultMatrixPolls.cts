import type { CallKind } from '../harness/callKinds.cjs';
import type { FaultKind } from '../harness/faultKinds.cjs';
import { BE, NL } from '../harness/inputs.cjs';
import type { Polled, TriggerBench } from '../harness/trigger.cjs';
import { bench, callsOf, lieInWait, longest, restore, startMatrix } from './faultMatrixRun.cjs';
import { enter, idsOf, MAY } from './triggerEntries.cjs';
import { everySide, startOn } from './triggerWatch.cjs';

/** Both sides of two companies, one of them with more than a page, and their lines. */
async function scene(): Promise<{ trigger: TriggerBench; ids: string[] }> {
	await bench.reset('strict', MAY);
	const trigger = await startOn(bench, {
		divisions: [NL, BE],
		kinds: everySide,
		output: 'simplified',
		options: { includeLines: true },
	});
	const ids = await enter(bench, [
		...Array.from({ length: 70 }, () => ({})),
		{ entity: 'PurchaseEntries', type: 30 },
		{ division: BE },
		{ division: BE, entity: 'PurchaseEntries', type: 30 },
	]);
	return { trigger, ids };
}

interface Rehearsed {
	kinds: CallKind[];
	calls: number;
}

/** The calls of a poll, the first and the last of each endpoint: what is new, its pages, lines, and the clock of Exact. */
async function rehearse(): Promise<Rehearsed> {
	const { trigger } = await scene();
	await trigger.poll();
	const log = await bench.sandbox.log();
	const endpoints = [...new Set(log.map(({ endpoint }) => endpoint))];
	const kinds = endpoints.flatMap((endpoint): CallKind[] => {
		const last = log.filter((call) => call.endpoint === endpoint).length - 1;
		return [...new Set([0, last])].map((skip) => ({
			...{ name: `call ${skip + 1}`, method: 'GET', endpoint, skip },
			scene: () => ({ parameters: {} }),
		}));
	});
	return { kinds, calls: log.length };
}

/** The page that says how many there are: without rows it can not be right. */
const isCounted = ({ endpoint, skip }: CallKind) => /Entries$/.test(endpoint) && skip === 0;

async function polledUnder(
	trigger: TriggerBench,
	kind: CallKind,
	fault: FaultKind,
): Promise<Polled> {
	await lieInWait(kind, fault, new AbortController());
	const polled = await trigger.poll();
	restore();
	return polled;
}

/** Each call of a poll x a fault: nothing is lost and nothing comes twice, with this poll and the next ones. */
export function pollMatrix(faults: readonly FaultKind[]): void {
	startMatrix();
	let rehearsed: Rehearsed;
	beforeAll(async () => (rehearsed = await rehearse()), 60_000);
	const cells = faults.filter(({ stopped }) => stopped === undefined);
	test.each(cells)(
		'$name',
		async (fault) => {
			for (const kind of rehearsed.kinds.filter((one) => !fault.needsNext || isCounted(one))) {
				const { trigger, ids } = await scene();
				const start = bench.world.now();
				const polled = await polledUnder(trigger, kind, fault);
				const where = `${kind.name}, ${kind.endpoint}: ${polled.error?.message ?? 'no error'}`;
				const log = await bench.sandbox.log();
				expect([where, polled.error?.context.code ?? 'no error']).toEqual([
					where,
					expect.stringMatching(/^(no error|UNAVAILABLE)$/),
				]);
				expect(log.length).toBeLessThanOrEqual(rehearsed.calls + fault.more * 3 + 3);
				if (fault.fault !== undefined) {
					expect(callsOf(kind, log).some((call) => call.fault !== undefined)).toBe(true);
				}
				expect(bench.world.now() - start).toBeLessThanOrEqual(longest(fault, rehearsed.calls));
				await bench.sandbox.clearFaults();
				const received = [...polled.json];
				for (let poll = 0; poll < 3; poll++) {
					await bench.world.set(bench.world.now() + 120_000);
					received.push(...(await trigger.poll()).json);
				}
				expect([where, idsOf(received).sort()]).toEqual([where, ids]);
			}
		},
		240_000,
	);
}
