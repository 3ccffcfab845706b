import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify';
import type { Answer } from '../api/answer.mjs';
import { send, sendPage } from '../api/send.mjs';
import type { SandboxState } from '../state.mjs';
import { decide, showConsent } from './authEndpoint.mjs';
import { callTokenEndpoint } from './tokenEndpoint.mjs';

/** The two addresses of OAuth2: where a person consents, and where tokens are fetched. */
export function oauthRoutes(state: SandboxState): FastifyPluginCallback {
	return (server, _options, done) => {
		server.removeAllContentTypeParsers();
		server.addContentTypeParser(
			'application/x-www-form-urlencoded',
			{ parseAs: 'string' },
			(_request, body, done) => done(null, new URLSearchParams(String(body))),
		);
		server.get('/api/oauth2/auth', (request, reply) => {
			const { searchParams } = new URL(request.raw.url ?? '', 'http://sandbox');
			return answer(request, reply, showConsent(searchParams, state), state);
		});
		server.post('/api/oauth2/auth', (request, reply) =>
			answer(request, reply, decide(formOf(request), state), state),
		);
		server.post('/api/oauth2/token', async (request, reply) => {
			reply.hijack();
			const url = request.raw.url ?? '';
			const outcome = await callTokenEndpoint(formOf(request), request.method, url, state);
			send(outcome, reply.raw, state);
		});
		done();
	};
}

function formOf({ body }: FastifyRequest): URLSearchParams {
	return body instanceof URLSearchParams ? body : new URLSearchParams();
}

function answer(
	request: FastifyRequest,
	reply: FastifyReply,
	page: Answer,
	state: SandboxState,
): void {
	state.log.add({
		at: state.clock.now(),
		method: request.method,
		url: request.raw.url ?? '',
		division: null,
		endpoint: 'oauth2/auth',
		status: page.status,
		counted: { minute: false, day: false, error: false },
	});
	reply.hijack();
	sendPage(page, reply.raw, state);
}
