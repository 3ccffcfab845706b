import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { ExactOnline } from '../../nodes/ExactOnline/ExactOnline.node.js';
import type { Bench } from './n8n.cjs';
import { MONDAY, VirtualWorld } from './world.cjs';

/** An answer, byte for byte. */
export interface AnyReply {
	status: number;
	headers: Record<string, string | string[]>;
	body: Buffer;
}

/** A call of the node, and the answer that the sandbox gave to it. */
export interface Exchange {
	method: string;
	/** Path and query as they came. */
	url: string;
	reply: AnyReply;
}

/** What the node gets instead of the answer; nothing leaves it as it is, `cut` ends the connection. */
export type Change = (exchange: Exchange) => AnyReply | 'cut' | undefined;

/**
 * A server between the node and the sandbox, which hands answers on as they are or as a test wants them. The same call
 * is answered alike each time, without asking the sandbox again: thousands of cases begin with the same books.
 */
export class AnyAnswer {
	/** The calls since the last case began. */
	calls: Exchange[] = [];
	change: Change = () => undefined;
	/** Milliseconds that the node has waited since the last case began. */
	waited = 0;
	private readonly known = new Map<string, AnyReply>();

	private constructor(
		readonly bench: Bench,
		private readonly server: Server,
	) {}

	static async start(bench: Bench): Promise<AnyAnswer> {
		const server = createServer((request, response) => void any.answer(request, response));
		const any = new AnyAnswer(bench, server);
		await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
		return any;
	}

	async stop(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((ended) => this.server.close(ended));
	}

	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	/** Forgets the answers: the books have changed. */
	forget(): void {
		this.known.clear();
	}

	/** A case of its own, at the same moment, with answers changed in this way. */
	async begin(change: Change = () => undefined): Promise<void> {
		await this.bench.world.set(MONDAY);
		[this.calls, this.change, this.waited] = [[], change, 0];
	}

	/** A process that remembers nothing of the answers before, and a login that lives. */
	renew(): void {
		const { bench } = this;
		const sandbox = { ...bench.sandbox, setClock: async () => undefined };
		const world = new VirtualWorld(sandbox, MONDAY);
		const sleep = world.sleep.bind(world);
		world.sleep = async (ms, signal) => {
			this.waited += ms;
			await sleep(ms, signal);
		};
		bench.world = world;
		bench.node = new ExactOnline(world);
		const { data } = bench.credential;
		data.baseUrl = this.url;
		// What is tested here is not the login.
		Object.assign(data.oauthTokenData as object, {
			expires_in: '1000000000',
			n8n_expires_at: String(MONDAY + 1e12),
		});
	}

	private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const { method = '', url = '' } = request;
		const reply = await this.usual(method, url, request, Buffer.concat(chunks));
		const exchange = { method, url, reply };
		this.calls.push(exchange);
		const changed = this.change(exchange) ?? reply;
		if (changed === 'cut') return void request.socket.destroy();
		const { status, headers, body } = changed;
		const length = 'content-length' in headers ? {} : { 'content-length': String(body.length) };
		response.writeHead(status, { ...headers, ...length });
		response.end(body);
	}

	/** The answer of the sandbox, with this server's address wherever its own stands. */
	private async usual(
		method: string,
		url: string,
		{ headers }: IncomingMessage,
		body: Buffer,
	): Promise<AnyReply> {
		const key = `${method} ${url} ${body.toString('latin1')}`;
		const known = this.known.get(key);
		if (known !== undefined) return known;
		const { authorization = '', accept = '' } = headers;
		const type = headers['content-type'];
		const answer = await fetch(this.bench.sandbox.url + url, {
			method,
			headers: { authorization, accept, ...(type === undefined ? {} : { 'content-type': type }) },
			body: body.length > 0 ? body : undefined,
			redirect: 'manual',
		});
		const content = Buffer.from(await answer.arrayBuffer()).toString('latin1');
		const usual = {
			status: answer.status,
			headers: usualHeaders(answer.headers),
			body: Buffer.from(content.replaceAll(this.bench.sandbox.url, this.url), 'latin1'),
		};
		this.known.set(key, usual);
		return usual;
	}
}

/** What is about the connection belongs to the connection. */
function usualHeaders(headers: Headers): Record<string, string> {
	const own = ['content-length', 'connection', 'keep-alive', 'transfer-encoding', 'set-cookie'];
	return Object.fromEntries([...headers].filter(([name]) => !own.includes(name)));
}
