import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Execution } from '../../demo/n8n-workflows.cjs';
import { userFolders } from '../e2e/artefacts.cjs';
import { NL } from '../harness/inputs.cjs';
import { startSandbox, type LogEntry, type Row } from '../harness/sandbox.cjs';
import { startCluster } from './cluster.cjs';
import {
	allEnded,
	finish,
	killInTheMiddle,
	tokenCalls,
	type Finished,
	type Killed,
	type Stage,
} from './killedWorker.cjs';
import { connectedOwner, handIn, publishBooking, takenBy } from './productionQueue.cjs';
import { startPostgres, startRedis } from './storage.cjs';
import { emptyFolder, together, type Stoppable } from './together.cjs';

// Four minutes on a machine that does nothing else.
jest.setTimeout(900_000);

/** Exact gives 600 seconds; the node renews in their last thirtieth. */
const tokenLife = 40;
/** Exact allows 60. What 200 executions need in all takes them through four of these minutes. */
const minuteLimit = 700;

const references = Array.from({ length: 200 }, (_, index) => `Q-${String(index).padStart(3, '0')}`);

let stage: Stage & Stoppable;
let killed: Killed;
let finished: Finished;
let log: LogEntry[];
let entries: Row[];

async function startStage(): Promise<Stage & Stoppable> {
	return await together(async (own) => {
		const { path } = await own(emptyFolder(join(userFolders, 'queue')));
		const database = await own(startPostgres(join(path, 'postgres')));
		const redis = await own(startRedis(join(path, 'redis')));
		const sandbox = await own(startSandbox({ profile: 'strict' }));
		await sandbox.settings({ tokenLife, minuteLimit });
		const { main, workers } = await startCluster(own, path, database, redis);
		const { session, credential } = await connectedOwner(main, sandbox);
		await publishBooking(session, credential);
		return { session, workers, database, sandbox, tokenLife };
	});
}

beforeAll(async () => {
	const began = Date.now();
	stage = await startStage();
	const ready = Date.now();
	killed = await killInTheMiddle(stage, references);
	finished = await finish(stage, references);
	log = await stage.sandbox.log();
	const all = await stage.sandbox.records(NL, 'PurchaseEntries');
	entries = all.filter(({ YourRef }) => references.includes(String(YourRef)));
	report(ready - began, Date.now() - ready);
});

afterAll(async () => await stage.stop());

/** The figures of docs/queue-mode.md. */
function report(startMs: number, runMs: number): void {
	const seconds = (ms: number): string => `${(ms / 1000).toFixed(0)} s`;
	const calls = log.filter(({ counted }) => counted.minute).length;
	const refused = log.filter(({ status }) => status === 429).length;
	const tokens = tokenCalls(log).map(({ status }) => status);
	console.info(
		[
			`started in ${seconds(startMs)}, ${references.length} executions in ${seconds(runMs)}`,
			`${calls} calls, ${refused} of them refused for the minute; token calls ${tokens.join()}`,
			`${killed.lost.length} executions died, noticed after ${seconds(killed.noticedAfterMs)}`,
		].join('\n'),
	);
}

const everyExecution = (): Execution[] => [...finished.first, ...finished.again];

const itemsOf = ({ items }: Execution, node: string) => (items[node] ?? []).map(({ json }) => json);

test('the workers share the work', () => {
	const [one, other] = stage.workers.map((worker) => takenBy(worker).begun);
	const begun = [...(one ?? []), ...(other ?? [])];
	expect(new Set(begun).size).toBe(begun.length);
	const succeeded = everyExecution().filter(({ status }) => status === 'success');
	expect(begun).toEqual(expect.arrayContaining(succeeded.map(({ id }) => id)));
	for (const share of [one, other]) expect(share?.length).toBeGreaterThan(20);
});

test('nothing fails but what died with the worker: no limit and no login surfaces', () => {
	const failed = finished.first.filter(({ status }) => status !== 'success');
	const errors = failed.map(({ error }) => error ?? '');
	expect(errors.filter((error) => !/processed too many times/.test(error))).toEqual([]);
	const ids = failed.map(({ id }) => id);
	// One more may have been taken from the queue, and not have been begun.
	expect(ids).toEqual(expect.arrayContaining([...killed.lost]));
	const survivor = stage.workers.find((worker) => worker !== killed.killed);
	const ended = survivor === undefined ? [] : takenBy(survivor).begun;
	expect(ids.filter((id) => ended.includes(id))).toEqual([]);
	expect(killed.lost.length).toBeGreaterThan(0);
});

test('what died is handed in again with success, and finds what it had booked', () => {
	expect(finished.again.length).toBeGreaterThanOrEqual(killed.lost.length);
	expect(finished.again.map(({ status, error }) => [status, error])).toEqual(
		finished.again.map(() => ['success', undefined]),
	);
	const booked = finished.again.flatMap((execution) => itemsOf(execution, 'Book'));
	const silent = booked.find(({ reference }) => reference === killed.silent);
	expect(silent).toMatchObject({ alreadyBooked: true });
});

test('every invoice is booked once, and the ledger balances', async () => {
	expect(entries.map(({ YourRef }) => YourRef).sort()).toEqual(references);
	expect(await stage.sandbox.ledger(NL)).toMatchObject({ balanced: true });
});

test('every execution read what it had booked', () => {
	const read = everyExecution().flatMap((one) => itemsOf(one, 'Read'));
	const byReference = read.sort((a, b) => String(a.reference).localeCompare(String(b.reference)));
	expect(byReference).toMatchObject(references.map((reference) => ({ reference, total: 121 })));
	const ids = entries.map(({ EntryID }) => EntryID).sort();
	expect(read.map(({ id }) => id).sort()).toEqual(ids);
});

test('the limit of the minute was reached, and waited out', () => {
	const minutes = new Map<number, number>();
	for (const { at } of log.filter(({ counted }) => counted.minute)) {
		const minute = Math.floor(at / 60_000);
		minutes.set(minute, (minutes.get(minute) ?? 0) + 1);
	}
	const fullest = Math.max(...minutes.values());
	expect(fullest).toBe(minuteLimit);
});

test('one token for each end of a token, whoever renews it', () => {
	const calls = tokenCalls(log);
	const issued = calls.filter(({ status }) => status === 200);
	// A worker may ask at the very moment when another one has just done so: Exact refuses, and the token lives.
	const others = calls.filter(({ status }) => status !== 200);
	expect(others.map(({ body }) => body)).toEqual(
		others.map(() => ({ grant_type: 'refresh_token', outcome: 'too early' })),
	);
	expect(others.length).toBeLessThanOrEqual(2 * issued.length);
	const gaps = issued.slice(1).map(({ at }, index) => at - (issued[index]?.at ?? 0));
	expect(gaps.length).toBeGreaterThanOrEqual(3);
	for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(tokenLife * 950);
});

test('the login lives: after one more end of a token, the next invoice is booked', async () => {
	await sleep((tokenLife + 1) * 1000);
	await stage.sandbox.clearLog();
	await handIn(stage.session, 'Q-AFTER');
	const [execution] = (await allEnded(stage)).slice(-1);
	expect(execution).toMatchObject({ status: 'success', error: undefined });
	expect(tokenCalls(await stage.sandbox.log())).toMatchObject([{ status: 200 }]);
});
