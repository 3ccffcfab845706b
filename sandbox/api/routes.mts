import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify';
import type { SandboxState } from '../state.mjs';
import { errorPage } from './answer.mjs';
import type { Incoming } from './call.mjs';
import { handle } from './handle.mjs';
import { send, sendPage } from './send.mjs';

/** The REST API, and the pages of the XML API, which are not built yet and answer 404. */
export function apiRoutes(state: SandboxState): FastifyPluginCallback {
	return (server, _options, done) => {
		server.removeAllContentTypeParsers();
		server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) =>
			done(null, body),
		);
		const route = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
			reply.hijack();
			try {
				send(await handle(incomingOf(request), state), reply.raw, state);
			} catch (error) {
				process.stderr.write(`${String(error instanceof Error ? error.stack : error)}\n`);
				sendPage(errorPage(500, 'The sandbox itself has failed'), reply.raw, state);
			}
		};
		server.all('/api/*', route);
		server.all('/docs/*', route);
		done();
	};
}

function incomingOf(request: FastifyRequest): Incoming {
	const headers: Record<string, string> = {};
	for (const [name, value] of Object.entries(request.headers)) headers[name] = String(value);
	return {
		method: request.method,
		url: request.raw.url ?? '',
		base: baseOf(request),
		headers,
		body: typeof request.body === 'string' ? request.body : '',
	};
}

/** Scheme and host that the client used, so that links in answers lead back the same way. */
export function baseOf(request: FastifyRequest): string {
	return `${request.protocol}://${request.headers.host}`;
}
