import axios from 'axios';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { npmCli, npmEnvironment } from '../../demo/npm.cjs';
import { startProgram, stopProgram } from '../../demo/program.cjs';
import { userFolders } from './artefacts.cjs';

jest.setTimeout(240_000);

const folder = join(userFolders, 'demo');

interface Demo {
	readonly child: ChildProcess;
	/** What it has said so far. */
	said(): string;
	/** Resolves with the exit code. */
	readonly ended: Promise<number>;
}

const started: ChildProcess[] = [];

/** `npm run demo`, with its own folder and port so that it meets no demo of a person. */
function demo(...options: string[]): Demo {
	const args = [npmCli(), 'run', '--silent', 'demo', '--', '--folder', folder, ...options];
	const child = startProgram(process.execPath, args, {
		cwd: resolve(__dirname, '../..'),
		env: npmEnvironment(),
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	started.push(child);
	let said = '';
	child.stdout?.on('data', (chunk) => (said += String(chunk)));
	child.stderr?.on('data', (chunk) => (said += String(chunk)));
	const ended = once(child, 'close').then(([code]) => Number(code ?? -1));
	return { child, said: () => said, ended };
}

/** Waits until the demo has said something; fails when it ends without. */
async function toSay({ said, ended }: Demo, words: string): Promise<void> {
	const over = ended.then((code) => {
		throw new Error(`The demo ended with ${code} and had not said "${words}":\n${said()}`);
	});
	over.catch(() => undefined);
	while (!said().includes(words)) await Promise.race([sleep(100), over]);
}

beforeAll(() => rmSync(folder, { recursive: true, force: true }));

afterAll(async () => {
	for (const child of started) await stopProgram(child);
});

test('npm run demo stays up with a connected n8n until Ctrl-C, and ends all that it started', async () => {
	const running = demo('--port', '0');
	await toSay(running, 'Ctrl-C ends both');
	expect(running.said()).toMatch(/It returned \d+ clients/);
	for (const division of ['2104587', '3012345']) expect(running.said()).toContain(division);
	const urls = [...running.said().matchAll(/http:\/\/[\w.]+:\d+/g)].map(([url]) => url);
	expect(urls).toHaveLength(2);
	for (const url of urls) expect((await axios.get(url)).status).toBe(200);
	// As a terminal does: to everything in the foreground, which n8n and the sandbox are not part of.
	process.kill(-Number(running.child.pid), 'SIGINT');
	await running.ended;
	for (const url of urls) await expect(axios.get(url)).rejects.toThrow('ECONNREFUSED');
});

test('the n8n of an earlier demo is taken up again', async () => {
	const again = demo('--port', '0', '--once');
	expect([await again.ended, again.said()]).toEqual([
		0,
		expect.stringMatching(/returned \d+ clients/),
	]);
});

test('a port that is taken is named before anything else happens', async () => {
	const occupant = createServer().listen(0, '127.0.0.1');
	await once(occupant, 'listening');
	const { port } = occupant.address() as AddressInfo;
	const refused = demo('--port', String(port));
	expect(await refused.ended).toBe(1);
	expect(refused.said().trim()).toMatch(new RegExp(`^Port ${port} is taken`));
	occupant.close();
});
