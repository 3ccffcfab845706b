import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectOverHttp } from '../../demo/connect.cjs';
import {
	saveCredential,
	type Credential,
	type CredentialFields,
} from '../../demo/n8n-credentials.cjs';
import { logInAsOwner, type N8nSession } from '../../demo/n8n-session.cjs';
import {
	finished,
	importWorkflow,
	readWorkflow,
	type Execution,
} from '../../demo/n8n-workflows.cjs';
import type { N8n } from '../../demo/n8n.cjs';
import { activate } from '../e2e/activeWorkflow.cjs';
import { owner } from '../e2e/installation.cjs';
import type { Sandbox } from '../harness/sandbox.cjs';

/** Logs the owner in, and connects the one credential that all executions share. */
export async function connectedOwner(
	{ url }: N8n,
	{ url: customUrl, clientId, clientSecret }: Sandbox,
): Promise<{ session: N8nSession; fields: CredentialFields; credential: Credential }> {
	const session = await logInAsOwner(url, owner);
	const fields = { region: 'custom', customUrl, clientId, clientSecret };
	const credential = await saveCredential(session, 'Exact Online account', fields);
	await connectOverHttp(session, credential);
	return { session, fields, credential };
}

/** Imports the workflow that books and reads one invoice for each call of its webhook, and publishes it. */
export async function publishBooking(session: N8nSession, credential: Credential): Promise<void> {
	const file = join(__dirname, 'bookAndRead.json');
	await activate(session, await importWorkflow(session, readWorkflow(file, credential)));
}

/** Hands in an invoice. n8n answers as soon as the execution is in the queue. */
export async function handIn(session: N8nSession, reference: string): Promise<void> {
	const deadline = Date.now() + 30_000;
	for (;;) {
		const { status } = await session.http.post('/webhook/invoice-arrives', { reference });
		if (status === 200) return;
		// A webhook is known some moments after its workflow was published.
		if (status !== 404 || Date.now() > deadline) throw new Error(`The webhook answered ${status}.`);
		await sleep(500);
	}
}

/** Asks until the answer is there; fails with these words when it takes too long. */
export async function eventually<T>(
	what: string,
	ask: () => Promise<T | undefined>,
	patienceMs = 240_000,
): Promise<T> {
	const deadline = Date.now() + patienceMs;
	for (;;) {
		const answer = await ask();
		if (answer !== undefined) return answer;
		if (Date.now() > deadline) throw new Error(`In vain waited for: ${what}.`);
		await sleep(500);
	}
}

/** The executions that a worker took on, by what it says in its log. */
export function takenBy({ logFile }: N8n): { begun: string[]; ended: string[] } {
	const log = readFileSync(logFile, 'utf8');
	const ids = (words: RegExp) => [...log.matchAll(words)].map(([, id = '']) => id);
	return {
		begun: ids(/Worker started execution (\d+)/g),
		ended: ids(/Worker finished execution (\d+)/g),
	};
}

/** What n8n keeps of executions, as the list in its editor shows it. */
export async function readExecutions(
	session: N8nSession,
	ids: readonly string[],
): Promise<Execution[]> {
	const all: Execution[] = [];
	for (const id of ids) all.push(await finished(session, id, Date.now() + 60_000));
	return all;
}
