import { matchOf, type CallKind } from '../harness/callKinds.cjs';
import type { FaultKind } from '../harness/faultKinds.cjs';
import { expectBalanced } from '../harness/invoices.cjs';
import { bench, callsOf, later, longest, run, setUp, startMatrix } from './faultMatrixRun.cjs';
import { booksAfter, undisturbedBy } from './faultMatrixWrites.cjs';
import type { WriteKind } from './faultMatrixWriting.cjs';

/** Reads that one write needs before and after it. */
async function looksOf(kind: WriteKind): Promise<CallKind[]> {
	const { log } = await run(await setUp(kind));
	const gets = log.filter(({ method }) => method === 'GET');
	const endpoints = [...new Set(gets.map(({ endpoint }) => endpoint))];
	return endpoints.map((endpoint) => ({ ...kind, method: 'GET', endpoint, skip: 0 }));
}

/**
 * The look-ups of writing operations x faults. Each is tried once, with the first operation that makes it: the write is
 * carried out or not, but never twice, and a rerun leaves what should be there.
 */
export function lookUpMatrix(kinds: readonly WriteKind[], faults: readonly FaultKind[]): void {
	startMatrix();
	afterEach(async () => await expectBalanced(bench));
	const looks = new Map<WriteKind, CallKind[]>();
	beforeAll(async () => {
		const known = new Set<string>();
		for (const kind of kinds) {
			const fresh = (await looksOf(kind)).filter((look) => !known.has(matchOf(look).path));
			for (const look of fresh) known.add(matchOf(look).path);
			looks.set(kind, fresh);
		}
	}, 120_000);

	const cells = kinds.flatMap((kind) => faults.map((fault) => ({ kind, fault })));
	test.each(cells)(
		'$kind.name x $fault.name',
		async ({ kind, fault }) => {
			for (const look of looks.get(kind) ?? []) await expectNothingTwice(kind, look, fault);
		},
		240_000,
	);
}

async function expectNothingTwice(
	kind: WriteKind,
	look: CallKind,
	fault: FaultKind,
): Promise<void> {
	const { after, calls } = await undisturbedBy(kind);
	const execution = await setUp(kind);
	const seen = await run(execution, look, fault);
	const where = `${look.endpoint}: ${seen.error?.message ?? 'no error'}`;
	if (fault.fault !== undefined) {
		expect([where, callsOf(look, seen.log).some((call) => call.fault !== undefined)]).toEqual([
			where,
			true,
		]);
	}
	expect([where, seen.error?.context.code ?? 'no error']).toEqual([
		where,
		expect.stringMatching(CLEAR),
	]);
	expect(callsOf(kind, seen.log).length).toBeLessThanOrEqual(1);
	expect(seen.log.length).toBeLessThanOrEqual(calls + fault.more * 3 + 3);
	expect(seen.took).toBeLessThanOrEqual(longest(fault, calls));
	if (fault.stopped !== undefined) expect([where, seen.wentOn]).toEqual([where, 0]);
	await later();
	if (seen.error === undefined) expect([where, await booksAfter(kind)]).toEqual([where, after]);
	const again = await run(execution);
	const code = again.error?.context.code ?? 'no error';
	expect([where, ['no error', kind.again].includes(code)]).toEqual([where, true]);
	expect([where, await booksAfter(kind)]).toEqual([where, after]);
}

/** Nothing was written, or what was is named. */
const CLEAR = /^(no error|UNAVAILABLE|RATE_LIMIT|CANCELLED|PARTIAL|UNKNOWN_OUTCOME)$/;
