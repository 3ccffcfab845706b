import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

/** What users are given to start from. */
const file = resolve(__dirname, '../../docs/queue-mode/compose.yaml');

interface ComposeService {
	readonly image: string;
	readonly build?: { readonly dockerfile_inline: string };
	readonly command?: string;
	readonly environment?: Readonly<Record<string, string | number>>;
	readonly deploy?: { readonly replicas: number };
}

interface Compose {
	readonly services: Readonly<Record<'main' | 'worker' | 'postgres' | 'redis', ComposeService>>;
}

export function readCompose(): Compose {
	return parse(readFileSync(file, 'utf8'), { merge: true }) as Compose;
}

/** The settings of a worker as they stand there, places to be filled in included. */
export function workerSettings(): Record<string, string> {
	const { environment = {} } = readCompose().services.worker;
	const pairs = Object.entries(environment).map(([name, value]) => [name, String(value)]);
	return Object.fromEntries(pairs) as Record<string, string>;
}

/** How a worker is started there: `worker --concurrency=5`. */
export function workerCommand(): ['worker', ...flags: string[]] {
	const [command, ...flags] = (readCompose().services.worker.command ?? '').split(' ');
	if (command !== 'worker') throw new Error(`A worker is started with "${command}" in ${file}.`);
	return [command, ...flags];
}
