import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { root } from '../../harness/repository.cjs';
import { measure, type Job, type Measured } from './measure.cjs';

/** n8n-core reads and writes settings in its user folder: never the developer's own. */
const folder = join(root, '.artefacts', 'bench');

/** Megabytes for objects: what a small instance of n8n has, and no more than a million lines of eight columns need. */
export const HEAP_MB = 2048;

/** Carries out a job in a fresh process: no run warms up another one or leaves memory to it. */
export async function measureApart(program: string, job: Job): Promise<Measured> {
	mkdirSync(folder, { recursive: true });
	const child = fork(program, {
		env: { ...process.env, N8N_USER_FOLDER: folder },
		execArgv: [...process.execArgv, `--max-old-space-size=${HEAP_MB}`],
		serialization: 'advanced',
	});
	const ended = once(child, 'exit');
	child.send(job);
	const [answer] = (await Promise.race([
		once(child, 'message'),
		ended.then(([code]) => {
			throw new Error(`A run ended with ${String(code)} before it had an answer`);
		}),
	])) as [Measured];
	await ended;
	return answer;
}

/** Inside of that process: waits for the job, and ends. */
export async function carryOutJob(): Promise<void> {
	// Nobody waits for it any more.
	process.once('disconnect', () => process.exit(1));
	const [job] = (await once(process, 'message')) as [Job];
	const measured = await measure(job);
	process.send?.(measured, () => process.exit(0));
}
