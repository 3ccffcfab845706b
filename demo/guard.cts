import { spawn, spawnSync } from 'node:child_process';

/** What the guard takes on its command line. */
export type GuardedProgram = readonly [file: string, ...args: string[]];

/*
 * Runs a program and ends it, with everything that it has started, as soon as whoever started the guard is
 * gone. The guard's input closes at that moment, even when its parent was killed and could do nothing more.
 *
 *   node --require tsx/cjs guard.cts <file> [arguments]
 */
const [file, ...args] = process.argv.slice(2) as unknown as GuardedProgram;
const patienceMs = 10_000;
let orphaned = false;

const child = spawn(file, args, { stdio: ['ignore', 'inherit', 'inherit'] });
child.once('error', () => process.exit(1));
child.once('exit', (code) => (orphaned ? signalAll('SIGKILL') : process.exit(code ?? 1)));

// They reach the whole group, and the program decides how it ends; the guard ends after it.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => undefined);

process.stdin.resume().once('close', () => {
	orphaned = true;
	signalAll('SIGTERM');
	setTimeout(() => signalAll('SIGKILL'), patienceMs);
});

/** The guard is the head of its process group; Windows has none, but knows the tree. */
function signalAll(signal: NodeJS.Signals): void {
	if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']);
	else process.kill(0, signal);
}
