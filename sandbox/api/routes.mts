import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify';
import type { SandboxState } from '../state.mjs';
import { errorPage } from './answer.mjs';
import type { Incoming } from './call.mjs';
import { handle } from './handle.mjs';
import { send, sendPage } from './send.mjs';

/** The REST API, the page that files are downloaded from, and what there is of the XML API. */
export function apiRoutes(state: SandboxState): FastifyPluginCallback {
	return (server, _options, done) => {
		server.removeAllContentTypeParsers();
		server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) =>
			done(null, body),
		);
		// The only error before the route: a body that is larger than the web server takes.
		server.setErrorHandler((_error, _request, reply) => {
			reply.hijack();
			sendPage(errorPage(413, '413 - Request Entity Too Large'), reply.raw, state);
		});
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
