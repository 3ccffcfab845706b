import { afterEachCall, beforeEachCall } from '../harness/betweenCalls.cjs';
import { matchOf, type CallKind, type Execution } from '../harness/callKinds.cjs';
import { Elsewhere } from '../harness/elsewhere.cjs';
import type { FaultKind } from '../harness/faultKinds.cjs';
import { giveUpOn } from '../harness/impatience.cjs';
import { Bench, type RunResult, type ShownError } from '../harness/n8n.cjs';
import type { LogEntry } from '../harness/sandbox.cjs';

/** The node, the sandbox and the other host of the file that has called `startMatrix`. */
export let bench: Bench;
export let elsewhere: Elsewhere;

let undo: Array<() => void> = [];

/** Starts what the cells of a file need, and looks after each of them whether anything was sent elsewhere. */
export function startMatrix(): void {
	beforeAll(async () => {
		elsewhere = await Elsewhere.start();
		bench = await Bench.start();
	}, 60_000);
	afterAll(async () => {
		await bench.stop();
		await elsewhere.stop();
	});
	afterEach(() => {
		restore();
		expect(elsewhere.arrived.splice(0)).toEqual([]);
	});
}

/** Ends what a fault does to the client. */
export function restore(): void {
	for (const one of undo) one();
	undo = [];
}

/** What came of a run. */
export interface Seen {
	result?: RunResult;
	error?: ShownError;
	log: LogEntry[];
	/** How long it took, and for how long it went on after somebody had stopped it (ms). */
	took: number;
	wentOn: number;
}

/** A fresh sandbox with what a kind of call needs. */
export async function setUp(kind: CallKind): Promise<Execution> {
	await bench.reset();
	if (kind.settings !== undefined) await bench.sandbox.settings(kind.settings);
	const execution = await kind.scene(bench);
	await bench.sandbox.clearLog();
	return execution;
}

/** Runs an operation as it is, or while a fault lies in wait for one kind of its calls. */
export async function run(
	{ parameters, files }: Execution,
	kind?: CallKind,
	fault?: FaultKind,
): Promise<Seen> {
	const stop = new AbortController();
	let stoppedAt = Infinity;
	stop.signal.addEventListener('abort', () => (stoppedAt = bench.world.now()));
	if (kind !== undefined && fault !== undefined) await lieInWait(kind, fault, stop);
	const start = bench.world.now();
	const running = bench.run(parameters, { files, signal: stop.signal });
	const watching = fault?.stopped === 'during' && kind && stopOnArrival(kind, stop, running);
	const seen = await running.then(
		(result) => ({ result }),
		(error: unknown) => ({ error: error as ShownError }),
	);
	await watching;
	restore();
	const now = bench.world.now();
	const log = await bench.sandbox.log();
	return { ...seen, log, took: now - start, wentOn: Math.max(0, now - stoppedAt) };
}

/** Makes the next call of a kind go wrong, until `restore`. */
export async function lieInWait(
	kind: CallKind,
	fault: FaultKind,
	stop: AbortController,
): Promise<void> {
	const { method, endpoint, skip = 0 } = kind;
	if (fault.fault !== undefined) {
		const rule = { match: matchOf(kind), skip, times: fault.times ?? 1 };
		await bench.sandbox.faults([{ ...rule, fault: fault.fault(elsewhere.host) }]);
	}
	if (fault.givesUp) undo.push(giveUpOn({ method, path: `/${endpoint}`, skip }));
	const { slow, stopped } = fault;
	if (slow !== undefined) {
		undo.push(afterEachCall(async () => await bench.world.set(bench.world.now() + slow)));
	}
	if (stopped === 'before') undo.push(onLeaving(kind, () => stop.abort()));
	if (stopped === 'waiting') undo.push(onLeaving(kind, () => stopAtSleep(stop)));
}

/** Does something when a call of a kind is about to leave. */
function onLeaving(kind: CallKind, task: () => void): () => void {
	const pattern = new RegExp(matchOf(kind).path, 'i');
	let left = kind.skip ?? 0;
	return beforeEachCall((url) => {
		if (pattern.test(url) && left-- === 0) task();
	});
}

function stopAtSleep(stop: AbortController): void {
	const sleep = jest.spyOn(bench.world, 'sleep').mockImplementationOnce(async () => {
		await Promise.resolve(stop.abort());
	});
	undo.push(() => sleep.mockRestore());
}

/** Stops a run once Exact has got the call that it does not answer, unless the run ends by itself. */
async function stopOnArrival(
	kind: CallKind,
	stop: AbortController,
	running: Promise<unknown>,
): Promise<void> {
	const over = running.then(
		() => true,
		() => true,
	);
	const next = async () => await bench.sandbox.log().then(() => false);
	while (!stop.signal.aborted && !(await Promise.race([over, next()]))) {
		const log = await bench.sandbox.log();
		if (callsOf(kind, log).some(({ fault }) => fault !== undefined)) stop.abort();
	}
}

/** The calls of a kind among those that Exact got. */
export function callsOf(kind: CallKind, log: readonly LogEntry[]): LogEntry[] {
	const pattern = new RegExp(matchOf(kind).path, 'i');
	return log.filter(({ method, url }) => method === kind.method && pattern.test(url));
}

/** Lets ten minutes pass, in which what comes late arrives, and ends what went wrong. */
export async function later(): Promise<void> {
	await bench.sandbox.clearFaults();
	await bench.world.set(bench.world.now() + 600_000);
}

/** The longest that a run may take (ms): ten minutes of limits, a minute of looking for what got lost, and slow answers. */
export const longest = ({ slow = 0 }: FaultKind, calls: number): number =>
	11 * 60_000 + 60_000 + slow * (calls + 3);

/** Cells of the matrix, one row for each kind of call. */
export function cellsOf<K extends CallKind>(
	kinds: readonly K[],
	faults: readonly FaultKind[],
	applies: (kind: K, fault: FaultKind) => boolean,
): Array<{ kind: K; fault: FaultKind }> {
	return kinds.flatMap((kind) =>
		faults.filter((fault) => applies(kind, fault)).map((fault) => ({ kind, fault })),
	);
}
