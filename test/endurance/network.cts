import { createRequire } from 'node:module';
import type { AxiosStatic, InternalAxiosRequestConfig } from 'axios';

import type { QuietClock } from './quietClock.cjs';

/** n8n-core has a client for requests of nodes, and another one for its token calls. */
const core = createRequire(require.resolve('n8n-core'));
const axiosOf = (name: string) => createRequire(core.resolve(name))('axios') as AxiosStatic;
const clients = [axiosOf('@n8n/backend-network'), axiosOf('@n8n/client-oauth2')];

/** What happens to one request on its way (ms). */
export interface Travel {
	there: number;
	back: number;
	/** The answer never comes: the client gives up after that long. */
	hangs?: number;
	/** Tells the sandbox what to do with the request, just before it arrives. */
	prepare?: () => Promise<void>;
}

/** Decides about a request before it is sent. */
export type Route = (url: string) => Travel;

/** Gives every request of n8n a time on the virtual clock. Answers what undoes it. */
export function connectNetwork(clock: QuietClock, route: Route): () => void {
	const travels = new WeakMap<object, Travel>();
	const depart = async (config: InternalAxiosRequestConfig) => {
		const travel = route(config.url ?? '');
		await clock.sleep(travel.there);
		await clock.begin();
		await travel.prepare?.();
		travels.set(config, travel);
		return config;
	};
	const arrive = async (config: object | undefined, isAnswer: boolean) => {
		clock.end();
		const { back, hangs = 0 } = travels.get(config ?? {}) ?? { back: 0 };
		await clock.sleep(isAnswer ? back : hangs);
		return hangs;
	};
	const undo = clients.map(({ interceptors }) => {
		const request = interceptors.request.use(depart);
		const response = interceptors.response.use(
			async (answer) => {
				await arrive(answer.config, true);
				return answer;
			},
			async (error: Error & { code?: string; config?: object; response?: object }) => {
				const hangs = await arrive(error.config, error.response !== undefined);
				if (hangs === 0) throw error;
				throw Object.assign(error, {
					code: 'ECONNABORTED',
					message: `timeout of ${hangs}ms exceeded`,
				});
			},
		);
		return () => {
			interceptors.request.eject(request);
			interceptors.response.eject(response);
		};
	});
	return () => undo.forEach((one) => one());
}
