import axios from 'axios';
import type { ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './ports.cjs';
import { hasEnded, killProgram, startGuarded, stopProgram } from './program.cjs';
import { lastLines } from './run.cjs';
import { moduleFile, nodeForN8n } from './runtime.cjs';

export interface N8nOptions {
	/** Where this n8n keeps its database, its key and its community packages. */
	readonly userFolder: string;
	/** A free one when left out. */
	readonly port?: number;
	/** What this process is; a server when left out. */
	readonly command?: N8nCommand;
	/** Settings of n8n beside those of a demo, e.g. another database. */
	readonly settings?: NodeJS.ProcessEnv;
	/** The file to run, for another n8n than the demo's. */
	readonly program?: string;
}

/** A server has the editor and takes webhooks; a worker carries out what a queue hands over. */
export type N8nCommand = readonly ['start'] | readonly ['worker', ...flags: string[]];

export interface N8n {
	/** e.g. `http://localhost:5678`; also the origin of its OAuth callback. */
	readonly url: string;
	/** Everything that n8n wrote to its output. */
	readonly logFile: string;
	/** Resolves when n8n ends by itself or was stopped. */
	readonly ended: Promise<void>;
	stop(): Promise<void>;
	/** As a power cut would: without any chance to finish something. */
	kill(): Promise<void>;
}

/** Starts the installed n8n and returns when it answers requests; fails with the end of its log when it does not. */
export async function startN8n(options: N8nOptions): Promise<N8n> {
	const port = options.port ?? (await freePort());
	const { command = ['start'], program = moduleFile('n8n/bin/n8n') } = options;
	const logFile = join(options.userFolder, 'n8n.log');
	mkdirSync(options.userFolder, { recursive: true });
	const log = openSync(logFile, 'w', 0o600);
	const child = startGuarded([nodeForN8n(), program, ...command], {
		// n8n reads a `.env` file from where it stands: not the one of some other project.
		cwd: options.userFolder,
		env: { ...(await serverEnvironment(options.userFolder, port)), ...options.settings },
		output: log,
	});
	closeSync(log);
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	const url = `http://localhost:${port}`;
	try {
		await ready(url, child, logFile);
	} catch (error) {
		await stopProgram(child);
		throw error;
	}
	return { url, logFile, ended, stop: () => stopProgram(child), kill: () => killProgram(child) };
}

/** `/healthz` answers before the routes exist; readiness does not. The first start also makes the database. */
async function ready(url: string, child: ChildProcess, logFile: string): Promise<void> {
	const deadline = Date.now() + 180_000;
	while (Date.now() < deadline && !hasEnded(child)) {
		if (await answers(`${url}/healthz/readiness`)) return;
		await sleep(500);
	}
	const what = hasEnded(child)
		? 'n8n ended while it started'
		: 'n8n did not become ready in 3 minutes';
	throw new Error(`${what}. The end of ${logFile}:\n${lastLines(readFileSync(logFile, 'utf8'))}`);
}

async function answers(url: string): Promise<boolean> {
	try {
		const { status } = await axios.get(url, {
			timeout: 2_000,
			proxy: false,
			validateStatus: () => true,
		});
		return status === 200;
	} catch {
		// Nobody listens yet.
		return false;
	}
}

/** n8n's own settings of this person (another database, queue mode, ...) are not for this n8n. */
const foreignSetting =
	/^(N8N_|DB_|QUEUE_|EXECUTIONS_|WEBHOOK_|GENERIC_|CREDENTIALS_|NODES_|NODE_ENV$|NODE_OPTIONS$)/;

/** What every command of an n8n with this user folder runs with. */
export function n8nEnvironment(userFolder: string): NodeJS.ProcessEnv {
	const inherited = Object.entries(process.env).filter(([name]) => !foreignSetting.test(name));
	return {
		...Object.fromEntries(inherited),
		N8N_USER_FOLDER: userFolder,
		// Nothing of a demo leaves the machine.
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
	};
}

async function serverEnvironment(userFolder: string, port: number): Promise<NodeJS.ProcessEnv> {
	return {
		...n8nEnvironment(userFolder),
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: String(port),
		// The broker of the task runners has a fixed port, which the next n8n on this machine would miss.
		N8N_RUNNERS_BROKER_PORT: String(await freePort()),
		// The login cookie is for https only by default, and this n8n is on http.
		N8N_SECURE_COOKIE: 'false',
	};
}
