import { spawn, spawnSync, type ChildProcess } from 'node:child_process';

/**
 * Starts a program that stays up, as the head of a process group, so that what it starts itself (n8n's task
 * runners) ends with it. It also ends when this process does.
 */
export function startProgram(
	file: string,
	args: readonly string[],
	options: {
		readonly cwd: string;
		readonly env: NodeJS.ProcessEnv;
		readonly stdio: ['ignore' | 'pipe', 'pipe' | number, 'pipe' | number | 'inherit'];
	},
): ChildProcess {
	const child = spawn(file, args, { ...options, detached: process.platform !== 'win32' });
	const killAtExit = () => signalGroup(child, 'SIGKILL');
	process.once('exit', killAtExit);
	child.once('exit', () => process.removeListener('exit', killAtExit));
	return child;
}

/** Asks the program to end, and insists after a while. Returns when it is gone. */
export async function stopProgram(child: ChildProcess, patienceMs = 20_000): Promise<void> {
	if (hasEnded(child)) return;
	const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	signalGroup(child, 'SIGTERM');
	const insist = setTimeout(() => signalGroup(child, 'SIGKILL'), patienceMs);
	await gone;
	clearTimeout(insist);
	// A program that ended by itself may have left children behind in its group.
	signalGroup(child, 'SIGKILL');
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
