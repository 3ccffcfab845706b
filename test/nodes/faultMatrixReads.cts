import type { ReadKind } from '../harness/callKinds.cjs';
import type { FaultKind, ReadEnd } from '../harness/faultKinds.cjs';
import type { RunResult } from '../harness/n8n.cjs';
import { callsOf, cellsOf, later, longest, run, setUp, startMatrix } from './faultMatrixRun.cjs';

interface Undisturbed {
	output: unknown;
	/** Calls in all, and of the kind in question. */
	calls: number;
	ofKind: number;
}

/** What each kind of read answers when nothing goes wrong. */
const undisturbed = new Map<string, Undisturbed>();

async function undisturbedBy(kind: ReadKind): Promise<Undisturbed> {
	const known = undisturbed.get(kind.name);
	if (known !== undefined) return known;
	const { result, log } = await run(await setUp(kind));
	const ofKind = callsOf(kind, log).length;
	const found = { output: contentOf(result), calls: log.length, ofKind };
	expect(ofKind).toBeGreaterThan((kind.skip ?? 0) + (kind.hasNext ? 1 : 0));
	expect(result?.items.length).toBeGreaterThan(0);
	undisturbed.set(kind.name, found);
	return found;
}

/** Items with what is in their files; of which kind a file is, the answer itself says. */
const contentOf = (result: RunResult | undefined) =>
	result?.items.map(({ json, binary }) => ({ json, content: binary?.data?.data }));

const endOf = (kind: ReadKind, fault: FaultKind): ReadEnd | 'none' => {
	if (kind.refusesPages && fault.name === 'HTML page')
		return { code: 'DOWNLOAD', message: /web page/ };
	if (fault.needsNext && !kind.hasNext) return 'none';
	return fault[kind.answer];
};

/** Every read x every fault: the right output, or the error that the table of faults says; and then the right output. */
export function readMatrix(kinds: readonly ReadKind[], faults: readonly FaultKind[]): void {
	startMatrix();
	const cells = cellsOf(kinds, faults, (kind, fault) => endOf(kind, fault) !== 'none');
	test.each(cells)('$kind.name x $fault.name', async ({ kind, fault }) => {
		const { output, calls, ofKind } = await undisturbedBy(kind);
		const execution = await setUp(kind);
		const seen = await run(execution, kind, fault);
		const end = endOf(kind, fault);
		if (end === 'right') {
			expect(seen.error).toBeUndefined();
			expect(contentOf(seen.result)).toEqual(output);
		} else {
			expect(seen.result?.json).toBeUndefined();
			expect(seen.error?.context.code).toBe(end === 'none' ? undefined : end.code);
			expect(seen.error?.message).toMatch(end === 'none' ? /^$/ : end.message);
		}
		const sent = callsOf(kind, seen.log);
		if (fault.fault !== undefined) {
			expect(sent.some((call) => call.fault !== undefined)).toBe(true);
		}
		expect(sent.length).toBeLessThanOrEqual(ofKind + fault.more);
		expect(seen.log.length).toBeLessThanOrEqual(calls + fault.more + 3);
		expect(seen.took).toBeLessThanOrEqual(longest(fault, calls));
		if (fault.stopped !== undefined) {
			expect(seen.wentOn).toBe(0);
			expect(sent.length).toBeLessThanOrEqual((kind.skip ?? 0) + 1);
			expect(callsOf(kind, seen.log.slice(-1))).toHaveLength(
				fault.stopped === 'before' && (kind.skip ?? 0) === 0 ? 0 : 1,
			);
		}
		if (end === 'right') return;
		await later();
		expect(contentOf((await run(execution)).result)).toEqual(output);
	});
}
