import { spawnSync, type ChildProcess } from 'node:child_process';
import {
	chmodSync,
	closeSync,
	existsSync,
	mkdirSync,
	openSync,
	readdirSync,
	readFileSync,
	writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../demo/ports.cjs';
import { hasEnded, startGuarded, stopProgram } from '../../demo/program.cjs';
import { lastLines, run } from '../../demo/run.cjs';

/** A program of the database or of the queue, on a port of its own; nothing of it is left when it has stopped. */
export interface Server {
	readonly port: number;
	stop(): Promise<void>;
}

export interface Database extends Server {
	readonly password: string;
	/** Makes an empty database. */
	create(name: string): Promise<void>;
	/** Asks a database; one line of the answer for each row, columns with `|` between them. */
	ask(name: string, sql: string): Promise<string[]>;
}

export const databaseUser = 'n8n';

const password = 'only-on-this-machine';

/** Starts a PostgreSQL with everything that it writes in this folder. */
export async function startPostgres(folder: string): Promise<Database> {
	const port = await freePort();
	const files = join(folder, 'files');
	const user = await ownerOf(folder);
	const passwordFile = join(folder, 'password');
	writeFileSync(passwordFile, password);
	chmodSync(passwordFile, 0o644);
	const access = ['--auth=scram-sha-256', `--pwfile=${passwordFile}`, '-U', databaseUser];
	const [file = '', ...args] = [...user, postgres('initdb'), '-D', files, '--no-sync', ...access];
	await run({ name: 'initdb', file, args, cwd: folder, output: 'collect' });
	const sockets = ['-k', folder, '-h', '127.0.0.1', '-p', String(port)];
	// What a power cut would lose of it is of no interest here.
	const command = [postgres('postgres'), '-D', files, ...sockets, '-c', 'fsync=off'];
	const child = start([...user, ...command], folder);
	const to = ['-h', '127.0.0.1', '-p', String(port), '-U', databaseUser];
	const env = { ...process.env, PGPASSWORD: password };
	const client = { cwd: folder, env, output: 'collect' } as const;
	const ready = () => spawnSync(postgres('pg_isready'), to, { stdio: 'ignore' }).status === 0;
	await until(ready, child, folder);
	return {
		port,
		password,
		create: async (name) => {
			await run({ ...client, name: 'createdb', file: postgres('createdb'), args: [...to, name] });
		},
		ask: async (name, sql) => {
			const question = [...to, '-d', name, '-At', '-c', sql];
			const answer = await run({ ...client, name: 'psql', file: postgres('psql'), args: question });
			return answer.split('\n').filter((line) => line !== '');
		},
		stop: () => stopProgram(child),
	};
}

/** Starts a Redis that keeps everything in memory. */
export async function startRedis(folder: string): Promise<Server> {
	const port = await freePort();
	mkdirSync(folder, { recursive: true });
	const settings = ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--dir', folder];
	const child = start([program('redis-server', searched()), ...settings], folder);
	const ping = ['-h', '127.0.0.1', '-p', String(port), 'ping'];
	const redis = program('redis-cli', searched());
	const ready = () => spawnSync(redis, ping, { encoding: 'utf8' }).stdout.startsWith('PONG');
	await until(ready, child, folder);
	return { port, stop: () => stopProgram(child) };
}

/**
 * PostgreSQL refuses to run as root: the folder is given to its own user, and the words are returned with which
 * a command runs as that user; none for everybody else.
 */
async function ownerOf(folder: string): Promise<string[]> {
	mkdirSync(folder, { recursive: true });
	if (process.getuid?.() !== 0) return [];
	const args = ['postgres:', folder];
	await run({ name: 'chown', file: 'chown', args, cwd: folder, output: 'collect' });
	return ['setpriv', '--reuid=postgres', '--regid=postgres', '--init-groups'];
}

const logOf = (folder: string): string => join(folder, 'log');

function start([file = '', ...args]: readonly string[], folder: string): ChildProcess {
	const output = openSync(logOf(folder), 'a', 0o600);
	const child = startGuarded([file, ...args], { cwd: folder, env: process.env, output });
	closeSync(output);
	return child;
}

async function until(ready: () => boolean, child: ChildProcess, folder: string): Promise<void> {
	const deadline = Date.now() + 60_000;
	while (!ready()) {
		if (hasEnded(child) || Date.now() > deadline) {
			await stopProgram(child);
			const log = lastLines(readFileSync(logOf(folder), 'utf8'));
			throw new Error(`It did not start; the end of its log:\n${log}`);
		}
		await sleep(200);
	}
}

const postgres = (name: string): string => program(name, [...debianPostgres(), ...searched()]);

const searched = (): string[] => (process.env.PATH ?? '').split(delimiter);

/** Debian keeps the servers of all versions off the PATH; the newest first. */
function debianPostgres(): string[] {
	const all = '/usr/lib/postgresql';
	if (!existsSync(all)) return [];
	const versions = readdirSync(all).sort((a, b) => Number(b) - Number(a));
	return versions.map((version) => join(all, version, 'bin'));
}

function program(name: string, folders: readonly string[]): string {
	const found = folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
	if (found !== undefined) return found;
	throw new Error(
		`n8n's queue mode is tested on PostgreSQL and Redis, and "${name}" was not found. ` +
			'Install both (Debian, Ubuntu: apt-get install -y postgresql redis-server); they need not be running.',
	);
}
