import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Another host, which answers like Exact: whatever arrives was sent to the wrong place, and its rows must not come out of
 * the node.
 */
export class Elsewhere {
	/** What arrived: method, path and the login that it carried. */
	readonly arrived: string[] = [];

	private constructor(private readonly server: Server) {}

	static async start(): Promise<Elsewhere> {
		const server = createServer();
		const elsewhere = new Elsewhere(server);
		server.on('request', ({ method, url, headers }, response) => {
			elsewhere.arrived.push(`${method} ${url} ${headers.authorization ?? 'without a login'}`);
			response.setHeader('Content-Type', 'application/json');
			response.end(JSON.stringify({ d: { results: [{ ID: 'elsewhere', Code: 'elsewhere' }] } }));
		});
		await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
		return elsewhere;
	}

	/** `127.0.0.1:40123`: the same name as the sandbox's, another port. */
	get host(): string {
		return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	async stop(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((stopped) => this.server.close(stopped));
	}
}
