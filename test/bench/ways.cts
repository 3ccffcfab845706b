import { Agent } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import axios from 'axios';
import type { IExecuteFunctions, INodeParameters } from 'n8n-workflow';

import type * as ExactOnlineNode from '../../nodes/ExactOnline/ExactOnline.node.js';
import { executeContext } from '../harness/context.cjs';
import type { StoredCredential } from '../harness/credential.cjs';
import { root } from '../harness/repository.cjs';

type Package = typeof ExactOnlineNode;

/** As it is published: what runs TypeScript for the tests makes it slower. */
const { ExactOnline } = createRequire(__filename)(
	join(root, 'dist/nodes/ExactOnline/ExactOnline.node.js'),
) as Package;

/** How the same rows are read: without n8n, with n8n's HTTP helper alone, by the node; `page` is the first page only. */
export type Way = 'axios' | 'helper' | 'node' | 'page';

/** What is to be read. */
export interface Assignment {
	parameters: INodeParameters;
	/** The first page, as the node asks for it. */
	url: string;
	credential: StoredCredential;
}

interface Answer {
	d: { results: unknown[]; __next?: string };
}

/** Reads what it is told to; what it answers is what the caller has in memory then. */
export const ways: Readonly<Record<Way, (assignment: Assignment) => Promise<unknown>>> = {
	axios: async ({ url, credential }) => await everyPage(url, plainClient(credential)),
	page: async ({ url, credential }) => (await plainClient(credential)(url)).d.results,
	helper: async (assignment) => {
		const context = nodeContext(assignment);
		return await everyPage(assignment.url, async (page) => {
			const answer: unknown = await context.helpers.httpRequestWithAuthentication.call(
				context,
				'exactOnlineOAuth2Api',
				{ url: page, json: true, returnFullResponse: true },
				{ oauth2: { skipTokenRefresh: true } },
			);
			return (answer as { body: Answer }).body;
		});
	},
	node: async (assignment) => {
		const node = new ExactOnline();
		return await node.execute?.call(nodeContext(assignment));
	},
};

/** Axios as one would set it up by hand: one connection, text that is parsed once. */
function plainClient({ data }: StoredCredential): (url: string) => Promise<Answer> {
	const { access_token: token } = data.oauthTokenData as { access_token: string };
	const client = axios.create({
		httpAgent: new Agent({ keepAlive: true }),
		headers: { Authorization: `Bearer ${token}`, Accept: 'application/json' },
		transformResponse: (text: string) => JSON.parse(text) as Answer,
	});
	return async (url) => (await client.get<Answer>(url)).data;
}

async function everyPage(
	first: string,
	read: (url: string) => Promise<Answer>,
): Promise<unknown[]> {
	const rows: unknown[] = [];
	for (let url: string | undefined = first; url !== undefined;) {
		const { d }: Answer = await read(url);
		rows.push(...d.results);
		url = d.__next;
	}
	return rows;
}

function nodeContext({ credential, parameters }: Assignment): IExecuteFunctions {
	return executeContext(new ExactOnline(), credential, parameters, {});
}
