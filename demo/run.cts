import { spawn, type SpawnOptions } from 'node:child_process';

export interface Step {
	/** What the person sees when it fails, e.g. "npm ci". */
	readonly name: string;
	readonly file: string;
	readonly args: readonly string[];
	readonly cwd: string;
	readonly env?: NodeJS.ProcessEnv;
	/** `inherit` shows the command's own output; `collect` keeps it for the error and for the caller. */
	readonly output: 'inherit' | 'collect';
	readonly timeoutMs?: number;
}

/** Runs a command to its end; returns what it wrote when collected, fails with its last lines otherwise. */
export async function run(step: Step): Promise<string> {
	const stdio: SpawnOptions['stdio'] =
		step.output === 'inherit' ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'];
	const { file, args, cwd, env = process.env, timeoutMs: timeout } = step;
	const child = spawn(file, args, { cwd, env, stdio, timeout });
	let written = '';
	child.stdout?.on('data', (chunk) => (written += String(chunk)));
	child.stderr?.on('data', (chunk) => (written += String(chunk)));
	const code = await new Promise<number | null>((resolve, reject) => {
		child.once('error', reject);
		child.once('close', resolve);
	});
	if (code !== 0)
		throw new Error(`${step.name} failed (${code ?? 'stopped'}).\n${lastLines(written)}`);
	return written;
}

/** The end of a long output, where the reason usually stands. */
export function lastLines(text: string, count = 25): string {
	return text.trimEnd().split('\n').slice(-count).join('\n');
}
