import type { IDataObject } from 'n8n-workflow';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { installCommunityPackage } from './community-package.cjs';
import { connectOverHttp } from './connect.cjs';
import { importExamples } from './examples.cjs';
import { installN8n } from './install.cjs';
import { saveCredential } from './n8n-credentials.cjs';
import { logInAsOwner, type N8nSession, type Person } from './n8n-session.cjs';
import { runWorkflow, type SavedWorkflow } from './n8n-workflows.cjs';
import { startN8n, type N8n } from './n8n.cjs';
import { commandLine, type Options } from './options.cjs';
import { packNode } from './pack.cjs';
import { freePort, isFree } from './ports.cjs';
import { sayAloud as say } from './progress.cjs';
import { startDemoSandbox, type RunningSandbox } from './sandbox.cjs';
import { table } from './table.cjs';

/** Only this machine can reach the demo, and it holds nothing: the account needs no secret. */
const owner: Person = {
	email: 'demo@example.com',
	password: 'Demo-1234',
	firstName: 'Demo',
	lastName: 'Bookkeeper',
};

const shown = 'Exact Online: all clients of two divisions';

interface Stoppable {
	stop(): Promise<void>;
}

async function main(): Promise<void> {
	const options = commandLine();
	if (options === undefined) return;
	const running: Stoppable[] = [];
	const asked = new AbortController();
	const stopAll = async () => {
		for (const one of running.splice(0).reverse()) await one.stop();
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		// What is still starting is not in the list yet; it ends with this process all the same.
		process.once(signal, () => {
			asked.abort();
			void stopAll().finally(() => process.exit(0));
		});
	}
	try {
		const n8n = await present(options, running);
		if (options.once) return;
		await n8n.ended;
		if (!asked.signal.aborted) throw new Error(`n8n has ended by itself; its log: ${n8n.logFile}`);
	} finally {
		await stopAll();
	}
}

/** The whole way from nothing to a node that has read something. */
async function present(options: Options, running: Stoppable[]): Promise<N8n> {
	const port = await claim(options.port);
	if (options.fresh) rmSync(options.folder, { recursive: true, force: true });
	await installN8n();
	say('Building and packing the node ...');
	const tarball = await packNode(join(options.folder, 'tarballs'));
	await installCommunityPackage(tarball, options.folder);
	say('Starting the Exact Online sandbox and n8n ...');
	const sandbox = await startDemoSandbox(8500);
	running.push(sandbox);
	const n8n = await startN8n({ userFolder: options.folder, port });
	running.push(n8n);
	const session = await logIn(n8n.url, options.folder);
	const workflows = await connectAndImport(session, sandbox);
	await showOne(session, workflows);
	if (!options.once) say(invitation(n8n, sandbox, options.folder));
	return n8n;
}

/** Before the minutes of the installation, not after them. */
async function claim(port: number): Promise<number> {
	if (port === 0) return await freePort();
	if (await isFree(port)) return port;
	throw new Error(
		`Port ${port} is taken, perhaps by another n8n. Stop that program, or choose another port: npm run demo -- --port 5680`,
	);
}

async function logIn(url: string, folder: string): Promise<N8nSession> {
	try {
		return await logInAsOwner(url, owner);
	} catch (error) {
		throw new Error(
			`The n8n of an earlier demo in ${folder} does not take the demo's password. Start over: npm run demo -- --fresh`,
			{ cause: error },
		);
	}
}

async function connectAndImport(
	session: N8nSession,
	{ url: customUrl, clientId, clientSecret }: RunningSandbox,
): Promise<SavedWorkflow[]> {
	const fields = { region: 'custom', customUrl, clientId, clientSecret };
	const credential = await saveCredential(session, 'Exact Online sandbox', fields);
	await connectOverHttp(session, credential);
	say('The credential "Exact Online sandbox" is connected through OAuth.');
	return await importExamples(session, credential);
}

async function showOne(session: N8nSession, workflows: readonly SavedWorkflow[]): Promise<void> {
	const workflow = workflows.find(({ name }) => name === shown);
	if (workflow === undefined) throw new Error(`The example "${shown}" was not imported.`);
	say(`\nRunning the workflow "${shown}" ...`);
	const { status, error, items } = await runWorkflow(session, workflow);
	if (status !== 'success') throw new Error(`It ended with "${status}": ${error ?? 'no reason'}`);
	const rows = (items.Clients ?? []).map(({ json }) => json);
	if (rows.length === 0) throw new Error('It returned nothing.');
	say(`It returned ${rows.length} clients, among them:\n`);
	say(table(firstOfEach(rows, 'division', 4), ['division', 'code', 'name', 'vatNumber', 'email']));
}

/** Some rows for every value of a column. */
function firstOfEach(rows: readonly IDataObject[], column: string, count: number): IDataObject[] {
	const values = [...new Set(rows.map((row) => row[column]))];
	return values.flatMap((value) => rows.filter((row) => row[column] === value).slice(0, count));
}

function invitation(n8n: N8n, sandbox: RunningSandbox, folder: string): string {
	return `
n8n              ${n8n.url}
  log in with    ${owner.email}  /  ${owner.password}
Exact sandbox    ${sandbox.url}/   (companies, requests, limits)

Your accounts and workflows of this demo stay in ${folder}; --fresh forgets them.
The sandbox forgets everything when it ends. Ctrl-C ends both.`;
}

main().catch((error: unknown) => {
	process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});
