import axios, { type AxiosInstance, type AxiosResponse } from 'axios';

/** A person logged in to n8n, over the REST interface of its editor: what the editor can do, this can. */
export interface N8nSession {
	readonly url: string;
	readonly http: AxiosInstance;
}

export interface Person {
	readonly email: string;
	readonly password: string;
	readonly firstName: string;
	readonly lastName: string;
}

interface InstanceSettings {
	readonly userManagement: { readonly showSetupOnFirstLoad: boolean };
}

/** Logs the owner in, and makes the account first when this n8n is new. */
export async function logInAsOwner(url: string, owner: Person): Promise<N8nSession> {
	const session = { url, http: cookieKeeping(url) };
	const settings = await request<InstanceSettings>(session, 'GET', '/rest/settings');
	if (settings.userManagement.showSetupOnFirstLoad) {
		await request(session, 'POST', '/rest/owner/setup', owner);
	} else {
		const { email: emailOrLdapLoginId, password } = owner;
		await request(session, 'POST', '/rest/login', { emailOrLdapLoginId, password });
	}
	return session;
}

/** One call to n8n; returns what stands in the `data` of its answer, throws with n8n's own words. */
export async function request<T>(
	session: N8nSession,
	method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
	path: string,
	body?: unknown,
): Promise<T> {
	const answer: AxiosResponse<{ data?: T; message?: string }> = await session.http.request({
		method,
		url: path,
		data: body,
	});
	if (answer.status >= 400) {
		const why = answer.data.message ?? 'no reason given';
		throw new Error(`n8n answered ${method} ${path} with ${answer.status}: ${why}`);
	}
	return answer.data.data as T;
}

/** Keeps n8n's cookies (the login, and the one that ties an OAuth answer to this client) as a browser does. */
function cookieKeeping(baseURL: string): AxiosInstance {
	const cookies = new Map<string, string>();
	const http = axios.create({ baseURL, proxy: false, timeout: 60_000, validateStatus: () => true });
	http.interceptors.request.use((config) => {
		const jar = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
		if (jar !== '') config.headers.set('Cookie', jar);
		return config;
	});
	http.interceptors.response.use((response) => {
		for (const line of response.headers['set-cookie'] ?? []) {
			const [pair = ''] = line.split(';');
			cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
		}
		return response;
	});
	return http;
}
