import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import type { Sandbox } from '../harness/sandbox.cjs';

/** The companies of the demo. */
export const companies = {
	dutch: 2104587,
	belgian: 3012345,
	archived: 4400001,
	notGranted: 9900001,
	unknown: 1234567,
};

export const redirectUri = 'https://n8n.example/rest/oauth2-credential/callback';

/** A client of the API that never throws for a status and follows no redirect. */
export function apiClient(sandbox: Sandbox, accessToken?: string): AxiosInstance {
	return axios.create({
		baseURL: `${sandbox.url}/api/v1`,
		headers: {
			Accept: 'application/json',
			...(accessToken ? { Authorization: `Bearer ${accessToken}` } : {}),
		},
		validateStatus: () => true,
		maxRedirects: 0,
	});
}

/** A client with a token that has just been issued. */
export async function signedIn(sandbox: Sandbox): Promise<AxiosInstance> {
	const { access_token } = await sandbox.issueTokens();
	return apiClient(sandbox, access_token);
}

export interface TokenAnswer {
	access_token: string;
	token_type: string;
	expires_in: string;
	refresh_token: string;
}

type Fields = Record<string, string>;

/** Sends a form to one of the two OAuth addresses. */
export function sendForm<Answer>(
	sandbox: Sandbox,
	address: 'auth' | 'token',
	fields: Fields | Array<[name: string, value: string]>,
	headers: Fields = {},
): Promise<AxiosResponse<Answer>> {
	const form = new URLSearchParams(fields);
	return axios.post(`${sandbox.url}/api/oauth2/${address}`, form, {
		headers,
		validateStatus: () => true,
		maxRedirects: 0,
	});
}

/** Calls the token endpoint as the demo's app. */
export function tokenCall(sandbox: Sandbox, fields: Fields): Promise<AxiosResponse<TokenAnswer>> {
	const { clientId, clientSecret } = sandbox;
	return sendForm(sandbox, 'token', {
		client_id: clientId,
		client_secret: clientSecret,
		...fields,
	});
}

export function refresh(sandbox: Sandbox, refreshToken: string) {
	return tokenCall(sandbox, { grant_type: 'refresh_token', refresh_token: refreshToken });
}

export function exchange(sandbox: Sandbox, code: string, uri = redirectUri) {
	return tokenCall(sandbox, { grant_type: 'authorization_code', code, redirect_uri: uri });
}

/** Consents to the given companies as a person would; the address that the browser is sent back to. */
export async function consent(
	sandbox: Sandbox,
	divisions: readonly number[],
	decision: 'allow' | 'deny' = 'allow',
): Promise<URL> {
	const { headers } = await sendForm<string>(sandbox, 'auth', [
		['client_id', sandbox.clientId],
		['redirect_uri', redirectUri],
		['state', 'state & more'],
		['decision', decision],
		...divisions.map((division): [string, string] => ['division', String(division)]),
	]);
	return new URL(String(headers['location']));
}

/** The names of the rate headers of an answer, in lower case. */
export function rateHeaderNames({ headers }: AxiosResponse): string[] {
	return Object.keys(headers)
		.filter((name) => name.startsWith('x-ratelimit'))
		.sort();
}
