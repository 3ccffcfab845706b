import type { N8nSession } from '../../demo/n8n-session.cjs';
import type { Execution } from '../../demo/n8n-workflows.cjs';
import type { N8n } from '../../demo/n8n.cjs';
import type { LogEntry, Sandbox } from '../harness/sandbox.cjs';
import { eventually, handIn, readExecutions, takenBy } from './productionQueue.cjs';
import type { Database } from './storage.cjs';

export interface Stage {
	readonly session: N8nSession;
	readonly workers: readonly [N8n, N8n];
	readonly database: Database;
	readonly sandbox: Sandbox;
	/** Life of an access token in seconds. */
	readonly tokenLife: number;
}

export interface Killed {
	readonly killed: N8n;
	/** The reference whose booking was on its way. */
	readonly silent: string;
	/** The executions that it had begun and not ended. */
	readonly lost: readonly string[];
	/** How long until n8n gave them up. */
	readonly noticedAfterMs: number;
}

const open = "('new', 'running', 'waiting')";

const count = async ({ database }: Stage, where: string): Promise<number> => {
	const [line] = await database.ask(
		'cluster',
		`select count(*) from execution_entity where ${where}`,
	);
	return Number(line);
};

/** Hands everything in, and kills a worker at a moment when it has sent a booking and not heard of it. */
export async function killInTheMiddle(
	stage: Stage,
	references: readonly string[],
): Promise<Killed> {
	const { session, sandbox } = stage;
	for (const reference of references) await handIn(session, reference);
	const third = references.length / 3;
	await eventually('a third of the executions', async () =>
		(await count(stage, "status = 'success'")) >= third ? true : undefined,
	);
	const silent = await bookedInSilence(sandbox);
	const killed = await workerOf(stage, silent);
	await freshToken(stage);
	await killed.kill();
	const at = Date.now();
	const { begun, ended } = takenBy(killed);
	const lost = begun.filter((id) => !ended.includes(id));
	const gone = `id in (${lost.join()}) and status not in ${open}`;
	await eventually('the end of what the worker had begun', async () =>
		(await count(stage, gone)) === lost.length ? true : undefined,
	);
	return { killed, silent, lost, noticedAfterMs: Date.now() - at };
}

const isSilent = ({ method, fault }: LogEntry): boolean => method === 'POST' && fault === 'timeout';

/** One booking is carried out, and its answer never comes. */
async function bookedInSilence(sandbox: Sandbox): Promise<string> {
	const match = { method: 'POST', path: 'PurchaseEntries' };
	await sandbox.faults([{ match, fault: { kind: 'timeout', when: 'after' } }]);
	const { body } = await eventually('a booking without an answer', async () =>
		(await sandbox.log()).find(isSilent),
	);
	return String((body as { YourRef?: unknown }).YourRef);
}

async function workerOf({ database, workers }: Stage, reference: string): Promise<N8n> {
	const sql = `select "executionId" from execution_data where data like '%"${reference}"%'`;
	const [id = ''] = await database.ask('cluster', sql);
	const worker = workers.find((one) => takenBy(one).begun.includes(id));
	if (worker === undefined) throw new Error(`No worker has begun execution ${id} (${reference}).`);
	return worker;
}

/**
 * A worker that dies between Exact's answer to a renewal and the moment when n8n stores it takes the login with it:
 * nobody can help that. It is killed when the last renewal is stored, and no other is due.
 */
async function freshToken({ sandbox, database, tokenLife }: Stage): Promise<void> {
	const sql = 'select max(extract(epoch from "updatedAt") * 1000) from credentials_entity';
	await eventually('a stored token in the first half of its life', async () => {
		const [last] = tokenCalls(await sandbox.log()).slice(-1);
		const [storedAt] = await database.ask('cluster', sql);
		if (last === undefined || Number(storedAt) < last.at) return undefined;
		return Date.now() - last.at < tokenLife * 500 ? true : undefined;
	});
}

export function tokenCalls(log: readonly LogEntry[]): LogEntry[] {
	return log.filter(({ endpoint }) => endpoint === 'oauth2/token');
}

export interface Finished {
	/** The executions of the first 200 calls, and of those that were handed in again. */
	readonly first: readonly Execution[];
	readonly again: readonly Execution[];
}

/**
 * Waits for all executions, and hands in again what has no result, as its sender would: n8n keeps no input of an
 * execution that died with its worker, so its own *Retry* runs nothing.
 */
export async function finish(stage: Stage, references: readonly string[]): Promise<Finished> {
	const first = await allEnded(stage);
	const done = first.flatMap(({ items }) => items.Read ?? []).map(({ json }) => json.reference);
	for (const reference of references) {
		if (!done.includes(reference)) await handIn(stage.session, reference);
	}
	const all = await allEnded(stage);
	return { first, again: all.slice(first.length) };
}

/** Every execution that there is, in the order of their beginning. */
export async function allEnded(stage: Stage): Promise<Execution[]> {
	await eventually('the end of all executions', async () =>
		(await count(stage, `status in ${open}`)) === 0 ? true : undefined,
	);
	const ids = await stage.database.ask('cluster', 'select id from execution_entity order by id');
	return await readExecutions(stage.session, ids);
}
