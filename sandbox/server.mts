import fastify, { type FastifyInstance } from 'fastify';
import { errorPage } from './api/answer.mjs';
import { apiRoutes } from './api/routes.mjs';
import { sendPage } from './api/send.mjs';
import { controlRoutes } from './control/routes.mjs';
import { inspectorRoutes } from './inspector/routes.mjs';
import { oauthRoutes } from './oauth/routes.mjs';
import { closeHanging, type SandboxState } from './state.mjs';

/** Exact's longest message in the Netherlands and Belgium; `maxUploadMb` says what fits in a request. */
const BODY_LIMIT = 38 * 1024 * 1024;

/** The local Exact Online, not listening yet. */
export async function createServer(state: SandboxState): Promise<FastifyInstance> {
	const server = fastify({
		bodyLimit: BODY_LIMIT,
		forceCloseConnections: true,
		routerOptions: { caseSensitive: false, ignoreTrailingSlash: true },
		ajv: { customOptions: { removeAdditional: false, coerceTypes: false, discriminator: true } },
		frameworkErrors: (_error, _request, reply) => {
			reply.hijack();
			sendPage(errorPage(400, 'Bad Request - Invalid URL'), reply.raw, state);
		},
	});
	server.setNotFoundHandler((_request, reply) => {
		reply.hijack();
		sendPage(errorPage(404, '404 - File or directory not found.'), reply.raw, state);
	});
	server.addHook('onClose', () => closeHanging(state));
	await server.register(controlRoutes(state));
	await server.register(inspectorRoutes(state));
	await server.register(oauthRoutes(state));
	await server.register(apiRoutes(state));
	return server;
}
