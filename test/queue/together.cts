import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';

export interface Stoppable {
	stop(): Promise<void>;
}

/** Takes what is being started into the list of what has to be stopped. */
export type Own = <T extends Stoppable>(starting: Promise<T>) => Promise<T>;

/** Programs that belong together: stopped the other way round, also when a later one does not start. */
export async function together<T>(start: (own: Own) => Promise<T>): Promise<T & Stoppable> {
	const all: Stoppable[] = [];
	const stop = async () => {
		for (const one of all.splice(0).reverse()) await one.stop();
	};
	const own: Own = async (starting) => {
		const one = await starting;
		all.push(one);
		return one;
	};
	try {
		return { ...(await start(own)), stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

/** The guards of programs (demo/guard.cts) end everything within ten seconds. */
const sweep = `
process.stdin.resume().once('close', () => {
	setTimeout(() => require('node:fs').rmSync(process.argv[1], { recursive: true, force: true }), 12000);
});`;

/** An empty folder that is gone in the end, also when this process was killed. */
export async function emptyFolder(path: string): Promise<Stoppable & { readonly path: string }> {
	const remove = () => rmSync(path, { recursive: true, force: true });
	remove();
	mkdirSync(path, { recursive: true });
	const sweeper = spawn(process.execPath, ['-e', sweep, path], {
		detached: true,
		stdio: ['pipe', 'ignore', 'ignore'],
	});
	sweeper.unref();
	const stop = async () => {
		remove();
		sweeper.kill();
	};
	return { path, stop };
}
