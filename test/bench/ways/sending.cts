import { Agent } from 'node:http';
import axios from 'axios';
import type { IExecuteFunctions } from 'n8n-workflow';

import type { StoredCredential } from '../../harness/credential.cjs';
import type { SentCall } from '../scenario.cjs';

/** Sends one call: the parsed answer, or a file as it is. */
export type Send = (call: SentCall) => Promise<unknown>;

/** Part of an answer that is looked at here. */
export interface Answer {
	d: unknown;
}

export interface Page {
	results: unknown[];
	__next?: string;
}

/** Sends one call after the other; all rows, records and files that came. */
export async function sendAll(calls: readonly SentCall[], send: Send): Promise<unknown[]> {
	const received: unknown[] = [];
	for (const call of calls) {
		const answer = await send(call);
		const content = Buffer.isBuffer(answer) ? answer : (answer as Answer).d;
		received.push(...rowsIn(content));
	}
	return received;
}

/** The rows of a list, or the one record. */
export function rowsIn(content: unknown): unknown[] {
	if (Array.isArray(content)) return content;
	const { results } = content as Partial<Page>;
	return results ?? [content];
}

const isFile = ({ url }: SentCall): boolean => new URL(url).pathname.startsWith('/docs/');

/** Axios as one would set it up by hand: one connection, text that is parsed once. */
export function plainClient({ data }: StoredCredential): Send {
	const { access_token: token } = data.oauthTokenData as { access_token: string };
	const client = axios.create({
		httpAgent: new Agent({ keepAlive: true }),
		headers: {
			Authorization: `Bearer ${token}`,
			Accept: 'application/json',
			'Content-Type': 'application/json',
		},
	});
	const parsed = (text: string): unknown => JSON.parse(text);
	return async (call) => {
		const { method, url, body } = call;
		const data = body === undefined ? undefined : JSON.stringify(body);
		const { data: answer } = isFile(call)
			? await client.request<unknown>({ method, url, responseType: 'arraybuffer' })
			: await client.request<unknown>({ method, url, data, transformResponse: parsed });
		return answer;
	};
}

/** The same through n8n's HTTP helper with the credential: whatever is a node in n8n has to use it. */
export function throughHelper(context: IExecuteFunctions): Send {
	return async (call) => {
		const { method, url, body } = call;
		const file = isFile(call);
		const answer: unknown = await context.helpers.httpRequestWithAuthentication.call(
			context,
			'exactOnlineOAuth2Api',
			{
				method,
				url,
				...(body === undefined ? {} : { body }),
				...(file ? { encoding: 'arraybuffer', json: false } : { json: true }),
				returnFullResponse: true,
			},
			{ oauth2: { skipTokenRefresh: true } },
		);
		return (answer as { body: unknown }).body;
	};
}
