import { spawn, spawnSync, type ChildProcess, type StdioOptions } from 'node:child_process';
import { join } from 'node:path';
import type { GuardedProgram } from './guard.cjs';

interface ProgramOptions {
	readonly cwd: string;
	readonly env: NodeJS.ProcessEnv;
	readonly stdio: StdioOptions;
}

/**
 * Starts a program that stays up, as the head of a process group: what it starts itself ends with it, and a
 * Ctrl-C in the terminal goes to us, who then end it properly. The program has to end by itself when its
 * input closes; one that does not is started through `startGuarded`.
 */
export function startProgram(
	file: string,
	args: readonly string[],
	options: ProgramOptions,
): ChildProcess {
	return spawn(file, args, { ...options, detached: process.platform !== 'win32' });
}

/** Starts a program so that it cannot outlive this process; its output goes to a file. */
export function startGuarded(
	program: GuardedProgram,
	{ output, ...options }: Omit<ProgramOptions, 'stdio'> & { readonly output: number },
): ChildProcess {
	const guard = ['--require', require.resolve('tsx/cjs'), join(__dirname, 'guard.cts')];
	const stdio: StdioOptions = ['pipe', output, output];
	return startProgram(process.execPath, [...guard, ...program], { ...options, stdio });
}

/** Asks the program to end, and insists after a while. Returns when it is gone. */
export async function stopProgram(child: ChildProcess, patienceMs = 20_000): Promise<void> {
	const gone = end(child);
	signalGroup(child, 'SIGTERM');
	const insist = setTimeout(() => signalGroup(child, 'SIGKILL'), patienceMs);
	await gone;
	clearTimeout(insist);
	// Its own children may have stayed behind in the group.
	signalGroup(child, 'SIGKILL');
}

/** Ends the program with everything that it has started, at once. Returns when it is gone. */
export async function killProgram(child: ChildProcess): Promise<void> {
	const gone = end(child);
	signalGroup(child, 'SIGKILL');
	await gone;
}

async function end(child: ChildProcess): Promise<void> {
	if (!hasEnded(child)) await new Promise<void>((resolve) => child.once('exit', () => resolve()));
}

export function hasEnded(child: ChildProcess): boolean {
	return child.exitCode !== null || child.signalCode !== null;
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
	if (child.pid === undefined) return;
	if (process.platform === 'win32') {
		// Windows has no signals and no groups: taskkill ends the tree.
		if (!hasEnded(child)) spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']);
		return;
	}
	try {
		process.kill(-child.pid, signal);
	} catch {
		// ESRCH: the whole group is gone already, which is what was wanted.
	}
}
