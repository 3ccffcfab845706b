import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { freePortNear } from './ports.cjs';
import { startProgram, stopProgram } from './program.cjs';

const projectFolder = dirname(__dirname);

export interface RunningSandbox {
	readonly url: string;
	readonly clientId: string;
	readonly clientSecret: string;
	stop(): Promise<void>;
}

type Announcement = Omit<RunningSandbox, 'stop'>;

/** Starts the local Exact Online as a program of its own, on the wanted port or on a free one. */
export async function startDemoSandbox(wantedPort: number): Promise<RunningSandbox> {
	const port = await freePortNear(wantedPort);
	const args = ['--import', 'tsx', 'sandbox/main.mts', '--json', '--port', String(port)];
	const child = startProgram(process.execPath, args, {
		cwd: projectFolder,
		env: process.env,
		// It ends when its input closes, so it cannot outlive the demo.
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	const announced = new Promise<Announcement>((resolve, reject) => {
		child.once('exit', (code) =>
			reject(new Error(`The sandbox ended while it started (${code}).`)),
		);
		if (child.stdout === null) return;
		createInterface(child.stdout).once('line', (line) => resolve(JSON.parse(line) as Announcement));
	});
	return { ...(await announced), stop: () => stopProgram(child) };
}
