import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

import { root } from '../../harness/repository.cjs';

/** Where it was measured: the numbers of another machine are others, the ratios should not be. */
export function machine(): string {
	const [{ model } = { model: 'unknown CPU' }] = cpus();
	const day = new Date().toISOString().slice(0, 10);
	return `${model}, ${cpus().length} cores; Node.js ${process.versions.node}; n8n ${n8nVersion()}; ${day}`;
}

/** Of the n8n that the demo and the tests start. */
function n8nVersion(): string {
	const text = readFileSync(join(root, 'demo', 'n8n', 'package.json'), 'utf8');
	return (JSON.parse(text) as { dependencies: { n8n: string } }).dependencies.n8n;
}
