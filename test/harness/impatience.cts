import { createRequire } from 'node:module';
import type { AxiosStatic } from 'axios';

/** The HTTP client inside of n8n, which the node sends everything through. */
const core = createRequire(require.resolve('n8n-core'));
const network = createRequire(core.resolve('@n8n/backend-network'));
const { interceptors } = network('axios') as AxiosStatic;

/** How long an impatient client waits for an answer (ms). */
const PATIENCE = 300;

/** A call, as a fault matches it; `skip` lets others pass first. */
export interface Write {
	method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** The end of its path, or the part before a key. */
	path: string;
	skip?: number;
}

/** Makes the client give up at once on one call, instead of after 100 seconds. Answers what undoes it. */
export function giveUpOn({ method, path, skip = 0 }: Write): () => void {
	let left = skip;
	const id = interceptors.request.use((config) => {
		const isMeant = config.method?.toUpperCase() === method && config.url?.includes(path) === true;
		if (!isMeant || left-- !== 0) return config;
		return { ...config, timeout: PATIENCE };
	});
	return () => interceptors.request.eject(id);
}
