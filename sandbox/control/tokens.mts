import type { FastifyInstance } from 'fastify';
import { app } from '../oauth/app.mjs';
import { demoUser } from '../seam.mjs';
import type { SandboxState } from '../state.mjs';
import { bodies } from './schemas.mjs';

/** Tokens without a browser: the user has consented to every company of theirs. */
export function tokenRoutes(server: FastifyInstance, state: SandboxState): void {
	const { clock } = state;
	server.post<{ Body: { user?: string; life?: number } }>(
		'/control/tokens',
		{ schema: { body: bodies.tokens } },
		({ body }) => {
			if (body.user !== undefined && ![demoUser.id, demoUser.email].includes(body.user)) {
				throw new Error(`No such user: ${body.user}`);
			}
			const divisions = state.store.divisionsOf(demoUser);
			const grant = { app: app.clientId, user: demoUser, divisions };
			return state.tokens.issue(grant, clock.now(), body.life ?? state.settings.tokenLife);
		},
	);
	server.post('/control/tokens/expire', () => {
		state.tokens.expireAll(clock.now());
		return {};
	});
	server.post('/control/tokens/revoke', () => {
		state.tokens.breakAll();
		return {};
	});
}
