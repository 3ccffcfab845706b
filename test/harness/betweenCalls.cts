import { createRequire } from 'node:module';
import type { AxiosStatic } from 'axios';

/** The HTTP client inside of n8n, which the node sends everything through. */
const core = createRequire(require.resolve('n8n-core'));
const network = createRequire(core.resolve('@n8n/backend-network'));
const { interceptors } = network('axios') as AxiosStatic;

/** Does something before each call of the node, which a throw keeps from being sent. Answers what undoes it. */
export function beforeEachCall(
	task: (url: string, count: number) => Promise<void> | void,
): () => void {
	let count = 0;
	const id = interceptors.request.use(async (config) => {
		await task(config.url ?? '', ++count);
		return config;
	});
	return () => interceptors.request.eject(id);
}

/** Does something after each answer to the node, before it gets to see it. Answers what undoes it. */
export function afterEachCall(task: () => Promise<void>): () => void {
	const id = interceptors.response.use(async (response) => {
		await task();
		return response;
	});
	return () => interceptors.response.eject(id);
}
